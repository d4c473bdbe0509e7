"""Widths: numbers that do not fit, and words that are cut off."""

import pytest

from workbook.lint.books import places, write
from xlbudget.workbook.lint import Profile

LISTS = "Lists"


def number(value, shown="#,##0.00", width=9, **properties):
    def seed(book):
        book[LISTS].set_column("K:K", width)
        book[LISTS].write_number("K6", value, book.shape(num_format=shown, **properties))

    return seed


def words(text, beside="", **properties):
    def seed(book):
        book[LISTS].set_column("K:L", 10)
        book[LISTS].write_string("K6", text, book.shape(**properties))
        place = "J6" if properties.get("align") == "right" else "L6"
        if beside:
            book[LISTS].write_string(place, beside)

    return seed


@pytest.mark.parametrize(
    "seed",
    [
        number(1234567890),
        number(123456, width=9, font_size=16),
        number(12345678, "#,##0", indent=3),
        number(0.25, '0.0% "of the plan"'),
        number(46266, "dddd, mmmm d, yyyy"),
        number(-123456789, "#,##0"),
    ],
)
def test_a_number_that_does_not_fit_is_found(tmp_path, seed):
    assert places(write(tmp_path / "budget.xlsx", seed), "L11") == [(LISTS, "K6")]


@pytest.mark.parametrize(
    "seed",
    [
        number(123456),
        number(1234567, "#,##0"),
        number(1234567890.123456789, "General"),
        number(46266, "yyyy-mm-dd", width=10),
        number(1234567890, shrink=True),
        words("Words that are cut off"),
        words("Words that are cut off", "beside", text_wrap=True),
        words("A few", "beside"),
    ],
)
def test_what_fits_or_flows_is_sound(tmp_path, seed):
    assert places(write(tmp_path / "budget.xlsx", seed), "L11") == []


@pytest.mark.parametrize(
    "seed",
    [
        words("Words that are cut off", "beside"),
        words("Words that are cut off", "beside", align="right"),
        words("WWWWWWWWW", "beside"),
    ],
)
def test_words_that_run_into_a_filled_cell_are_found(tmp_path, seed):
    assert places(write(tmp_path / "budget.xlsx", seed), "L11") == [(LISTS, "K6")]


def test_what_people_type_may_be_long_in_ours_but_not_elsewhere(tmp_path):
    path = write(tmp_path / "budget.xlsx", words("Words that are cut off", "beside", locked=False))
    assert places(path, "L11") == []
    assert (LISTS, "K6") in places(path, "L11", Profile.ANY)
