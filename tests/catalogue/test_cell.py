"""One conversion of a cell for all hosts."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from math import inf, isnan

import numpy as np
import pytest

from xlbudget.catalogue import OMITTED, CellError
from xlbudget.catalogue.cell import as_date, is_blank, plain
from xlbudget.catalogue.cell_error import NEWER, NUMBERS, ErrorInCellError

DAY = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("raw", "held"),
    [
        (2.5, 2.5),
        (3, 3.0),
        (Decimal("19.9900"), 19.99),
        (Decimal("1e400"), inf),
        ("400", "400"),
        ("", ""),
        (True, True),
        (None, None),
        (OMITTED, None),
        (DAY, DAY),
        (np.float64(2.0), 2.0),
    ],
)
def test_a_cell_becomes_what_it_holds(raw, held):
    assert plain(raw) == held


def test_a_whole_number_becomes_a_number_like_all_others():
    assert type(plain(3)) is float


@pytest.mark.parametrize("raw", [10**400, -(10**4_000), Decimal("NaN"), Decimal("sNaN")])
def test_a_number_beyond_all_numbers_is_none(raw):
    assert isnan(plain(raw))


@pytest.mark.parametrize("error", NUMBERS)
def test_an_error_is_raised_with_its_own_code(error):
    for raw in (error, CellError(error), NUMBERS[error] - 2_146_828_288, np.str_(error)):
        with pytest.raises(ErrorInCellError) as raised:
            plain(raw)
        assert raised.value.error == error


@pytest.mark.parametrize("error", [*NEWER, "#WHATEVER!"])
def test_an_error_that_not_all_know_is_value(error):
    with pytest.raises(ErrorInCellError) as raised:
        plain(CellError(error))
    assert raised.value.error == "#VALUE!"
    assert str(raised.value) == error


@pytest.mark.parametrize("text", ["#1", "# of devices", "#ref!", "see #REF!"])
def test_a_text_that_only_looks_like_an_error_is_a_text(text):
    assert plain(text) == text


@pytest.mark.parametrize(
    "raw",
    [
        DAY,
        datetime(2026, 7, 1, 8, 30, tzinfo=UTC),
        46_204.0,
        46_204,
        46_204.99,
        Decimal(46_204),
        "2026-07-01",
        " 2026-07-01 ",
        "2026-07-01T08:30",
        "20260701",
    ],
)
def test_a_date_is_known_in_every_form(raw):
    found = as_date(raw)
    assert (found.year, found.month, found.day) == (2026, 7, 1)


@pytest.mark.parametrize(
    ("serial", "day"),
    [
        (61.0, date(1900, 3, 1)),
        (25_569.0, date(1970, 1, 1)),
        (2_958_465.9, date(9999, 12, 31)),
    ],
)
def test_days_are_counted_as_in_a_spreadsheet(serial, day):
    assert as_date(serial) == day


@pytest.mark.parametrize(
    "raw", [0.5, 60.0, 2_958_466.0, -1.0, inf, True, "soon", "07/01/2026", "", time(8, 30), None]
)
def test_what_is_no_date_comes_back_as_it_is(raw):
    assert as_date(raw) == raw


@pytest.mark.parametrize(
    ("raw", "blank"),
    [(None, True), (OMITTED, True), ("", True), (" \n", True), (0.0, False), (False, False)],
)
def test_a_blank_cell_shows_nothing(raw, blank):
    assert is_blank(raw) is blank
