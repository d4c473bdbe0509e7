"""Money by goal and by who pays adds up to what is planned."""

import pytest

from school_answers import answered, new_line
from sheets.school.reading import cell, column, frame
from xlbudget.sheets.school.money_parts import by_goal, by_source


@pytest.mark.parametrize("parts", [by_goal, by_source])
@pytest.mark.parametrize("facts", [{}, {"goal_id": "", "source_id": "F99"}, {"item_id": "I99"}])
def test_the_parts_add_up_in_every_year(parts, facts):
    made = frame(answered(new_line(**facts)))
    table = parts(made)
    assert [sum(column(table, f"Year {k}")) for k in range(1, 6)] == list(made.planned)


def test_what_has_no_goal_or_payer_stands_in_the_last_row():
    made = frame(answered(new_line(goal_id="", source_id="F99")))
    assert cell(by_goal(made), "none", "Year 1") == 165
    assert cell(by_source(made), "none", "Year 1") == 165


def test_rows_are_named_as_in_the_drop_downs(kept):
    assert column(by_goal(kept), "Goal")[:3] == [*kept.goal_labels.values(), ""]
    assert column(by_source(kept), "Who pays")[:2] == list(kept.source_labels.values())
