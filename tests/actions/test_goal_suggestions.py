"""goal_suggestions: the sample's own links are found again from the words alone."""

from dataclasses import replace

import pytest

from clean import clean_budget
from xlbudget.actions.goal_suggestions import Suggested, clearly_best, goals_of
from xlbudget.model import LineItem, PlanGoal
from xlbudget.model.line_item import SLOTS

BARE = {f"goal_{slot}": "" for slot in SLOTS} | {f"goal_share_{slot}": None for slot in SLOTS}


def true_goals(line):
    return {getattr(line, f"goal_{slot}") for slot in SLOTS} - {""}


def placed(lines, goals_for):
    """For each line the suggestions, and its true goals."""
    return [(goals_for(line).for_line(replace(line, **BARE)), true_goals(line)) for line in lines]


def share_among(found, first):
    hits = sum(
        bool(true & {one.goal.goal_id for one in suggested[:first]}) for suggested, true in found
    )
    return hits / len(found)


@pytest.fixture(scope="module")
def linked(riverbend):
    return [line for line in riverbend.lines if true_goals(line)]


def test_with_the_other_links_known_the_true_goal_is_among_the_first_three(riverbend, linked):
    def others(line):
        lines = tuple(it for it in riverbend.lines if it is not line)
        return goals_of(replace(riverbend, lines=lines))

    found = placed(linked, others)
    assert share_among(found, 3) > 0.9
    assert share_among(found, 1) > 0.6
    clear = [(clearly_best(suggested), true) for suggested, true in found]
    named = [(best.goal_id in true) for best, true in clear if best]
    assert len(named) > 0.25 * len(found)
    assert sum(named) > 0.95 * len(named)


def test_from_the_plan_alone_the_true_goal_is_mostly_among_the_first_three(riverbend, linked):
    goals = goals_of(replace(riverbend, lines=()))
    found = placed(linked, lambda _: goals)
    assert share_among(found, 3) > 0.8
    assert share_among(found, 1) > 0.5


def goal(key, statement, **facts):
    return PlanGoal(goal_id=key, plan="district", statement=statement, **facts)


def order(line, *goals):
    budget = replace(clean_budget(), goals=goals, lines=())
    return [one.goal.goal_id for one in goals_of(budget).for_line(line)]


LINE = LineItem(line_id="L1", description="Phonics licences for grade 3", school_id="S1")


def test_words_are_compared_by_their_stems_and_by_their_kin():
    assert order(LINE, goal("A", "Algebra"), goal("B", "Readers")) == ["B", "A"]


def test_a_rare_word_weighs_more_than_a_common_one():
    line = replace(LINE, description="Robots for schools")
    goals = [goal("A", "Schools first"), goal("B", "Schools and sport"), goal("C", "Robot clubs")]
    assert order(line, *goals)[0] == "C"


def test_a_goal_of_another_school_is_not_offered():
    other = replace(goal("B", "Phonics"), plan="building", school_id="S2")
    own = replace(goal("C", "Sport"), plan="building", school_id="S1")
    assert order(LINE, goal("A", "Sport"), other, own) == ["C", "A"]


def test_a_line_of_no_school_may_serve_any_goal_the_districts_first():
    building = replace(goal("B", "Sport"), plan="building", school_id="S2")
    assert order(replace(LINE, school_id=""), building, goal("A", "Sport")) == ["A", "B"]


def test_what_says_nothing_keeps_the_order_of_the_plan():
    line = replace(LINE, description="")
    assert order(line, *(goal(key, "Sport") for key in "CAB")) == ["C", "A", "B"]


@pytest.mark.parametrize(
    ("scores", "best"),
    [([], None), ([1.9], None), ([2.1], 0), ([4, 2], 0), ([4, 2.1], None), ([0, 0], None)],
)
def test_a_goal_is_clearly_best_when_it_stands_far_before_the_second(scores, best):
    suggested = [Suggested(goal(str(i), ""), score) for i, score in enumerate(scores)]
    found = clearly_best(suggested)
    assert (found and int(found.goal_id)) == best


def test_a_budget_without_goals_suggests_none():
    assert goals_of(replace(clean_budget(), goals=())).for_line(LINE) == ()
