"""Every kind of argument goes through real cells, and the same answer comes back as in Python."""

from datetime import date, datetime
from decimal import Decimal
from math import inf, nan
from time import perf_counter

import pytest

from hosts.libreoffice.argument_cells import cells_can_hold
from hosts.libreoffice.routes import through_cells
from xlbudget.catalogue import FUNCTIONS, OMITTED, CellError, call

FLOWS = (-16_000.0, 2_000.0, 4_000.0, 5_000.0, 5_000.0, 5_000.0, 5_000.0)
COLUMN = tuple((flow,) for flow in FLOWS)
DAYS = (date(2026, 7, 1), datetime(2027, 7, 1, 12, 30), "2028-07-01")  # noqa: DTZ001 - as in cells
LINES = ((100.0, 400.0, 0.0, 4.0, 0.0, 20.0, 1.0), (10.0, 800.0, 0.0, 8.0, 0.0, 0.0, 2.0))
FLEET = (400.0, 0.0, 4.0, 7.0, 0.0, 1.0, 0.0, 1.0)
BLANK_BELOW = 1_048_576 - len(FLOWS)

CASES = {
    "a-row": ("XLB_NPV", 0.09, FLOWS),
    "a-column": ("XLB_NPV", 0.09, COLUMN),
    "a-whole-column": ("XLB_NPV", 0.09, (*COLUMN, *[(None,)] * BLANK_BELOW)),
    "a-whole-row": ("XLB_NPV", 0.09, (*FLOWS, *[None] * (16_384 - len(FLOWS)))),
    "one-cell-for-a-range": ("XLB_NPV", 0.09, -100.0),
    "a-range-of-one-cell-for-one": ("XLB_NPV", ((0.09,),), FLOWS),
    "a-range-for-one-cell": ("XLB_NPV", (0.09, 0.1), FLOWS),
    "a-block-for-a-line": ("XLB_NPV", 0.09, LINES),
    "left-out-in-the-middle": ("XLB_TCO_YEARS", *FLEET[:4], OMITTED, OMITTED, 7.0),
    "left-out-at-the-end": ("XLB_NPV", 0.09, FLOWS, OMITTED),
    "needed-and-left-out": ("XLB_NPV", OMITTED, FLOWS),
    "text-for-a-number": ("XLB_NPV", "5%", FLOWS),
    "text-in-a-range": ("XLB_NPV", 0.09, (1.0, "none", 2.0)),
    "a-blank-in-a-range": ("XLB_NPV", 0.09, (1.0, None, 2.0)),
    "empty-text-in-a-range": ("XLB_NPV", 0.09, (1.0, "", 2.0)),
    "empty-text": ("XLB_NPV", "", FLOWS),
    "an-error": ("XLB_NPV", CellError("#DIV/0!"), FLOWS),
    "an-error-before-a-refusal": ("XLB_NPV", CellError("#N/A"), "text"),
    "an-error-of-automation": ("XLB_NPV", -2_146_826_246, FLOWS),
    "a-newer-error": ("XLB_NPV", CellError("#SPILL!"), FLOWS),
    "money": ("XLB_ROI", Decimal("3840.50"), Decimal(1_200)),
    "whole-numbers": ("XLB_ROI", 3_840, 1_200),
    "a-division-by-zero": ("XLB_ROI", 3_840.0, 0.0),
    "a-rate-too-low": ("XLB_NPV", -1.0, FLOWS),
    "no-rate-solves-it": ("XLB_IRR", (100.0, 100.0)),
    "a-flag": ("XLB_TCO_YEARS", *FLEET, OMITTED, False),
    "no-flag": ("XLB_TCO_YEARS", *FLEET, OMITTED, 2.0),
    "dates": ("XLB_XNPV", 0.05, (-100.0, 50.0, 60.0), DAYS),
    "a-date": ("XLB_FISCAL_YEAR", date(2026, 7, 1)),
    "a-date-as-a-number": ("XLB_FISCAL_YEAR", 46_204.0),
    "a-date-as-text": ("XLB_FISCAL_YEAR", "2026-06-30"),
    "no-date": ("XLB_FISCAL_YEAR", "July"),
    "a-word": ("XLB_ERATE_DISCOUNT", 80.0, "  Rural ", 1.0),
    "an-unknown-word": ("XLB_ERATE_DISCOUNT", 80.0, "lunar", 1.0),
    "words": ("XLB_ALIGNED_SHARE", ("G1", "", None, 7.0), (1.0, 2.0, 3.0, 4.0)),
    "a-long-text": ("XLB_ERATE_DISCOUNT", 80.0, "x" * 32_767, 1.0),
    "pairs": ("XLB_LCC", 0.03, 20.0, 1_000.0, 0.0, ((2.0, 50.0), (5.0, 10.0), (None, None))),
    "a-list-of-nothing": ("XLB_LCC", 0.03, 20.0, 1_000.0, 0.0, ()),
    "a-block": ("XLB_TCO_BY_YEAR", LINES, 3.0),
    "a-table": ("XLB_TCO_SCHEDULE", ("Devices", "Network"), LINES, 2.0, 2_027.0),
    "a-column-of-answers": ("XLB_IRR_ALL", (-1_600.0, 10_000.0, -10_000.0)),
    "an-error-of-a-table": ("XLB_TCO_BY_YEAR", LINES, 0.0),
    "an-error-into-a-table": ("XLB_TCO_BY_YEAR", LINES, CellError("#REF!")),
    "why": ("XLB_WHY", "XLB_NPV", -2.0, FLOWS),
    "why-with-a-range": ("XLB_WHY", "npv", 0.09, (1.0, "none")),
    "why-not": ("XLB_WHY", "XLB_NPV", 0.09, FLOWS),
    "why-of-nothing": ("XLB_WHY", "XLB_NOTHING"),
}


