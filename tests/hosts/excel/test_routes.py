"""routes: the same answers from Python, from xlwings' real server, and from the add-in's VBA."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from hosts.excel.routes import ERROR_NUMBERS, through_udf, through_vba
from xlbudget.catalogue import FUNCTIONS, OMITTED, CellError, call

ROUTES = (through_udf, through_vba)
LINES = ((100.0, 350.0, 20.0, 4.0, 25.0, 30.0, 1.0), (10.0, 800.0, 50.0, 5.0, 0.0, 60.0, 2.0))

CASES = {
    "row": ("XLB_NPV", 0.05, ((-1_000.0, 400.0, 700.0),)),
    "column": ("XLB_NPV", 0.05, ((-1_000.0,), (400.0,), (700.0,))),
    "array constant": ("XLB_NPV", 0.05, (-1_000.0, 400.0, 700.0)),
    "one cell as a range": ("XLB_NPV", ((0.05,),), ((100.0,),)),
    "whole number": ("XLB_ROI", 3_840, 1_200),
    "optional given": ("XLB_NPV", 0.05, ((-1_000.0, 400.0),), 1.0),
    "optional left out": ("XLB_NPV", 0.05, ((-1_000.0, 400.0),), OMITTED),
    "optional left out between": ("XLB_UPV", 0.03, 10.0, OMITTED, OMITTED, True),
    "optional blank": ("XLB_NPV", 0.05, ((-1_000.0, 400.0),), None),
    "required left out": ("XLB_ROI", OMITTED, 100.0),
    "too few": ("XLB_ROI", 100.0),
    "blank among flows": ("XLB_NPV", 0.05, ((-1_000.0, None, 700.0),)),
    "empty text among flows": ("XLB_NPV", 0.05, ((-1_000.0, "", 700.0),)),
    "text among flows": ("XLB_NPV", 0.05, ((-1_000.0, "n/a", 700.0),)),
    "text number": ("XLB_ROI", "100", 50.0),
    "truth value for a number": ("XLB_ROI", True, 50.0),
    "flag": ("XLB_UPV", 0.03, 10.0, 0.0, 1.0, True),
    "flag as a cell": ("XLB_UPV", 0.03, 10.0, 0.0, 1.0, ((True,),)),
    "two cells for one": ("XLB_ROI", ((1.0, 2.0),), 50.0),
    "block for a line": ("XLB_NPV", 0.05, ((1.0, 2.0), (3.0, 4.0))),
    "rate out of reach": ("XLB_NPV", -1.0, ((1.0, 2.0),)),
    "no answer": ("XLB_IRR", ((1.0, 2.0),)),
    "divided by nothing": ("XLB_ROI", 1.0, 0.0),
    "currency": ("XLB_ROI", Decimal("3840.5"), Decimal(1_200)),
    "currency among flows": ("XLB_NPV", 0.05, ((Decimal(-1_000), Decimal("400.25")),)),
    "day": ("XLB_FISCAL_YEAR", date(2026, 7, 1)),
    "time of day": ("XLB_FISCAL_YEAR", datetime(2026, 6, 30, 23, 59)),  # noqa: DTZ001 - a cell
    "serial day": ("XLB_FISCAL_YEAR", 46_203.0),
    "day as text": ("XLB_FISCAL_YEAR", "2026-06-30"),
    "days": ("XLB_XNPV", 0.05, ((-100.0, 110.0),), ((date(2026, 7, 1), date(2027, 7, 1)),)),
    "table": ("XLB_TCO_BY_YEAR", LINES, 5.0),
    "table with a blank end": ("XLB_TCO_BY_YEAR", (*LINES, (None,) * 7), 5.0),
    "one row of answers": ("XLB_TCO_BY_YEAR", LINES[:1], 5.0),
    "one column of answers": ("XLB_TCO_BY_YEAR", LINES, 1.0),
    "one cell of answers": ("XLB_TCO_BY_YEAR", LINES[:1], 1.0),
    "words": ("XLB_RATIONING", ("Fiber", ""), ((60.0, 40.0), (50.0, 30.0)), 100.0),
    "why": ("XLB_WHY", "XLB_ROI", 3_840.0, 0.0),
    "why, with one left out": ("XLB_WHY", "XLB_NPV", OMITTED, ((1.0,),)),
    "why nothing": ("XLB_WHY", "npv", 0.05, ((1.0, 2.0),)),
    "why of no function": ("XLB_WHY", "XLB_NOTHING"),
}  # fmt: skip


def plain(answer):
    """Return an answer without its reason, and its rows as tuples."""
    if isinstance(answer, CellError):
        return CellError(answer.error)
    return answer if isinstance(answer, (float, str)) else tuple(map(tuple, answer))


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_example_of_each_function_has_the_same_answer(route, name):
    function = FUNCTIONS[name]
    cells, _ = function.example
    assert route(function, cells) == plain(call(function, cells))


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("case", CASES)
def test_cells_have_the_same_answer(route, case):
    name, *cells = CASES[case]
    function = FUNCTIONS[name]
    assert route(function, cells) == plain(call(function, cells))


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("error", ERROR_NUMBERS)
def test_an_error_in_a_cell_has_the_same_answer(route, error):
    function = FUNCTIONS["XLB_NPV"]
    among, alone = (0.05, ((1.0, CellError(error)),)), (CellError(error), ((1.0,),))
    assert route(function, among) == plain(call(function, among))
    assert route(function, alone) == plain(call(function, alone))
