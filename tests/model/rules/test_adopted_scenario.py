"""XLR-07: one scenario is the adopted plan."""

from dataclasses import replace

from samples import BUDGET, SCENARIO, seen, severities, with_first, with_more
from xlbudget.model.rules.adopted_scenario import RULE


def test_no_scenario_at_all_is_fine():
    assert seen(RULE, replace(BUDGET, scenarios=())) == []


def test_a_second_one_is_fatal():
    budget = with_more("scenarios", replace(SCENARIO, scenario_id="SC2"))
    assert seen(RULE, budget) == [
        (
            "scenarios.csv, row 3, adopted, SC2",
            "Scenario SC2 is marked adopted, and so is SC1",
        )
    ]
    assert severities(RULE, budget) == ["fatal"]


def test_none_is_a_warning():
    budget = with_first("scenarios", adopted=False)
    assert seen(RULE, budget) == [
        (
            "scenarios.csv, row 2, adopted, SC1",
            "No scenario is marked adopted; SC1 is taken, being the first",
        )
    ]
    assert severities(RULE, budget) == ["warning"]
