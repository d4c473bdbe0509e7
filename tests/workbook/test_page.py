"""page: a cell becomes what it is: text, number, date, blank, formula or link."""

import pytest
from openpyxl import load_workbook

from workbook import parts
from xlbudget.sheets.plan import Calculated, Column, Form, Link, Part, Row, Table
from xlbudget.workbook.page import equal
from xlbudget.workbook.write import write_book

CELLS = {
    "text": "=1+1",
    "number": 2.5,
    "blank": None,
    "formula": Calculated("=1+2", 3),
    "link": Link("Data", "Data"),
}


@pytest.fixture(scope="module")
def row(tmp_path_factory):
    """Return the cells of one row that holds one of each kind."""
    table = Table(
        name="Kinds",
        columns=tuple(Column(header=name, part=Part.LABEL, form=Form.TEXT) for name in CELLS),
        rows=(Row(key="one", cells=tuple(CELLS.values())),),
    )
    path = tmp_path_factory.mktemp("page") / "page.xlsx"
    write_book(parts.book_of(tables=(table,)), path)
    sheet = load_workbook(path)["Data"]
    cells = next(cells for cells in sheet.iter_rows() if cells[0].value == "=1+1")
    return dict(zip(CELLS, cells, strict=True))


def test_text_that_looks_like_a_formula_stays_text(row):
    assert row["text"].data_type == "s"


def test_a_number_and_a_blank_are_themselves(row):
    assert (row["number"].value, row["blank"].value) == (2.5, None)


def test_a_calculated_cell_is_a_formula(row):
    assert (row["formula"].data_type, row["formula"].value) == ("f", "=1+2")


def test_a_link_says_where_it_leads(row):
    assert row["link"].value == "Data"
    assert row["link"].hyperlink.location == "'Data'!A1"


@pytest.mark.parametrize("formula", ["1+2", "=1+2"])
def test_a_formula_has_one_equal_sign(formula):
    assert equal(formula) == "=1+2"