@pytest.fixture(scope="module")
def through(office):
    """Return the answers of all cases, calculated in one book."""
    cases = [(FUNCTIONS[name], cells) for name, *cells in CASES.values()]
    return dict(zip(CASES, through_cells(cases, office), strict=True))


def as_shown(answer):
    """Return an answer of Python as a cell can show it."""
    if isinstance(answer, CellError):
        return CellError(answer.error)
    return answer if isinstance(answer, (float, str)) else tuple(map(tuple, answer))


@pytest.mark.parametrize("case", CASES)
def test_a_cell_shows_what_python_answers(through, case):
    name, *cells = CASES[case]
    expected = as_shown(call(FUNCTIONS[name], cells))
    assert through[case] == expected


def test_the_cases_hold_every_kind_of_argument():
    kinds = {p.kind for name, *_ in CASES.values() for p in FUNCTIONS[name].parameters}
    assert kinds == {p.kind for function in FUNCTIONS.values() for p in function.parameters}


def test_every_example_is_the_same_in_a_cell(office):
    cases = [(function, function.example[0]) for function in FUNCTIONS.values()]
    shown = dict(zip(FUNCTIONS, through_cells(cases, office), strict=True))
    assert shown == {function.name: as_shown(call(function, cells)) for function, cells in cases}


def test_hundreds_of_cases_take_seconds(office):
    cases = [(FUNCTIONS[name], cells) for name, *cells in CASES.values() if "whole" not in name]
    few = [case for case in cases if all(len(c) < 1_000 for c in case[1] if isinstance(c, tuple))]
    started = perf_counter()
    assert len(through_cells(few * 10, office)) > 400
    assert perf_counter() - started < 20


# --- what LibreOffice cannot tell apart, or not say; the manual has it in writing


@pytest.mark.parametrize(
    ("name", "cells", "shown"),
    [
        pytest.param("XLB_NET_BENEFIT", (None, 5.0), -5.0, id="a-blank-cell-is-0"),
        pytest.param("XLB_NET_BENEFIT", (True, 5.0), -4.0, id="TRUE-is-1"),
        pytest.param("XLB_NPV", (0.0, (True, 5.0)), 6.0, id="TRUE-in-a-range-is-1"),
        pytest.param(
            "XLB_NPV",
            (0.09, (1.0, CellError("#N/A"))),
            CellError("Err:504"),
            id="an-error-in-a-range-is-Err:504",
        ),
        pytest.param(
            "XLB_NPV",
            (CellError("#N/A"), CellError("#REF!")),
            CellError("#REF!"),
            id="of-two-errors-the-last-comes-out",
        ),
    ],
)
def test_a_known_difference_of_the_host(office, name, cells, shown):
    (through,) = through_cells([(FUNCTIONS[name], cells)], office)
    assert through == shown


# --- what no cell can hold


@pytest.mark.parametrize(
    "argument", [inf, nan, "x" * 32_768, ((1.0, 2.0), (3.0,)), (1.0, inf), ((),)]
)
def test_what_no_cell_holds_is_said(office, argument):
    assert not cells_can_hold(argument)
    with pytest.raises(ValueError, match="no range of cells"):
        through_cells([(FUNCTIONS["XLB_NPV"], (0.09, argument))], office)
