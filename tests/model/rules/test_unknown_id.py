"""XLR-01: ids that are referred to stand in their table."""

import pytest

from samples import BUDGET, seen, severities, with_first, with_more
from xlbudget.model import Driver
from xlbudget.model.rules.unknown_id import RULE


@pytest.mark.parametrize(
    ("table", "column", "place", "noun"),
    [
        ("lines", "goal_1", "line_items.csv, row 2, goal_1, L1", "goal"),
        ("lines", "goal_3", "line_items.csv, row 2, goal_3, L1", "goal"),
        ("lines", "program_id", "line_items.csv, row 2, program_id, L1", "program"),
        ("lines", "school_id", "line_items.csv, row 2, school_id, L1", "school"),
        ("lines", "source_1", "line_items.csv, row 2, source_1, L1", "source"),
        ("lines", "successor", "line_items.csv, row 2, successor, L1", "source"),
        ("programs", "practice_id", "programs.csv, row 2, practice_id, P1", "practice"),
        ("scenarios", "practice_id", "scenarios.csv, row 2, practice_id, SC1", "practice"),
        ("goals", "school_id", "goals.csv, row 2, school_id, G1", "school"),
        ("goals", "parent_goal_id", "goals.csv, row 2, parent_goal_id, G1", "goal"),
        ("outcomes", "program_id", "outcomes.csv, row 2, program_id, O1", "program"),
        ("savings", "program_id", "savings.csv, row 2, program_id, V1", "program"),
    ],
)
def test_an_unknown_id_is_fatal(table, column, place, noun):
    budget = with_first(table, **{column: "Z9"})
    ((where, what),) = seen(RULE, budget)
    assert where == place
    assert f"names the {noun} “Z9”" in what
    assert severities(RULE, budget) == ["fatal"]


def test_a_driver_of_an_unknown_scenario_is_fatal():
    budget = with_more("drivers", Driver(scenario_id="Z9"))
    assert seen(RULE, budget) == [
        (
            "drivers.csv, row 2, scenario_id",
            "A driver names the scenario “Z9” in Scenario, which is not known",
        )
    ]


def test_a_near_id_is_proposed():
    (finding,) = RULE.check(with_first("lines", goal_1="g1"))
    assert finding.fix == "Write G1, or add the goal g1"
    assert finding.wants == "It is an id of goals.csv (sheet Goals)"


def test_without_a_near_id_it_is_to_be_added():
    (finding,) = RULE.check(with_first("lines", goal_1="Zebra"))
    assert finding.fix == "Add the goal Zebra, or leave the cell blank"
    (finding,) = RULE.check(with_first("savings", program_id="Zebra"))
    assert finding.fix == "Add the program Zebra"


def test_blank_ids_refer_to_nothing():
    assert seen(RULE, BUDGET) == []
    assert seen(RULE, with_first("lines", program_id="", school_id="", successor="")) == []
