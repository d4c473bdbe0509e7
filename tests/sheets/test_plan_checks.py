"""plan_checks: one fault of the plan, one check that tells it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from analysis.budgets import by_year, district, line, source
from sheets.reading import clean_context, context
from xlbudget.model import Assumption, Budget, Outcome, PlanGoal, Saving, Scenario, School
from xlbudget.sheets.check import CheckKind
from xlbudget.sheets.context import context_of
from xlbudget.sheets.plan_checks import HALF_A_CENT, lines_total, plan_checks, tie, year_span

GRANT = source("GRANT", *[100] * 5, stream="one-time", last_fiscal_year=2028)


def found(*lines, **parts):
    return {check.check_id: check.value for check in plan_checks(context(*lines, **parts))}


def goal(goal_id, **facts):
    return PlanGoal(goal_id=goal_id, statement="Read", **facts)


@pytest.mark.parametrize(
    ("check", "enough", "short"),
    [("F01", 0, 0), ("F02", 0, 1), ("F03", 3, 4), ("F04", 5, 5), ("F05", 2, 2), ("F06", 100, 100)],
)
def test_a_grant_pays_two_years_of_recurring_need_and_ends(check, enough, short):
    # the second one has 10 dollars too little in its second year
    less = source("GRANT", 100, 90, stream="one-time", last_fiscal_year=2028)
    assert found(line(source_1="GRANT"), sources=(GRANT,))[check] == enough
    assert found(line(source_1="GRANT"), sources=(less,))[check] == short


@pytest.mark.parametrize(
    ("goals", "check", "count"),
    [
        ((goal("A", plan="building"),), "G01", 1),
        ((goal("A", plan="building", parent_goal_id="B"),), "G01", 0),
        ((goal("A", plan="district"),), "G01", 0),
        ((goal("G1", plan="district"),), "G02", 0),
        ((goal("A", plan="district"), goal("B", plan="district")), "G02", 2),
    ],
)
def test_goals_have_a_goal_above_and_a_line_below(goals, check, count):
    assert found(line(goal_3="G1"), goals=goals)[check] == count


@pytest.mark.parametrize(("gain", "measure", "count"), [(4, "", 1), (4, "MAP", 0), (None, "", 0)])
def test_an_expected_gain_needs_a_measure(gain, measure, count):
    given = Decimal(gain) if gain else None
    outcome = Outcome(outcome_id="O", program_id="P", expected_gain=given, measure=measure)
    assert found(outcomes=(outcome,))["G03"] == count


@pytest.mark.parametrize(
    ("kind", "reduces", "count"), [("cashable", "", 1), ("cashable", "L1", 0), ("avoided", "", 0)]
)
def test_a_cashable_saving_names_what_it_reduces(kind, reduces, count):
    saving = Saving(saving_id="V", program_id="P", type=kind, reduces=reduces)
    assert found(savings=(saving,))["R02"] == count


@pytest.mark.parametrize(
    ("until", "as_of", "count"),
    [
        (date(2026, 6, 29), date(2026, 6, 30), 1),
        (date(2026, 6, 30), date(2026, 6, 30), 0),
        (date(2026, 6, 29), None, 0),
        (None, date(2026, 6, 30), 0),
    ],
)
def test_an_assumption_holds_on_the_day_of_the_figures(until, as_of, count):
    made = Budget(
        district=replace(district(), as_of=as_of),
        assumptions=(Assumption(key="own", value=Decimal(1), valid_until=until),),
    )
    values = {check.check_id: check.value for check in plan_checks(context_of(made, ()))}
    assert values["R01"] == count


@pytest.mark.parametrize(
    ("chances", "passes"),
    [
        (("0.6", "0.4"), True),
        (("0.6", "0.3"), False),
        (("0.333333", "0.333333", "0.333333"), True),
        ((None, None), True),
        (("1", None), True),
    ],
)
def test_probabilities_sum_to_1_or_none_is_given(chances, passes):
    scenarios = tuple(
        Scenario(scenario_id=f"S{i}", name="S", probability=chance and Decimal(chance))
        for i, chance in enumerate(chances)
    )
    checks = plan_checks(context(scenarios=scenarios))
    check = next(check for check in checks if check.check_id == "R03")
    assert (check.passes, check.kind) == (passes, CheckKind.ERROR)


def test_years_without_a_headcount_are_counted():
    school = School(school_id="S", name="Oak", enrollment=by_year(200, 0, 200))
    assert found(schools=(school,))["R04"] == 3
    assert found()["R04"] == 5


def test_the_clean_budget_passes():
    assert {check.value for check in plan_checks(clean_context())} == {0}


def test_totals_may_differ_by_half_a_cent():
    check = tie("T99", "Two totals agree", "1-1", "Summary")
    assert (check.formula, check.tolerance, check.kind) == ("=1-1", HALF_A_CENT, CheckKind.ERROR)


def test_spans_run_over_all_years_of_the_plan():
    made = context(years=3)
    assert year_span(made, "FundingPlan", "paid") == "{FundingPlan|paid|Year 1..Year 3}"
    assert lines_total(made) == "SUM(LineItems[[Year 1]:[Year 3]])"
