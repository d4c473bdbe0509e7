"""line_marks: what falls at the start of its year, what is planned, which tags a line has."""

import pytest

from analysis.budgets import line
from sheets.reading import first_line
from xlbudget.model import Program


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"status": "justified", "goal_1": "G"}, 1),
        ({"status": "released", "goal_1": "G"}, 1),
        ({"status": "proposed", "goal_1": "G"}, 0),
        ({"status": "lapsed", "goal_1": "G"}, 0),
        ({"status": "justified", "goal_1": ""}, 0),
    ],
)
def test_planned_is_what_is_decided_and_serves_a_goal(facts, found):
    assert first_line("Planned", line(**facts)) == found


@pytest.mark.parametrize(
    ("kind", "found"),
    [("purchase", 1), ("one-time service", 1), ("annual", 0), ("staff", 0), ("contract", 0)],
)
def test_what_is_bought_falls_at_the_start_of_its_year(kind, found):
    assert first_line("At start", line(cost_type=kind)) == found


@pytest.mark.parametrize(
    ("tags", "found"), [(("pilot", "new"), ";pilot;new;"), ((), ";;"), (None, ";;")]
)
def test_tags_of_the_program_stand_between_semicolons(tags, found):
    programs = () if tags is None else (Program(program_id="P", name="P", tags=tags),)
    assert first_line("Tags", line(program_id="P"), programs=programs) == found
