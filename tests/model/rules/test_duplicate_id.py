"""XLR-02: every id stands once, as spreadsheets tell ids apart."""

from dataclasses import replace

import pytest

from samples import BUDGET, GOAL, LINE, seen, severities, with_first, with_more
from xlbudget.model.rules.duplicate_id import RULE


def test_the_second_of_two_is_fatal():
    budget = with_more("lines", replace(LINE, line_id="L2"), LINE, LINE)
    assert seen(RULE, budget) == [
        ("line_items.csv, row 4, line_id, L1", "The line id “L1” stands again"),
        ("line_items.csv, row 5, line_id, L1", "The line id “L1” stands again"),
    ]
    assert severities(RULE, budget) == ["fatal"] * 2


@pytest.mark.parametrize(("one", "other"), [("G1", "g1"), ("1", "01")])
def test_what_a_spreadsheet_takes_for_one_is_fatal(one, other):
    budget = with_more(
        "goals", replace(GOAL, goal_id=other), budget=with_first("goals", goal_id=one)
    )
    assert seen(RULE, budget) == [
        (
            f"goals.csv, row 3, goal_id, {other}",
            f"The goal id “{other}” stands again: a spreadsheet takes it for “{one}”",
        )
    ]


def test_other_ids_and_blank_ones_are_not():
    assert seen(RULE, with_more("goals", replace(GOAL, goal_id="G01"))) == []
    blank = replace(GOAL, goal_id="")
    assert seen(RULE, replace(BUDGET, goals=(blank, blank))) == []
