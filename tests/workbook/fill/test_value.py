"""Values as XML tells them."""

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from xlbudget.errors import InputError
from xlbudget.workbook.fill.value import LONGEST, plain, words
from xlbudget.workbook.read.xml_text import plain as without_references
from xlbudget.workbook.read.xml_text import words as as_shown


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(1900, 2, 28), 59),  # what Excel shows for 59, and for 61: it has a 29 February 1900
        (date(1900, 3, 1), 61),
        (datetime(2026, 7, 1, 18), 46204.75),  # noqa: DTZ001 - a cell has no zone
        (datetime(2026, 7, 1, 18, tzinfo=timezone(timedelta(hours=-5))), 46204.75),
        (Decimal("0.10"), 0.1),
        (True, True),
        (None, None),
    ],
)
def test_a_value_is_stored_as_spreadsheets_count(value, expected):
    found = plain(value)
    assert found == expected
    assert isinstance(found, bool) == isinstance(expected, bool)


def test_a_workbook_may_count_from_1904():
    assert plain(date(1904, 1, 1), starts_1904=True) == 0
    assert plain(date(2026, 7, 1), starts_1904=True) == 46204 - 1462


@pytest.mark.parametrize("day", [date(1899, 12, 30), date(1850, 1, 1)])
def test_a_day_before_the_first_is_refused(day):
    with pytest.raises(InputError, match="knows no day before"):
        plain(day)


@pytest.mark.parametrize(
    "text",
    [
        "a & <b> > c",
        "ü 漢 😀",
        "a\rb\nc\td",
        "bell \x07",
        "_x000D_",
        "_x005F_x000D_",
        "_",
        '"',
        "\ufffe",
    ],
)
def test_a_text_comes_home(text):
    stored = words(text).encode("latin-1").decode()
    assert as_shown(without_references(stored)) == text


def test_half_a_letter_is_escaped():
    assert words("a\ud800") == "a_xD800_"


def test_the_longest_text_is_taken_and_a_longer_one_refused():
    assert words("x" * LONGEST) == "x" * LONGEST
    with pytest.raises(InputError, match="32,768 letters"):
        words("x" * (LONGEST + 1))
