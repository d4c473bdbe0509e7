"""own_words: what the new workbook writes itself is no input of a person."""

import pytest

from samples import BUDGET
from xlbudget.sheets.book import district_book
from xlbudget.workbook.migrate.own_words import own_words


@pytest.fixture(scope="module")
def words():
    return own_words(district_book(BUDGET, ()))


@pytest.mark.parametrize(
    ("sheet", "value"),
    [
        ("Guide", "Five steps"),
        ("Goals", "Statement "),
        ("About", "Every third grader reads"),
        ("Lists", 9999.0),
        ("Scratch", "Yours to use freely; nothing reads this sheet."),
    ],
)
def test_its_words_are_its_own_anywhere_and_its_numbers_on_their_sheet(words, sheet, value):
    assert words.has(sheet, value)


@pytest.mark.parametrize(
    ("sheet", "value"), [("Guide", "Ask Ann"), ("Goals", 9999.0), ("Goals", True)]
)
def test_what_people_write_is_not(words, sheet, value):
    assert not words.has(sheet, value)


def test_it_knows_the_headers_of_its_tables(words):
    assert {"Line", "Unit price", "Year 1"} <= words.headers["LineItems"]
