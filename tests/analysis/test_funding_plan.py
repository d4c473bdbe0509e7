"""The funding plan: a published cliff, cases by hand, the rules the slow way, odd budgets."""

from dataclasses import replace
from decimal import Decimal
from itertools import accumulate

import pytest
from hypothesis import given

from analysis.budgets import budget, budgets, dollars, law, line, source
from xlbudget.analysis import analyze
from xlbudget.model import FundingSource
from xlbudget.model.split import last_paying_year, source_slots, to_cents


def funding(*lines, **parts):
    return analyze(budget(*lines, **parts)).funding


# --- worked examples


def test_grant_of_example_5_3_runs_out():
    """Recurring cost 371,449.29; recurring funding 254,000; a grant pays 117,449.29 to FY2028."""
    found = funding(
        line("core", unit_price="254000.00", source_1="GEN"),
        line("more", unit_price="117449.29", source_1="GRANT"),
        sources=(
            source("GEN", *[254_000] * 5),
            source("GRANT", *[117_449.29] * 5, stream="one-time", last_fiscal_year=2028),
        ),
    )
    gap = Decimal("117449.29")
    assert found.recurring_need == dollars(*["371449.29"] * 5)
    assert found.secured.structural_gap == (gap,) * 5
    assert round(found.secured.exposed_share[0], 5) == Decimal("0.31619")
    assert found.secured.exposed == (gap, gap, 0, 0, 0)
    assert found.secured.unfunded == (0, 0, gap, gap, gap)
    assert (found.cliff_year, found.cliff_amount) == (2029, gap)
    assert [(part.line_id, part.source_id, part.amount) for part in found.cliff_parts] == [
        ("more", "GRANT", gap)
    ]
    assert (found.secured.deepest_gap_year, found.secured.deepest_gap) == (2027, gap)


def test_category_one_of_example_5_3_costs_14400_net():
    found = funding(
        line(unit_price=48_000, source_1="ERATE", source_2="GEN", source_share_2="0.3"),
        sources=(
            source("ERATE", *[40_000] * 5, stream="renewable", kind="E-rate Category One"),
            source("GEN", *[40_000] * 5),
        ),
    )
    assert found.secured.erate == dollars(*[33_600] * 5)
    assert found.secured.net == dollars(*[14_400] * 5)
    assert found.secured.grant_reliance[0] == Decimal("0.7")
    assert found.secured.one_time_share[0] == 0


def test_a_source_pays_recurring_need_first_and_no_more_than_it_has():
    found = funding(
        line("runs", unit_price=60, source_1="BOND"),
        line("once", unit_price=70, need="one-time", source_1="BOND"),
        years=1,
        sources=(source("BOND", 100, stream="one-time"),),
    )
    (bond,) = found.sources
    assert (bond.wanted, bond.wanted_recurring) == (dollars(130), dollars(60))
    assert (bond.paid, bond.paid_recurring) == (dollars(100), dollars(60))
    assert (bond.over_planned, bond.remaining) == (dollars(30), dollars(0))
    assert found.secured.unfunded == dollars(30)
    assert found.secured.one_time_share == (Decimal(1),)


def test_expected_money_is_shown_apart_and_applied_money_counts_nothing():
    found = funding(
        *[line(key, source_1=key) for key in ("secured", "expected", "applied")],
        years=1,
        sources=[source(key, 100, status=key) for key in ("secured", "expected", "applied")],
    )
    assert found.secured.unfunded == dollars(200)
    assert found.with_expected.unfunded == dollars(100)
    assert found.secured.structural_gap == dollars(200)
    assert found.with_expected.structural_gap == dollars(100)


def test_a_successor_takes_over_and_there_is_no_cliff():
    found = funding(
        line(source_1="GRANT", successor="GEN"),
        sources=(
            source("GRANT", *[100] * 5, stream="one-time", last_fiscal_year=2028),
            source("GEN", *[100] * 5),
        ),
    )
    assert found.cliff_year is None
    assert found.cliff_parts == ()
    assert found.sources[1].wanted == dollars(0, 0, 100, 100, 100)
    assert found.sources[0].last_year == 2028
    assert found.secured.recurring == dollars(0, 0, 100, 100, 100)


