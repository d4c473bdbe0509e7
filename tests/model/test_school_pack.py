"""What a district gives a school."""

from dataclasses import replace
from decimal import Decimal

import pytest

from school_answers import CHROMEBOOKS, ITEMS, line, school_budget, school_pack
from xlbudget.errors import UnknownChoiceError
from xlbudget.model import FundingSource, PlanGoal
from xlbudget.model.school_pack import item_matching, pack_of


def test_it_holds_the_lines_of_the_school_that_did_not_lapse():
    assert [prior.line.line_id for prior in school_pack().lines] == ["L1", "L2", "L3"]
    assert school_pack(with_lines=False).lines == ()


def test_it_holds_the_districts_goals_and_the_schools_own():
    pack = school_pack()
    assert [goal.goal_id for goal in pack.goals] == ["G1"]
    assert [goal.goal_id for goal in pack.building_goals] == ["G2"]
    other = pack_of(school_budget(), "S2")
    assert other.building_goals == ()


def test_items_without_a_price_are_not_offered_and_other_comes_last():
    offered = [item.item.item_id for item in school_pack().items]
    assert offered == ["I1", "I2", "Other"]


def test_a_source_that_pays_in_no_year_of_the_plan_is_not_offered():
    budget = school_budget()
    ended = FundingSource(source_id="F9", name="Ended", last_fiscal_year=2026)
    later = FundingSource(source_id="F8", name="Later", first_fiscal_year=2040)
    pack = pack_of(replace(budget, sources=(ended, later, *budget.sources)), "S1")
    assert [source.source_id for source in pack.sources] == ["F1", "F2"]


def test_new_ids_go_on_after_those_of_any_line_and_goal():
    budget = school_budget()
    lines = (*budget.lines, line("S1-N07"), line("s1-n09", school_id="S2"), line("S11-N50"))
    goals = (*budget.goals, PlanGoal(goal_id="S1-G03", plan="building", school_id="S1"))
    pack = pack_of(replace(budget, lines=lines, goals=goals), "S1")
    assert (pack.line_id(1), pack.goal_id(2)) == ("S1-N10", "S1-G05")
    assert (school_pack().line_id(1), school_pack().goal_id(1)) == ("S1-N01", "S1-G01")


def test_due_day_and_receiver_are_the_districts_unless_given():
    pack = school_pack(contact="Dana", send_to="Lee")
    assert (str(pack.due), pack.send_to, pack.contact) == ("2026-06-15", "Lee", "Dana")
    assert school_pack().send_to == "Finance office"


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, "I1"),
        ({"unit_price": Decimal(301)}, ""),
        ({"category": "spares and repair"}, ""),
    ],
)
def test_a_line_matches_the_one_item_of_its_category_and_price(changes, found):
    assert item_matching(replace(CHROMEBOOKS, **changes), ITEMS) == found


def test_two_items_that_fit_are_none():
    assert item_matching(CHROMEBOOKS, (*ITEMS, replace(ITEMS[0], item_id="I9"))) == ""


def test_an_unknown_school_is_refused_with_the_known_ones():
    with pytest.raises(UnknownChoiceError) as refusal:
        pack_of(school_budget(), "S7")
    assert "S1, S2" in refusal.value.wants
