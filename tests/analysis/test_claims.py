"""Claims: what lines ask of sources, by hand."""

from analysis.budgets import BASE, budget, dollars, line, source
from xlbudget.analysis.claims import claims, demand
from xlbudget.analysis.frame import frame_of
from xlbudget.model.payers import payers_of

SOURCES = (source("A"), source("B"))


def asked(*lines):
    frame = frame_of(budget(*lines, years=2, sources=SOURCES))
    return frame, claims(frame.costs, payers_of(SOURCES, 7), frame.years)


def test_claims_that_go_one_way_share_a_route():
    _, found = asked(line("1", source_1="A"), line("2", source_1="A"), line("3", source_1="B"))
    assert [one.routes for one in found.lines] == [(0,), (0,), (1,)]
    assert [route.payers for route in found.routes] == [("A", "A"), ("B", "B")]


def test_demand_adds_up_cost_and_recurring_need():
    frame, found = asked(
        line("1", source_1="A", source_2="B", source_share_2="0.25"),
        line("2", source_1="B", need="starts"),
        line("3", need="one-time"),
    )
    wanted = demand(found, [cost.years for cost in frame.costs], frame.count)
    assert wanted.total.cost == dollars(300, 300)
    assert wanted.total.recurring == dollars(100, 200)
    assert [part.cost for part in wanted.by_route] == [dollars(75, 75), dollars(125, 125)]
    assert [part.recurring for part in wanted.by_route] == [dollars(75, 75), dollars(25, 125)]


def test_other_costs_are_split_anew():
    frame, found = asked(line(source_1="A", source_2="B", source_share_2="0.25"))
    wanted = demand(found, [dollars(40, 0)], frame.count)
    assert [part.cost for part in wanted.by_route] == [dollars(30, 0), dollars(10, 0)]


def test_recurring_from_before_the_plan_counts_from_year_1():
    _, found = asked(line(first_fiscal_year=BASE - 3))
    assert found.lines[0].starts == 0
