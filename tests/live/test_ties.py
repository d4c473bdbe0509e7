"""Ties in the live workbook: a number typed over a total is found by the check beside it."""

from dataclasses import replace

import pytest

from clean import clean_budget
from livebook import LiveBook
from xlbudget.sheets.book import district_book
from xlbudget.sheets.check import LOOK, OK
from xlbudget.workbook.write import write_book

TYPED_OVER = {
    "F01": ("FundingPlan", "unfunded", "Year 1"),
    "T01": ("CostByArea", "total", "Year 1"),
    "T02": ("CostByCategory", "total", "Year 2"),
    "T03": ("CostByType", "total", "Year 3"),
    "T04": ("CostByNeed", "total", "Year 4"),
    "T05": ("CostByStream", "total", "Year 5"),
    "T06": ("OwnershipByArea", "total", "Year 1"),
    "T07": ("OwnershipByCategory", "total", "Year 1"),
    "T08": ("OwnershipByProgram", "total", "Year 1"),
    "T09": ("OwnershipBySchool", "total", "Year 1"),
    "T10": ("GoalByArea", "linked", "Total"),
    "T11": ("RefreshReserve", "purchases", "Year 1"),
}


@pytest.fixture(scope="module")
def unlocked(tmp_path_factory):
    """Return the clean budget's book with every sheet unprotected, and its file."""
    book = district_book(clean_budget(), ())
    open_sheets = tuple(replace(sheet, protected=False) for sheet in book.sheets)
    book = replace(book, sheets=open_sheets)
    path = tmp_path_factory.mktemp("ties") / "unlocked.xlsx"
    write_book(book, path)
    return book, path


@pytest.fixture
def live(unlocked, libreoffice):
    """Return the unprotected workbook open in LibreOffice."""
    opened = LiveBook.open(libreoffice, *unlocked)
    yield opened
    opened.close()


@pytest.mark.parametrize("check", TYPED_OVER)
def test_a_number_typed_over_is_found(live, check):
    assert live.at("Checks", check, "Status") == OK
    live.put_at(*TYPED_OVER[check], 999)
    assert live.at("Checks", check, "Status") == LOOK


def test_every_tie_is_here(unlocked):
    checks = next(sheet for sheet in unlocked[0].sheets if sheet.title == "Checks")
    ties = {row.key for row in checks.tables[1].rows if row.key[0] == "T"}
    assert set(TYPED_OVER) == ties | {"F01"}
