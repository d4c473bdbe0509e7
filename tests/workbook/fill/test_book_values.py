"""A template filled with a book's values is what writing that book would make."""

from dataclasses import replace
from decimal import Decimal

import pytest

from judges.cached import disagreements
from samples import LINE
from xlbudget.hosts.template import SCENARIOS, SPARE_LINES, SPARE_RECORDS, empty_budget
from xlbudget.hosts.template import template_book as empty_book
from xlbudget.sheets.book import district_book
from xlbudget.workbook.fill import book_values, fill, prepare
from xlbudget.workbook.read import open_book
from xlbudget.workbook.write import write_book

COUNT = 30


def lines():
    return tuple(
        replace(LINE, line_id=f"L{n}", description=f"Item {n}", unit_price=Decimal(100 + n))
        for n in range(COUNT)
    )


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    folder = tmp_path_factory.mktemp("books")
    book = district_book(
        replace(empty_budget(), lines=lines()),
        (),
        spare_lines=SPARE_LINES - COUNT,
        spare_records=SPARE_RECORDS,
        least_scenarios=SCENARIOS,
    )
    template, written, filled = (folder / f"{name}.xlsx" for name in ("empty", "written", "filled"))
    write_book(empty_book(), template)
    write_book(book, written)
    told = fill(prepare(template), book_values(book), filled)
    return told, written, filled


def test_every_cell_is_as_if_the_book_had_been_written(books):
    told, written, filled = books
    assert told.cells["Line items"] > COUNT * 30
    one, two = open_book(written), open_book(filled)
    assert [sheet.name for sheet in one.sheets] == [sheet.name for sheet in two.sheets]
    for sheet in one.sheets:
        other = two.sheet(sheet.name)
        assert shown(other.cells.values) == shown(sheet.cells.values), sheet.name
        assert other.cells.formulas == sheet.cells.formulas, sheet.name


def test_libreoffice_recalculates_the_filled_template_to_the_cached_values(books, libreoffice):
    assert [str(one) for one in disagreements(books[2], libreoffice)] == []


def shown(values):
    return {at: value for at, value in values.items() if value is not None}
