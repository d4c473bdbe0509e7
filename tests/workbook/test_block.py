"""block: a table with its heading, spare rows, own rows and the colors of its words."""

import pytest
from openpyxl import load_workbook

from workbook import parts
from xlbudget.sheets.plan import Column, Form, Part, Row, Spilled, Table
from xlbudget.workbook.write import write_book

NUMBER = Column(header="Own", part=Part.INPUT, form=Form.WHOLE, low=1, high=12, says="A month.")
WORDS = Column(header="Own", part=Part.INPUT, form=Form.TEXT, says="A name.")
TABLE = Table(
    name="Facts",
    heading="Facts about the plan",
    says="Each row takes its own.",
    columns=(
        Column(header="Fact", part=Part.LABEL),
        Column(header="Value", part=Part.INPUT, form=Form.PLAIN),
        Column(header="State", formula='="fits"', good="fits"),
    ),
    rows=(
        Row(key="month", cells=("Month", 7, "fits"), takes=NUMBER),
        Row(key="name", cells=("Name", "Oak", "fits"), takes=WORDS),
    ),
    spare_rows=1,
    spare_cells=(None, None, "fits"),
)


@pytest.fixture(scope="module")
def sheet(tmp_path_factory):
    """Return the sheet as another program reads it."""
    path = tmp_path_factory.mktemp("block") / "block.xlsx"
    write_book(parts.book_of(tables=(TABLE,)), path)
    return load_workbook(path)["Data"]


def test_heading_and_sentence_stand_above_the_header(sheet):
    assert [sheet.cell(row, 1).value for row in (5, 6, 7)] == [
        "Facts about the plan",
        "Each row takes its own.",
        "Fact",
    ]


def test_the_table_covers_its_spare_rows(sheet):
    assert sheet.tables["Facts"].ref == "A7:C10"


def test_a_calculated_column_reaches_into_spare_rows(sheet):
    assert [sheet.cell(row, 3).value for row in (8, 9, 10)] == ['="fits"'] * 3
    assert sheet.tables["Facts"].tableColumns[2].calculatedColumnFormula.attr_text == '"fits"'


def test_each_row_takes_its_own(sheet):
    rules = {str(rule.sqref): rule.type for rule in sheet.data_validations.dataValidation}
    assert rules == {"B8": "whole", "B9": None}


def test_words_stay_text_and_numbers_do_not(sheet):
    assert (sheet["B9"].number_format, sheet["B8"].number_format) == ("@", "#,##0")


def test_the_good_word_is_told_from_every_other(sheet):
    rules = [rule for area in sheet.conditional_formatting for rule in area.rules]
    assert sorted(rule.operator or rule.type for rule in rules) == [
        "containsBlanks",
        "equal",
        "notEqual",
    ]


SPILLED = Table(
    name="Spill",
    columns=(Column(header="Cells"), Column(header="1", form=Form.RATE), Column(header="2")),
    rows=(
        Row(key="a", cells=("Answer", Spilled("=TRANSPOSE({0.5;2})", 0.5, 1, 2), 2)),
        Row(key="b", cells=("Expected", 0.5, 2)),
    ),
    plain=True,
)


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """Return the file of a plain block with an array formula."""
    path = tmp_path_factory.mktemp("plain") / "plain.xlsx"
    write_book(parts.book_of(tables=(SPILLED,)), path)
    return path


def test_a_plain_block_is_no_table_and_has_its_header(plain):
    sheet = load_workbook(plain)["Data"]
    assert not sheet.tables
    assert [sheet.cell(5, column).value for column in (1, 2, 3)] == ["Cells", "1", "2"]


def test_an_array_formula_takes_its_cells_and_each_has_its_value(plain):
    formula = load_workbook(plain)["Data"]["B6"].value
    assert (formula.ref, formula.text) == ("B6:C6", "=TRANSPOSE({0.5;2})")
    values = load_workbook(plain, data_only=True)["Data"]
    assert [values[cell].value for cell in ("B6", "C6")] == [0.5, 2]


def test_another_program_calculates_an_array_formula(plain, libreoffice):
    assert libreoffice.recalculate(plain).values["Data"] == {"B6": 0.5, "C6": 2.0}
