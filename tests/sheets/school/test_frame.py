"""The rows of a school's workbook: last year's lines, then ids that stand ready."""

from decimal import Decimal

import pytest

from school_answers import answered, new_line, school_pack
from sheets.school.reading import frame
from xlbudget.errors import UnknownChoiceError
from xlbudget.model.school_answer import BuildingGoal
from xlbudget.sheets.school.frame import filled_list, id_text, item_label


def test_spare_rows_have_ids_and_the_usual_source(kept):
    rows = [(row.line.line_id, row.line.source_id) for row in kept.rows]
    assert rows == [
        ("L1", "F1"),
        ("L2", "F1"),
        ("L3", "F1"),
        ("S1-N01", "F1"),
        ("S1-N02", "F1"),
        ("S1-N03", "F1"),
        ("S1-N04", "F1"),
    ]


def test_a_new_line_stands_in_the_row_of_its_id():
    made = frame(answered(new_line("S1-N03")))
    assert [row.line.in_use for row in made.rows] == [True] * 3 + [False, False, True, False]


def test_a_line_without_a_row_is_refused_with_the_ids_that_have_one():
    with pytest.raises(UnknownChoiceError) as refusal:
        _ = frame(answered(new_line("S1-N05"))).rows
    assert refusal.value.saw == "There is no row for S1-N05"
    assert "S1-N01 to S1-N04" in refusal.value.wants


def test_goals_that_are_stated_come_first():
    stated = BuildingGoal(goal_id="S1-G02", statement="Read")
    made = frame(answered(goals=(*answered().goals, stated)))
    assert [goal.goal_id for goal in made.goals] == ["G2", "S1-G02", "S1-G01"]


def test_planned_is_the_sum_of_the_lines(kept):
    assert kept.planned[:2] == (
        32 * 320 + 1000 + 500,
        Decimal("1521.50"),
    )  # annual cost grows by 2.15 %


def test_labels_name_the_goals_of_the_building_first(kept):
    assert list(kept.goal_labels) == ["G2", "G1"]
    assert kept.source_labels["F1"] == "F1 · General fund"


def test_an_item_is_named_with_its_price():
    labels = [item_label(offered) for offered in school_pack().items]
    assert labels[:2] == ["I1 · Chromebook, 11 in (300.00)", "I2 · Reading licence (16.50)"]
    assert labels[2] == "Other · not on the list"


def test_formula_texts():
    assert id_text("A1") == 'LEFT(A1,FIND(" · ",A1&" · ")-1)'
    assert filled_list("T[L]") == 'INDEX(T[L],1):INDEX(T[L],MAX(1,COUNTIF(T[L],"?*")))'
