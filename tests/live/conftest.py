"""Workbooks that tests edit in a running LibreOffice."""

import pytest

from clean import clean_budget
from livebook import LiveBook
from xlbudget.model.rules import findings_of
from xlbudget.sheets.book import district_book
from xlbudget.workbook.write import write_book


@pytest.fixture(scope="session")
def clean(tmp_path_factory):
    """Return the clean budget's book and its file."""
    budget = clean_budget()
    book = district_book(budget, findings_of(budget))
    path = tmp_path_factory.mktemp("live") / "clean.xlsx"
    write_book(book, path)
    return book, path


@pytest.fixture
def live(clean, libreoffice):
    """Return the clean workbook open in LibreOffice; edits are forgotten at the end."""
    opened = LiveBook.open(libreoffice, *clean)
    yield opened
    opened.close()
