"""XLR-06: at most 6 scenarios and 8 tags."""

from dataclasses import replace

from samples import PROGRAM, SCENARIO, seen, severities, with_first, with_more
from xlbudget.model import Driver, Scenario
from xlbudget.model.rules.scenario_count import RULE, tags_of


def scenarios(count):
    return with_more("scenarios", *(Scenario(scenario_id=f"S{n}") for n in range(2, count + 1)))


def test_six_scenarios_are_fine_and_further_ones_fatal():
    assert seen(RULE, scenarios(6)) == []
    assert seen(RULE, scenarios(7)) == [("scenarios.csv, row 8, S7", "Scenario S7 is one of 7")]
    assert severities(RULE, scenarios(8)) == ["fatal"] * 2


def test_eight_tags_are_fine_and_further_ones_fatal():
    eight = with_first("programs", tags=tuple("abcdefgh"))
    assert seen(RULE, eight) == []
    program = replace(PROGRAM, program_id="P2", tags=("a", "i"))
    assert seen(RULE, with_more("programs", program, budget=eight)) == [
        ("programs.csv, row 3, tags, P2", "The tag i is one of 9")
    ]


def test_tags_of_scenarios_and_drivers_count_too():
    budget = with_first("programs", tags=tuple("abcdefg"))
    budget = replace(budget, scenarios=(replace(SCENARIO, excluded_tags=("a", "h")),))
    drivers = [Driver(scenario_id="SC1", dimension=by, key="i") for by in ("tag", "source")]
    budget = replace(budget, drivers=tuple(drivers))
    assert tags_of(budget) == tuple("abcdefghi")
    assert [place for place, _ in seen(RULE, budget)] == ["drivers.csv, row 2, key"]
