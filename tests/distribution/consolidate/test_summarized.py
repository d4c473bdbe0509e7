"""A budget of very many lines as sums: every total stays, to the cent."""

from dataclasses import dataclass, replace

import pytest

from distribution.consolidate.made import YEARS, contract
from xlbudget.analysis import analyze
from xlbudget.analysis.line_parts import parts_of
from xlbudget.distribution.consolidate.summarized import MOST_LINES, Sums
from xlbudget.distribution.consolidate.totals import AREA, GOAL, SCHOOL, SOURCE, totals_of
from xlbudget.model import Budget
from xlbudget.model.cost import line_costs
from xlbudget.model.rules import findings_of

MOST = 60


@dataclass(frozen=True, repr=False)
class Whole:
    """A budget of twice as many lines as came home, of two kinds each."""

    budget: Budget
    costs: tuple


@pytest.fixture(scope="module")
def whole(merged):
    lines = merged.budget.lines
    again = (replace(line, line_id=f"{line.line_id}-again") for line in lines)
    budget = replace(merged.budget, lines=(*lines, *again))
    return Whole(budget, line_costs(budget))


def held(budget, costs, most=MOST_LINES):
    sums = Sums(budget, most)
    for cost in costs:
        sums.add(cost, parts_of(cost))
    return sums.held()


def totals(budget):
    return totals_of(line_costs(budget), YEARS)


def test_a_budget_that_fits_stays_as_it_is(whole):
    kept = held(whole.budget, whole.costs, len(whole.costs))
    assert kept.budget == whole.budget
    assert kept.lost == ""


def test_sums_keep_every_total_to_the_cent(whole):
    kept = held(whole.budget, whole.costs, MOST)
    assert len(kept.budget.lines) <= MOST
    assert totals(kept.budget).by == totals(whole.budget).by


def test_sums_over_all_schools_keep_areas_and_sources(whole):
    kept = held(whole.budget, whole.costs, 15)
    found, wanted = totals(kept.budget), totals(whole.budget)
    assert found.whole == wanted.whole
    for kind in (AREA, SOURCE):
        assert found.by[kind] == wanted.by[kind]
    assert list(found.by[SCHOOL]) == [""]
    assert "0001-G01" not in found.by[GOAL]  # counted for the district's goal
    assert "the school" in kept.lost


def test_what_is_lost_is_said(whole):
    lost = held(whole.budget, whole.costs, MOST).lost
    assert lost.startswith(f"{len(whole.costs)} lines stand in Line items as ")
    assert "service lives" in lost


def test_recurring_need_and_the_funding_plan_stay(whole):
    lines = (
        contract("A", (100, 200, 300), need="starts"),
        contract("B", (50, 60, 70), need="one-time"),
        contract("C", (10, 20, 30), source_1="F2"),
        contract("F", (4, 5, 6), source_1="F2", successor="F1"),
        contract("D", (1, 2, 3), status="proposed"),
        contract("E", (7, 7, 7), status="lapsed"),
    )
    ends = replace(whole.budget.sources[1], last_fiscal_year=YEARS[0])
    budget = replace(whole.budget, lines=lines, sources=(whole.budget.sources[0], ends))
    kept = held(budget, line_costs(budget), 3).budget
    before, after = analyze(budget).funding, analyze(kept).funding
    assert after.recurring_need == before.recurring_need
    assert before.cliff_year == YEARS[1]
    assert (after.cliff_year, after.lost) == (before.cliff_year, before.lost)
    assert (after.cost, after.secured.paid) == (before.cost, before.secured.paid)


def test_sums_are_lines_without_a_fatal_finding(whole):
    kept = held(whole.budget, whole.costs, MOST).budget
    assert not [found for found in findings_of(kept) if found.severity == "fatal"]
