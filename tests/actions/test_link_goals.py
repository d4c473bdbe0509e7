"""link_goals: lines without a goal, one by one."""

from dataclasses import replace
from decimal import Decimal

import pytest

from actions.snapshots import keys, snapshot_of, told
from clean import clean_budget
from xlbudget.actions.link_goals import DONE, NO_GOALS, NO_LINES, link_goals
from xlbudget.actions.request import Select


def unlinked(budget, *line_ids):
    """A budget in which some lines have lost their goals."""
    bare = {"goal_1": "", "goal_share_1": None, "goal_2": "", "goal_share_2": None}
    lines = (replace(line, **bare) if line.line_id in line_ids else line for line in budget.lines)
    return replace(budget, lines=tuple(lines))


@pytest.fixture(scope="module")
def three(riverbend):
    return snapshot_of(unlinked(riverbend, "LN-020", "LN-104"))


def test_the_lines_without_a_goal_are_asked_for_one_by_one(three):
    outcome = link_goals(three, {})
    assert keys(outcome) == ["LN-020", "LN-104", "LN-179"]
    assert outcome.says == ("3 lines have no goal. A line without one is asked for, never planned.")
    assert (outcome.edits, outcome.waits) == ((), False)


def test_the_likeliest_goals_stand_first_and_a_clear_one_is_suggested(three):
    asks = {ask.key: ask for ask in link_goals(three, {}).asks}
    assert asks["LN-020"].options[0].answer == "G01"
    assert asks["LN-020"].suggested == "G01"
    assert "G06" not in [option.answer for option in asks["LN-020"].options]
    assert asks["LN-104"].options[0].answer == "G03"
    assert asks["LN-179"].suggested == ""
    assert asks["LN-179"].options[-1].answer == ""


def test_an_answer_becomes_a_label_and_a_share(three):
    outcome = link_goals(three, {"LN-020": "G01", "LN-104": "", "LN-179": "g05 · whatever"})
    assert told(outcome) == [
        "LineItems 20 Goal 1: G01 · Grade 3 reading: 70 % proficient by 2029",
        "LineItems 20 Goal share 1: 1",
        "LineItems 179 Goal 1: G05 · Recurring technology on lasting money",
        "LineItems 179 Goal share 1: 1",
    ]
    assert outcome.says == "2 lines serve a goal now; 1 line has no goal."
    assert outcome.requests == (Select("Line items"),)
    assert outcome.asks == ()


def test_the_last_link_says_that_all_is_done(river):
    assert link_goals(river, {"LN-179": "G05"}).says == (
        "1 line serves a goal now. Every line serves a goal."
    )


def test_a_goal_that_is_not_there_is_asked_again(river):
    outcome = link_goals(river, {"LN-179": "G99"})
    assert outcome.waits
    assert outcome.asks[0].question.startswith("There is no goal “G99”. Which goal does LN-179 · ")


def test_a_lapsed_line_needs_no_goal():
    budget = clean_budget()
    lapsed = replace(budget.lines[0], goal_1="", goal_share_1=None, status="lapsed")
    found = link_goals(snapshot_of(replace(budget, lines=(lapsed,))), {})
    assert (found.says, found.asks) == (DONE, ())


def test_a_half_filled_workbook_has_one_line_to_link(half):
    assert told(link_goals(half, {"L9": "G1"})) == [
        "LineItems 3 Goal 1: G1 · Grade 3 reading: 70 % proficient",
        "LineItems 3 Goal share 1: 1",
    ]


def test_without_goals_there_is_nothing_to_link_to(half):
    assert link_goals(replace(half, budget=replace(half.budget, goals=())), {}).says == NO_GOALS


def test_without_lines_there_is_nothing_to_link(empty):
    assert link_goals(empty, {}).says == NO_LINES


def test_a_line_whose_row_is_not_known_is_left(half):
    table = replace(half.tables["LineItems"], ids={})
    assert link_goals(replace(half, tables={"LineItems": table}), {}).says == DONE


def test_a_share_that_stands_already_is_left(half):
    line = replace(half.budget.lines[-1], goal_share_1=Decimal(1))
    shared = replace(half.budget, lines=(*half.budget.lines[:-1], line))
    outcome = link_goals(replace(half, budget=shared), {"L9": "G1"})
    assert [edit.header for edit in outcome.edits] == ["Goal 1"]


def test_a_workbook_without_the_table_is_refused(half):
    assert "no table Line items" in link_goals(replace(half, tables={}), {}).says
