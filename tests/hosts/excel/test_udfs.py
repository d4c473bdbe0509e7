"""udfs: xlwings' real server calls our functions, and damages nothing on the way."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

import xlbudget
from hosts.excel.pywin32 import MISSING, UDFS, Range, call_udf, server
from xlbudget.catalogue import FUNCTIONS
from xlbudget.hosts.excel.marks import MARK, OMITTED_TEXT

FLOWS = (-1_000.0, 400.0, 400.0, 500.0)
WORTH = -1_000 + 400 / 1.05 + 400 / 1.05**2 + 500 / 1.05**3


@pytest.fixture(scope="module")
def declared():
    """Return what xlwings knows of each of our functions."""
    import sys  # noqa: PLC0415 - the module is imported anew by the server

    server()
    module = sys.modules[UDFS]
    return {name: getattr(module, name).__xlfunc__ for name in FUNCTIONS}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_xlwings_knows_each_argument_by_its_name_and_help(declared, name):
    known = [(argument["name"], argument["doc"]) for argument in declared[name]["args"]]
    assert known == [(each.name, each.says) for each in FUNCTIONS[name].parameters]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_nothing_that_was_declared_is_forgotten(declared, name):
    told = declared[name]
    assert told["category"] == "xlbudget"
    assert not told["volatile"]
    assert told["ret"] == {"doc": FUNCTIONS[name].says, "options": {"convert": "raw"}}
    assert {argument["options"]["convert"] for argument in told["args"]} == {"raw"}


@pytest.mark.parametrize(
    "flows",
    [
        pytest.param(Range((FLOWS,)), id="one-row"),
        pytest.param(Range(tuple((flow,) for flow in FLOWS)), id="one-column"),
        pytest.param((FLOWS,), id="values-of-a-row"),
        pytest.param(FLOWS, id="array-constant"),
        pytest.param(Range((tuple(map(Decimal, FLOWS)),)), id="currency"),
    ],
)
def test_flows_come_in_many_shapes(flows):
    assert call_udf("XLB_NPV", 0.05, flows, MISSING) == pytest.approx(WORTH, rel=1e-12)


@pytest.mark.parametrize("left_out", [(), (MISSING,), (OMITTED_TEXT,)], ids=len)
def test_an_argument_that_is_left_out_has_its_default(left_out):
    assert call_udf("XLB_NPV", 0.05, (FLOWS,), *left_out) == pytest.approx(WORTH, rel=1e-12)


@pytest.mark.parametrize("blank", [None, "", "  "])
def test_a_blank_is_refused_and_not_taken_for_left_out(blank):
    assert call_udf("XLB_NPV", 0.05, (FLOWS,), blank) == f"{MARK}2015"
    assert call_udf("XLB_NPV", 0.05, Range(((100.0, blank, 200.0),))) == f"{MARK}2015"


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        pytest.param(-2146826288, 2000, id="NULL"),
        pytest.param(-2146826281, 2007, id="DIV/0"),
        pytest.param(-2146826273, 2015, id="VALUE"),
        pytest.param(-2146826265, 2023, id="REF"),
        pytest.param(-2146826259, 2029, id="NAME"),
        pytest.param(-2146826252, 2036, id="NUM"),
        pytest.param(-2146826246, 2042, id="N/A"),
        pytest.param(-2146826243, 2015, id="SPILL"),
        pytest.param(-2146826238, 2015, id="CALC"),
    ],
)
def test_an_error_in_a_cell_comes_out_as_that_error(number, shown):
    assert call_udf("XLB_NPV", 0.05, Range(((100.0, number),))) == f"{MARK}{shown}"
    assert call_udf("XLB_NPV", number, (FLOWS,)) == f"{MARK}{shown}"


@pytest.mark.parametrize("day", [datetime(2026, 7, 1, tzinfo=UTC), 46_204.0, "2026-07-01"])
def test_a_day_comes_in_many_forms(day):
    assert call_udf("XLB_FISCAL_YEAR", Range(((day,),))) == 2027


def test_a_text_stays_a_text():
    assert call_udf("XLB_RATIONING", ("0012", "=A1"), ((1.0, 2.0), (1.0, 3.0)), 1.0)[1][0] == "=A1"


def test_a_reason_is_told_in_words():
    reason = call_udf("XLB_WHY", "XLB_NPV", -2.0, (FLOWS,), OMITTED_TEXT)
    assert reason.startswith("The discount rate is -200.00%")


def test_python_says_who_it_is():
    assert call_udf("about").startswith(f"xlbudget {xlbudget.__version__}, xlwings ")


def test_many_lines_are_counted_with_numpy(monkeypatch):
    asked = []
    monkeypatch.setattr(
        "xlbudget.portfolio.fleets.tco_by_year",
        lambda _lines, horizon: asked.append(horizon) or ((1.0,),),
    )
    assert call_udf("XLB_TCO_BY_YEAR", ((1.0, 2.0, 0.0, 1.0, 0.0, 0.0, 1.0),), 1.0) == 1
    assert asked == [1.0]
