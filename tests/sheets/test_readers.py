"""Which columns read an input."""

import pytest

from clean import clean_budget
from xlbudget.sheets.book import district_book
from xlbudget.sheets.precedents import Precedents
from xlbudget.sheets.readers import readers


@pytest.fixture(scope="module")
def book():
    return Precedents(district_book(clean_budget(), ()))


def test_a_quantity_is_read_in_its_own_row_and_on_cost_of_ownership(book):
    found = readers(book, ("LineItems", 0, "Quantity"))
    assert ("Line items", "Units") in found
    assert ("Goals", "Label") not in found


def test_an_owner_is_read_by_no_formula(book):
    assert readers(book, ("LineItems", 0, "Owner")) == ()


def test_single_cells_are_told_apart(book):
    rows = [row.key for row in book.blocks["Frame"].table.rows]
    base, name = rows.index("base_fiscal_year"), rows.index("nces_id")
    assert readers(book, ("Frame", base, "Value"))
    assert readers(book, ("Frame", name, "Value")) == ()


def test_what_reads_a_cell_has_it_among_what_it_reads(book):
    node = ("Funding", 0, "Amount 1")
    for sheet, header in readers(book, node):
        tables = [name for name, block in book.blocks.items() if block.sheet == sheet]
        formulas = [
            (book.formula((name, row, header)), row)
            for name in tables
            if header in [column.header for column in book.blocks[name].table.columns]
            for row in range(len(book.blocks[name].table.rows))
        ]
        read = [
            node in book.nodes(one, row)
            for text, row in formulas
            for one in book.read_by(text, row)
            if one.table == "Funding"
        ]
        assert any(read), (sheet, header)
