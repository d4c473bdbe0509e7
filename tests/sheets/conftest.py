"""The rich budget as a workbook, for tests of single sheets."""

import pytest

from judges import cached
from sheets.rich import rich_budget
from xlbudget.sheets.book import district_book
from xlbudget.sheets.room import Room
from xlbudget.workbook.write import write_book


@pytest.fixture(scope="session")
def rich_book(tmp_path_factory):
    """Return the rich budget's book and its file."""
    book = district_book(rich_budget(), (), room=Room(spare_lines=3, spare_records=2))
    path = tmp_path_factory.mktemp("rich") / "rich.xlsx"
    write_book(book, path)
    return book, path


@pytest.fixture(scope="session")
def disagreeing(rich_book, libreoffice):
    """Return the cells of the rich workbook that LibreOffice computes otherwise, by sheet."""
    found = {}
    for item in cached.disagreements(rich_book[1], libreoffice):
        found.setdefault(item.sheet, []).append(str(item))
    return found
