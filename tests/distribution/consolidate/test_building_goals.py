"""Goals of buildings, as answers state them."""

from dataclasses import asdict, replace
from decimal import Decimal

from distribution.consolidate.made import contract, district_budget
from xlbudget.distribution.consolidate.building_goals import (
    named_goals,
    stated_goals,
    with_building_goals,
)
from xlbudget.model import Outcome
from xlbudget.model.school_answer import BuildingGoal

BUDGET = district_budget(2)
NEW = BuildingGoal(goal_id="0001-G01", statement="Write every day", baseline=Decimal("1.5"))


def goals(stated, lines=(), budget=BUDGET):
    found = with_building_goals(budget, stated, named_goals(lines))
    return {goal.goal_id: goal for goal in found}


def test_goals_are_read_from_the_facts_of_a_submission():
    facts = {"goals": [asdict(NEW) | {"baseline": "1.5"}], "sign_off": {}}
    assert stated_goals(facts) == (NEW,)


def test_a_submission_without_a_list_of_goals_says_nothing_of_them():
    assert stated_goals({}) is None
    assert stated_goals({"goals": "G1"}) is None


def test_goals_that_nobody_filled_and_numbers_that_are_none_are_left_out():
    assert stated_goals({"goals": [{"goal_id": "G9"}, {"statement": "no id"}, 7]}) == ()
    (goal,) = stated_goals({"goals": [{"goal_id": "G9", "statement": "x", "target": "soon"}]})
    assert goal.target is None


def test_a_stated_goal_keeps_what_the_school_is_not_asked():
    found = goals({"0001": [NEW]})["0001-G01"]
    assert (found.statement, found.baseline, found.strategy) == (
        "Write every day",
        Decimal("1.5"),
        "Reading labs",
    )


def test_a_goal_that_is_stated_no_more_leaves():
    assert "0001-G01" not in goals({"0001": []})


def test_it_stays_when_a_line_or_an_outcome_names_it():
    line = contract("L", (1, 1, 1), goal_2="0001-G01")
    assert "0001-G01" in goals({"0001": []}, [line])
    outcome = Outcome(outcome_id="O1", program_id="P1", goal_id="0001-G01")
    assert "0001-G01" in goals({"0001": []}, budget=replace(BUDGET, outcomes=(outcome,)))


def test_a_school_cannot_change_another_schools_goal():
    found = with_building_goals(BUDGET, {"0002": [NEW]}, ())
    theirs = [(g.school_id, g.statement) for g in found if g.goal_id == "0001-G01"]
    assert theirs == [("0001", "Read every day"), ("0002", "Write every day")]  # two: fatal
