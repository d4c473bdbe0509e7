"""The sample workbook as others see it: readers that do not calculate, and paper."""

import re

import pytest

from judges import pictures, readers
from xlbudget.analysis import analyze
from xlbudget.model.rules import findings_of
from xlbudget.sheets.book import district_book
from xlbudget.sheets.layout import Layout, column_letters
from xlbudget.sheets.plan import ref
from xlbudget.workbook.write import write_book

FIGURES = {
    "total cost": (ref("FundingPlan", "cost", "Year 1"), lambda found: found.funding.cost[0]),
    "unfunded": (
        ref("FundingPlan", "unfunded", "Year 3"),
        lambda found: found.funding.secured.unfunded[2],
    ),
    "ownership": (
        ref("OwnershipByArea", "total", "Year 2"),
        lambda found: found.ownership.years[1],
    ),
    "cliff year": (ref("Cliff", "year", "Value"), lambda found: found.funding.cliff_year),
    "npv": (
        ref("PresentValue", "npv", "Total"),
        lambda found: found.cash_flow.present_value.npv,
    ),
}


@pytest.fixture(scope="module")
def sample(riverbend, tmp_path_factory):
    """Return the sample's book and its file."""
    book = district_book(riverbend, findings_of(riverbend))
    path = tmp_path_factory.mktemp("sample") / "sample.xlsx"
    write_book(book, path)
    return book, path


@pytest.fixture(scope="module")
def pages(sample, libreoffice, tmp_path_factory):
    """Return the text of each printed page."""
    pdf = libreoffice.to_pdf(sample[1], tmp_path_factory.mktemp("pages"))
    return pictures.text_of(pdf).split("\f")


@pytest.mark.parametrize("reader", readers.READERS)
@pytest.mark.parametrize("figure", FIGURES)
def test_readers_that_do_not_calculate_see_right_numbers(sample, riverbend, reader, figure):
    book, path = sample
    token, expected = FIGURES[figure]
    sheet, row, column = Layout(book).place(token)
    seen = readers.read_cell(reader, path, sheet, f"{column_letters(column)}{row + 1}")
    assert seen == pytest.approx(float(expected(analyze(riverbend))))


def test_no_column_is_too_narrow_for_its_numbers(pages):
    assert [page[:60] for page in pages if "###" in page] == []


def test_the_board_page_is_one_page(pages):
    board = [page for page in pages if re.search(r"^ *Summary +Page", page, re.MULTILINE)]
    assert len(board) == 2
    for words in ("Asked, year 1", "Cliff year", "Secured money falls short", "Fiscal year"):
        assert words in board[0]


def test_every_sheet_is_printed(sample, pages):
    footers = {line for page in pages for line in page.splitlines()}
    titles = [sheet.title for sheet in sample[0].sheets]
    assert [title for title in titles if title not in footers] == []
