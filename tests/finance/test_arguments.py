"""The words of refusals: what was seen, what is wanted, what to do."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

import xlbudget.finance
from xlbudget.errors import NotANumberError, ShapeError, XlbudgetError
from xlbudget.finance import _arguments as arguments


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "blank"),
        ("", "blank"),
        (True, "the truth value TRUE"),
        ("48600 approx", 'the text "48600 approx"'),
        ("x" * 50, f'the text "{"x" * 40}…"'),
        (float("nan"), "not a number"),
        (float("-inf"), "infinite"),
        ([1], "a list"),
        ((1,), "a list"),
        (object(), "not a usable number"),
        (1j, "not a usable number"),
        (10**400, "not a usable number"),
        (date(2027, 7, 1), "the date 2027-07-01"),
        (datetime(2027, 7, 1, 8, 30), "the date 2027-07-01"),  # noqa: DTZ001 - as a cell has it
    ],
)
def test_a_refusal_says_what_stands_there(value, shown):
    with pytest.raises(NotANumberError) as refusal:
        arguments.number(value, "The price")
    assert refusal.value.saw == f"The price is {shown}"
    assert refusal.value.cell_error == "#VALUE!"


@pytest.mark.parametrize("value", [2, 2.0, Decimal("2.0"), Fraction(2)])
def test_every_kind_of_real_number_is_a_number(value):
    found = arguments.number(value, "The price")
    assert found == 2
    assert type(found) is float


@pytest.mark.parametrize(
    ("values", "error"),
    [
        (None, NotANumberError),
        ("", NotANumberError),
        ("12", NotANumberError),
        (b"12", NotANumberError),
        (12, ShapeError),
        (date(2027, 7, 1), ShapeError),
        ([], ShapeError),
        ((), ShapeError),
    ],
)
def test_a_list_must_be_a_list(values, error):
    with pytest.raises(error, match="flow"):
        arguments.numbers(values, "flow")


def test_a_bad_number_in_a_list_is_named_by_its_position():
    with pytest.raises(NotANumberError, match="Flow 3 of 3 is blank"):
        arguments.numbers([1, 2.0, None], "flow")


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, "blank"), ("soon", 'the text "soon"'), (39_448, "not a date"), (1.5, "not a date")],
)
def test_a_bad_date_is_named_by_its_position(value, shown):
    with pytest.raises(NotANumberError) as refusal:
        arguments.day_numbers([date(2027, 7, 1), value])
    assert refusal.value.saw == f"Date 2 is {shown}"


def test_any_sequence_will_do():
    assert arguments.numbers(iter([1, Decimal(2)]), "flow") == (1.0, 2.0)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: arguments.number(None, "The price"),
        lambda: arguments.rate(-2),
        lambda: arguments.whole(0, "The term"),
        lambda: arguments.whole(1.5, "The term"),
        lambda: arguments.whole(10_001, "The term"),
        lambda: arguments.moment(-1, "The time"),
        lambda: arguments.at_least(-1, "The price"),
        lambda: arguments.divisor(0, "The price"),
        lambda: arguments.share(2, "The share"),
        lambda: arguments.shares_of_one([0.5], "weight"),
        lambda: arguments.same_length([1], [], "flows and dates"),
        lambda: arguments.pairs([1], "swing", "low and high"),
        lambda: arguments.day_numbers([None]),
        lambda: arguments.listed([], "flow"),
        lambda: arguments.listed(None, "flow"),
        lambda: arguments.listed(5, "flow"),
    ],
)
def test_every_refusal_is_a_paragraph_of_three_sentences(ask):
    with pytest.raises(XlbudgetError) as refusal:
        ask()
    facts = (refusal.value.saw, refusal.value.wants, refusal.value.fix)
    assert all(fact and not fact.endswith((".", "!")) for fact in facts)
    assert not any(word in str(refusal.value) for word in ("None", "nan", "float", "range"))


def test_everything_offered_is_there_and_in_order():
    offered = xlbudget.finance.__all__
    assert all(hasattr(xlbudget.finance, name) for name in offered)
    assert offered == sorted(offered, key=lambda name: (not name[0].isupper(), name))
