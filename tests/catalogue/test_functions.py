"""The catalogue as a whole: complete, true to its examples, described, and light to import."""

import inspect
import subprocess
import sys
from dataclasses import replace

import pytest

from catalogue.agreement import agrees
from xlbudget import finance
from xlbudget.catalogue import FUNCTIONS, NOT_IN_CELLS, Kind, Unit, call
from xlbudget.catalogue.function import CatalogueError
from xlbudget.catalogue.functions import _by_name

EVERY = [pytest.param(function, id=name) for name, function in FUNCTIONS.items()]
LEAST = 35
WRAPPED = {"npv_tornado": "tornado", "rationing": "capital_rationing"}
"""What an entry adds names to, so that a cell can use it."""

ROUNDED = {Unit.TABLE: 2}
_PUBLIC = {name for name in finance.__all__ if inspect.isfunction(getattr(finance, name))}


def _offered():
    names = {function.python.__name__ for function in FUNCTIONS.values()}
    return names | {wrapped for name, wrapped in WRAPPED.items() if name in names}


def _digits(value):
    return len(f"{value:.10f}".rstrip("0").split(".")[1])


def _as_shown(found, shown):
    """Return an answer with the digits of another one."""
    if isinstance(shown, (tuple, list)):
        return [_as_shown(a, b) for a, b in zip(found, shown, strict=True)]
    return shown if isinstance(shown, str) and found == shown else _rounded(found, shown)


def _rounded(found, shown):
    return found if isinstance(found, str) else round(found, _digits(shown))


def _lists(rows):
    return [_lists(row) for row in rows] if isinstance(rows, (tuple, list)) else rows


# --- every entry


@pytest.mark.parametrize("function", EVERY)
def test_the_example_is_true_to_the_digits_shown(function):
    cells, shown = function.example
    assert agrees(_as_shown(call(function, cells), shown), _lists(shown))


@pytest.mark.parametrize("function", EVERY)
def test_every_description_is_a_sentence(function):
    for says in (function.says, *(parameter.says for parameter in function.parameters)):
        assert says.endswith((".", ".)"))
        assert says[0].isupper() or says[0] in '"1'
        assert says == says.strip()


@pytest.mark.parametrize("function", EVERY)
def test_no_argument_that_is_needed_follows_one_that_may_be_left_out(function):
    optional = [function.is_optional(parameter) for parameter in function.parameters]
    assert optional == sorted(optional)


@pytest.mark.parametrize("function", EVERY)
def test_the_python_function_says_what_it_refuses_and_where_it_is_from(function):
    told = inspect.getdoc(function.python)
    assert all(f"\n{part}:\n" in told for part in ("Args", "Returns", "Raises", "Source"))


@pytest.mark.parametrize("function", EVERY)
def test_no_name_looks_like_a_cell(function):
    assert function.name.startswith("XLB_")
    assert function.name[4:].replace("_", "").isalnum()


@pytest.mark.parametrize("function", EVERY)
def test_a_text_comes_only_where_a_text_is_announced(function):
    answer = call(function, function.example[0])
    assert isinstance(answer, str) == (function.returns is Unit.WORD)


# --- all of them


def test_there_are_enough_functions():
    assert len(FUNCTIONS) >= LEAST


def test_every_public_function_of_finance_is_offered_or_has_a_reason():
    assert sorted(_PUBLIC - _offered() - set(NOT_IN_CELLS)) == []


def test_no_reason_is_stale():
    direct = {function.python.__name__ for function in FUNCTIONS.values()}
    assert set(NOT_IN_CELLS) <= _PUBLIC
    assert not set(NOT_IN_CELLS) & direct
    assert all(NOT_IN_CELLS.values())


def test_each_function_is_listed_under_its_own_name():
    assert all(function.name == name for name, function in FUNCTIONS.items())


def test_every_kind_of_argument_is_used():
    used = {parameter.kind for function in FUNCTIONS.values() for parameter in function.parameters}
    assert used == set(Kind)


def test_a_name_that_stands_twice_is_refused():
    with pytest.raises(CatalogueError, match="XLB_ROI stands twice"):
        _by_name((FUNCTIONS["XLB_ROI"], FUNCTIONS["XLB_ROI"]))


# --- an entry that does not fit


_ROI = FUNCTIONS["XLB_ROI"]
_BENEFITS, _COSTS = _ROI.parameters


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"parameters": (replace(_BENEFITS, name="gain"), _COSTS)}, "Python says"),
        ({"parameters": (_COSTS, _BENEFITS)}, "Python says"),
        ({"parameters": (_BENEFITS,)}, "Python says"),
        ({"name": "ROI"}, "in capitals"),
        ({"name": "XLB_roi"}, "in capitals"),
        ({"name": "XLB_2027"}, "in capitals"),
        ({"name": "XLB2027"}, "in capitals"),
        ({"says": "x" * 256}, "too long"),
        ({"says": ""}, "no help"),
        ({"parameters": (replace(_BENEFITS, says="x" * 256), _COSTS)}, "too long"),
    ],
)
def test_an_entry_that_does_not_fit_is_refused_when_it_is_made(changes, words):
    with pytest.raises(CatalogueError, match=words):
        replace(_ROI, **changes)


# --- what an import costs


_IMPORTED = """
import sys, time
before, start = set(sys.modules), time.process_time()
import xlbudget.catalogue
took = time.process_time() - start
tops = {name.partition(".")[0] for name in set(sys.modules) - before}
print(sorted(tops - set(sys.stdlib_module_names) - {"xlbudget"}), took < 0.5)
"""


def test_importing_the_catalogue_is_quick_and_needs_the_standard_library_only():
    done = subprocess.run(
        [sys.executable, "-c", _IMPORTED], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[] True\n"
