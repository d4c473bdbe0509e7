"""What the tests of stamps share: the small sample budget as a book, and its workbook."""

import shutil

import pytest

from samples import BUDGET
from xlbudget.model.rules import findings_of
from xlbudget.sheets.book import district_book
from xlbudget.sheets.room import Room
from xlbudget.workbook.write import write_book

ROOM = Room(spare_lines=3, spare_records=2)


@pytest.fixture(scope="session")
def plan():
    """Return the small sample budget's workbook as data."""
    return district_book(BUDGET, findings_of(BUDGET), room=ROOM)


@pytest.fixture(scope="session")
def original(plan, tmp_path_factory):
    """Return the path of that workbook, which nobody may change."""
    path = tmp_path_factory.mktemp("stamp") / "millbrook.xlsx"
    write_book(plan, path)
    return path


@pytest.fixture
def book(original, tmp_path):
    """Return a copy of it, to be changed."""
    return shutil.copyfile(original, tmp_path / "millbrook.xlsx")
