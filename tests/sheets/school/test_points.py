"""Every check of a school's workbook, and that each can fail."""

from dataclasses import replace
from decimal import Decimal

from school_answers import answered, new_line
from sheets.school.reading import frame
from xlbudget.model.school_answer import BuildingGoal, SignOff
from xlbudget.model.school_line import LACKS
from xlbudget.sheets.check import CheckKind
from xlbudget.sheets.school.points import points_of


def failing(made):
    return {
        point.check.check_id: int(point.check.value)
        for point in points_of(made)
        if not point.check.passes
    }


def test_a_complete_workbook_passes_every_check(kept):
    assert failing(kept) == {}


def test_each_lack_is_counted_over_all_lines(broken):
    nouns = [lack.noun for lack in LACKS]
    lacking = ("an item of the list", "a quantity", "a goal", "a source", "a reason")
    assert failing(broken) == {f"L{nouns.index(noun) + 1:02d}": 1 for noun in lacking}


def test_goals_money_and_signature_are_checked():
    goal = BuildingGoal(goal_id="S1-G01", statement="Read")
    answer = answered(new_line(quantity=Decimal(1000)), goals=(*answered().goals, goal))
    made = frame(replace(answer, sign_off=SignOff(role="Principal")))
    assert failing(made) == {"G01": 1, "M01": 5, "S01": 2}


def test_only_figures_that_disagree_are_errors(kept):
    errors = {point.check.check_id for point in points_of(kept) if point.check.kind == "error"}
    assert errors == {"T01", "T02", "T03", "T04", "T05"}
    kinds = {point.check.check_id: point.check.kind for point in points_of(kept)}
    assert kinds["M01"] is CheckKind.SENSITIVITY


def test_each_check_has_an_id_and_words_of_its_own(kept):
    points = points_of(kept)
    assert len({point.check.check_id for point in points}) == len(points)
    assert len({point.noun for point in points}) == len(points)
