"""What an argument is to be: what comes of its cells, and the words of a refusal."""

from datetime import date
from decimal import Decimal

import pytest

from xlbudget.catalogue import Kind
from xlbudget.catalogue.cell_error import ErrorInCellError
from xlbudget.catalogue.kind import CONVERT, number_or_none
from xlbudget.errors import InputError

DAY = date(2026, 7, 1)


def test_every_kind_is_converted():
    assert set(CONVERT) == set(Kind)


@pytest.mark.parametrize(
    ("kind", "raw", "converted"),
    [
        (Kind.NUMBER, 2, 2.0),
        (Kind.NUMBER, [[Decimal("19.99")]], 19.99),
        (Kind.FLAG, True, True),
        (Kind.FLAG, 1.0, True),
        (Kind.FLAG, 0, False),
        (Kind.WORD, "  rural ", "rural"),
        (Kind.WORD, None, ""),
        (Kind.WORD, 0.0, ""),
        (Kind.WORD, 2027.0, "2027"),
        (Kind.WORD, 0.1, "0.1"),
        (Kind.WORD, False, "FALSE"),
        (Kind.WORD, DAY, "2026-07-01"),
        (Kind.DATE, 46_204.5, DAY),
        (Kind.NUMBERS, [[1], [Decimal(2)]], [1.0, 2.0]),
        (Kind.DATES, ["2026-07-01", 46_204.0], [DAY, DAY]),
        (Kind.WORDS, ["G01", None, 0.0], ["G01", "", ""]),
        (Kind.PAIRS, [[1, 2], [None, ""]], [(1.0, 2.0)]),
        (Kind.PAIRS, [], []),
        (Kind.PAIRS, None, []),
        (Kind.BLOCK, [[1.0], [2], [None]], [(1.0,), (2.0,)]),
        (Kind.CELLS, [None], [None]),
    ],
)
def test_cells_become_what_python_takes(kind, raw, converted):
    assert CONVERT[kind](raw, "flows") == converted


def test_plain_numbers_are_handed_on_without_a_copy():
    held = (1.0, 2.0)
    assert CONVERT[Kind.NUMBERS]((held,), "flows") is held


@pytest.mark.parametrize(
    ("kind", "name", "raw", "saw"),
    [
        (Kind.NUMBER, "years", "400", 'The argument "years" is the text "400"'),
        (Kind.NUMBER, "years", None, 'The argument "years" is blank'),
        (Kind.NUMBER, "years", True, 'The argument "years" is the truth value TRUE'),
        (Kind.NUMBER, "years", DAY, 'The argument "years" is the date 2026-07-01'),
        (Kind.FLAG, "refresh", "TRUE", 'The argument "refresh" is the text "TRUE"'),
        (Kind.FLAG, "refresh", 2.0, 'The argument "refresh" is neither TRUE nor FALSE'),
        (Kind.FLAG, "refresh", None, 'The argument "refresh" is blank'),
        (Kind.DATE, "day", "soon", 'The argument "day" is the text "soon"'),
        (Kind.DATE, "day", 12.0, 'The argument "day" is not a date'),
        (Kind.WORD, "locale", object(), 'The argument "locale" is nothing that can be read'),
        (Kind.NUMBERS, "flows", [1.0, 2.0, "400"], 'Flow 3 of 3 is the text "400"'),
        (Kind.NUMBERS, "probabilities", [0.5, None], "Probability 2 of 2 is blank"),
        (Kind.NUMBERS, "needed_until", [True], "Needed until 1 of 1 is the truth value TRUE"),
        (Kind.NUMBERS, "flows", [1.0, [2.0]], "Flow 2 of 2 is a list"),
        (Kind.DATES, "dates", [DAY, None], "Date 2 of 2 is blank"),
        (Kind.WORDS, "goals", ["G01", float("nan")], "Goal 2 of 2 is not a number"),
        (Kind.PAIRS, "replacements", [[1, None]], 'Row 1, column 2 of "replacements" is blank'),
        (Kind.BLOCK, "lines", [[1.0], ["x"]], 'Row 2, column 1 of "lines" is the text "x"'),
    ],
)
def test_a_refusal_names_the_cell_and_what_stands_there(kind, name, raw, saw):
    with pytest.raises(InputError) as refusal:
        CONVERT[kind](raw, name)
    assert refusal.value.saw == saw


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.CELLS])
def test_an_error_goes_before_a_refusal_of_the_same_argument(kind):
    with pytest.raises(ErrorInCellError):
        CONVERT[kind]([["#REF!", "n/a"]] if kind.is_range else "#REF!", "flows")


def test_a_blank_is_none_where_none_is_an_answer():
    assert number_or_none(None, "guess") is None
    assert number_or_none([[None]], "guess") is None
    assert number_or_none(0, "guess") == 0.0


def test_one_cell_is_no_range():
    singles = {kind for kind in Kind if not kind.is_range}
    assert singles == {Kind.NUMBER, Kind.FLAG, Kind.WORD, Kind.DATE}
