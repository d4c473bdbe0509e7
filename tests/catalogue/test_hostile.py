"""Whatever stands in the cells: an answer or an honest error, at once, never a fault of ours."""

import inspect
from math import isfinite
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue import hostile_cells
from catalogue.large_cells import LARGE
from xlbudget import errors
from xlbudget.catalogue import FUNCTIONS, CellError, Unit, call
from xlbudget.catalogue.cell_error import NUMBERS

EVERY = [pytest.param(function, id=name) for name, function in FUNCTIONS.items()]
EVERYWHERE = {"XLB-201", "XLB-202"}
"""Refusals of the conversion, in front of every function: no number, and no such range."""

CLASSES = {
    made.code: made.__name__
    for made in vars(errors).values()
    if isinstance(made, type) and issubclass(made, errors.XlbudgetError)
}
HANG = 30.0
"""CPU seconds, with coverage counting lines; benchmarks/large_cells.py holds them to one."""

law = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def checked(function, cells):
    """Return what a function answers, which must be something that a cell can show."""
    start = process_time()
    answer = call(function, cells)
    assert process_time() - start < HANG
    if isinstance(answer, CellError):
        assert answer.error in NUMBERS
        assert answer.reason
        assert answer.code != "XLB-000", answer.reason
    elif function.spills:
        assert len(set(map(len, answer))) == 1
        assert all(_can_be_shown(function, cell) for row in answer for cell in row)
    else:
        assert _can_be_shown(function, answer)
    return answer


def _can_be_shown(function, cell):
    if isinstance(cell, str):
        return function.returns in {Unit.WORD, Unit.TABLE}
    return type(cell) is float and isfinite(cell)


# --- mixtures


@pytest.mark.parametrize("function", EVERY)
def test_hostile_cells_get_an_answer_or_a_documented_error(function):
    documented = inspect.getdoc(function.python)

    @law
    @given(hostile_cells.arguments(function))
    def no_fault(cells):
        answer = checked(function, cells)
        code = answer.code if isinstance(answer, CellError) else ""
        assert not code or code in EVERYWHERE or f"{CLASSES[code]}: " in documented

    no_fault()


@pytest.mark.parametrize("function", EVERY)
@settings(max_examples=10, deadline=None)
@given(cells=st.lists(hostile_cells.anything, max_size=12))
def test_any_number_of_any_cells_gets_an_answer_or_an_error(function, cells):
    checked(function, cells)


@pytest.mark.parametrize("function", EVERY)
@pytest.mark.parametrize(
    "strange",
    [10**5_000, [[]] * 3, [[1.0], [2.0, 3.0]], "x" * 100_000],
    ids=["5000-digits", "no-columns", "ragged", "huge-text"],
)
def test_one_strange_thing_in_every_place_is_no_fault(function, strange):
    checked(function, [strange] * max(1, len(function.parameters)))


def test_a_list_within_a_list_without_end_is_no_fault():
    endless = []
    endless.append(endless)
    deep = []
    for _ in range(100_000):
        deep = [deep]
    for function in FUNCTIONS.values():
        checked(function, (endless, deep, endless, deep))


# --- sizes


@pytest.mark.parametrize(("name", "cells"), LARGE, ids=[name for name, _ in LARGE])
def test_ten_thousand_cells_are_answered(name, cells):
    assert not isinstance(checked(FUNCTIONS[name], cells), CellError)


# --- what has once been a fault


@pytest.mark.parametrize(
    ("name", "cells", "error"),
    [
        ("XLB_TCO_SCHEDULE", (("a", "a"), ((1.0, 1e308, 0, 1.0, 0, 0, 1.0),) * 2, 3.0), "#NUM!"),
        ("XLB_TCO_BY_YEAR", (((1.0, 1e308, 0.0, 1.0, 0.0, 1e308, 1.0),), 3.0), "#NUM!"),
        ("XLB_TCO_YEARS", (1e308, 0.0, 1.0, 3.0, 0.0, 1.0, 1e308), "#NUM!"),
        ("XLB_TORNADO", (0.0, ("a", "b"), ((1e308,),) * 2, (1.0,) * 2, (1.0,) * 2), "#NUM!"),
    ],
)
def test_a_cost_beyond_all_numbers_is_refused(name, cells, error):
    assert checked(FUNCTIONS[name], cells).error == error


def test_equal_steps_of_the_largest_cost_are_numbers():
    [years] = checked(FUNCTIONS["XLB_SUM_OF_YEARS"], (1.5e308, 0.0, 5.0))
    assert years[0] == pytest.approx(5e307)


def test_a_growth_against_a_huge_rate_is_worth_nothing():
    assert checked(FUNCTIONS["XLB_UPV"], (1e16, 5.0, -0.999999999)) == pytest.approx(0, abs=1e-15)
