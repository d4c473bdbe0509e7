"""cost_blocks: what is asked, who pays it, and how prices grow."""

from decimal import Decimal

import pytest

from analysis.budgets import budget, line, source
from sheets.rich import rich_budget, rows_of, sheet_of, years_of
from xlbudget.analysis import analyze
from xlbudget.sheets.cost_by_year import cost_by_year_sheet

RICH = sheet_of(cost_by_year_sheet, rich_budget())
FOUND = analyze(rich_budget()).cash_flow


@pytest.mark.parametrize("part", ["planned", "conditional", "without_goal"])
def test_parts_of_what_is_asked_are_those_of_analysis(part):
    assert years_of(RICH, "CostTotals", part) == getattr(FOUND, part)


def test_the_prior_year_of_all_lines_counts_lapsed_ones():
    rows = rows_of(RICH, "CostTotals")
    assert [rows[key][0] for key in rows] == [Decimal("3500.25"), 3000, 0, Decimal("500.25")]


def test_streams_are_those_of_analysis():
    rows = rows_of(RICH, "CostByStream")
    for row in FOUND.streams:
        assert rows[row.key][1:-1] == row.years
    assert rows["total"][1:-1] == FOUND.cost


def test_a_source_without_a_stream_still_pays():
    made = budget(line(source_1="GEN"), sources=(source("GEN", 60, stream=""),))
    rows = rows_of(sheet_of(cost_by_year_sheet, made), "CostByStream")
    assert (rows["not said"][1], rows["unfunded"][1]) == (60, 40)


def test_what_nobody_pays_is_unfunded():
    made = budget(line(source_1="GEN"), sources=(source("GEN", 60),))
    rows = rows_of(sheet_of(cost_by_year_sheet, made), "CostByStream")
    assert (rows["recurring"][1], rows["unfunded"][1], rows["unfunded"][2]) == (60, 40, 100)


def test_prices_of_a_class_grow_by_its_rate():
    rows = rows_of(RICH, "Growth")
    steps = tuple(Decimal("1.03") ** k for k in range(5))
    assert (Decimal("0.03"), *steps, None) in rows.values()
