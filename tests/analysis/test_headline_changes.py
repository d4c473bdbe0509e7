"""headline_changes: the figures a board asks for, before and after."""

from decimal import Decimal

from analysis.budgets import budget, line, source
from xlbudget.analysis import analyze
from xlbudget.analysis.headline_changes import headline_changes
from xlbudget.model import Scenario


def headlines(old, new):
    found = headline_changes(analyze(old), analyze(new))
    return {one.key: (one.old, one.new, one.change) for one in found}


def paid_until(last):
    return budget(
        line(source_1="GRANT", goal_1="G1"),
        years=3,
        sources=(source("GRANT", 100, 100, 100, last_fiscal_year=last, stream="one-time"),),
        scenarios=(Scenario(scenario_id="S1", name="Plan", adopted=True),),
    )


def test_a_grant_that_ends_a_year_earlier_moves_the_cliff_and_the_unfunded():
    found = headlines(paid_until(2028), paid_until(2027))
    assert found["cliff_year"] == (2029, 2028, -1)
    assert found["unfunded"] == (Decimal(100), Decimal(200), Decimal(100))
    assert found["asked"] == (Decimal(300), Decimal(300), 0)


def test_a_cliff_that_there_was_not_has_no_change_in_numbers():
    assert headlines(paid_until(2029), paid_until(2028))["cliff_year"] == (None, 2029, None)


def test_the_worth_of_a_scenario_is_told_in_cents():
    # 100 at the end of each of 3 years at 4 %: 277.51 (annuity factor 2.775091)
    assert headlines(paid_until(2028), paid_until(2028))["npv:S1"][0] == Decimal("-277.51")