def test_a_one_time_cost_makes_no_cliff():
    found = funding(
        line(need="one-time", source_1="GRANT"),
        sources=(source("GRANT", 100, stream="one-time", last_fiscal_year=2027),),
    )
    assert found.cliff_year is None
    assert found.secured.exposed_share == (None,) * 5


def test_a_credit_is_never_paid_for():
    found = funding(line(unit_price=-50, source_1="GEN"), years=1, sources=(source("GEN", 100),))
    assert found.sources[0].wanted == dollars(-50)
    assert found.sources[0].paid == dollars(0)
    assert found.secured.unfunded == dollars(-50)


# --- laws


@law
@given(budgets)
def test_unfunded_and_paid_make_the_cost(plan):
    found = analyze(plan).funding
    for view in (found.secured, found.with_expected):
        rows = zip(found.cost, view.paid, view.unfunded, view.erate, view.net, strict=True)
        for cost, paid, unfunded, erate, net in rows:
            assert paid + unfunded == cost
            assert erate + net == cost


@law
@given(budgets)
def test_no_source_pays_more_than_it_has(plan):
    for item in analyze(plan).funding.sources:
        for amount, paid, recurring in zip(
            item.amount, item.paid, item.paid_recurring, strict=True
        ):
            assert 0 <= paid <= max(amount, 0)
            assert 0 <= recurring <= max(amount, 0)


@law
@given(budgets)
def test_the_cliff_is_the_first_loss_and_its_parts_add_up(plan):
    found = analyze(plan).funding
    losses = {year: lost for year, lost in zip(found.years, found.lost, strict=True) if lost > 0}
    assert found.cliff_year == min(losses, default=None)
    assert found.cliff_amount == losses.get(found.cliff_year, 0)
    assert sum(part.amount for part in found.cliff_parts) == found.cliff_amount


def slow_wanted(plan, costs, source_id, year):
    """What a source is wanted for: the words of docs/figures.md, line by line."""
    month, sources = plan.district.fiscal_year_start_month, {}
    for item in plan.sources:
        sources.setdefault(item.source_id, item)

    def pays(item, area):
        last = last_paying_year(item, month)
        return (
            (item.first_fiscal_year or 0) <= year
            and (last is None or year <= last)
            and (not item.allowed_areas or area in item.allowed_areas)
        )

    total = Decimal(0)
    for cost in costs:
        amount = cost.years[year - plan.district.base_fiscal_year]
        reach = list(accumulate((s.share for s in source_slots(cost.line)), initial=Decimal(0)))
        for place, slot in enumerate(source_slots(cost.line)):
            named = sources.get(slot.key)
            last = last_paying_year(named, month) if named else None
            key = cost.line.successor if last is not None and year > last else slot.key
            payer = sources.get(key) if named else None
            if payer and payer.source_id == source_id and pays(payer, cost.line.area):
                total += to_cents(amount * reach[place + 1]) - to_cents(amount * reach[place])
    return total


@law
@given(budgets)
def test_sources_are_wanted_as_the_rules_say(plan):
    analysis = analyze(plan)
    for item in analysis.funding.sources:
        if item.source.source_id:
            expected = tuple(
                slow_wanted(plan, analysis.costs, item.source.source_id, year)
                for year in analysis.years
            )
            assert item.wanted == expected


# --- odd budgets


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param({}, id="no-source"),
        pytest.param({"sources": (FundingSource(),)}, id="blank-source"),
        pytest.param({"sources": (source("GEN"), source("GEN", 5))}, id="twice"),
    ],
)
def test_odd_sources_pay_nothing(parts):
    plan = budget(line(source_1="GEN"), **parts)
    assert analyze(plan).funding.secured.unfunded == dollars(*[100] * 5)


def test_without_lines_nothing_is_needed():
    plan = replace(budget(sources=(source("GEN", 5),)), lines=())
    found = analyze(plan).funding
    assert found.cost == dollars(*[0] * 5)
    assert found.secured.grant_reliance == (None,) * 5
