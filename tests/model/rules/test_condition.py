"""XLR-24: a conditional line has a condition, a measure and a date."""

from dataclasses import replace
from datetime import date

from samples import LINE, PROGRAM, seen, with_first
from xlbudget.model.rules.condition import RULE

CONDITION = {
    "condition": "Reading scores rise in two pilot schools",
    "condition_measure": "MAP reading, grade 3",
    "condition_due": date(2027, 6, 30),
}


def conditional(line=None, **program):
    budget = with_first("programs", **program)
    return replace(budget, lines=(replace(LINE, status="conditional", **(line or {})),))


def test_what_is_missing_is_named():
    assert seen(RULE, conditional(condition="It works")) == [
        (
            "line_items.csv, row 2, status, L1",
            "Line L1 is conditional, and its program P1 has no measure, no due date",
        )
    ]


def test_without_a_program_all_is_missing():
    assert seen(RULE, conditional({"program_id": ""}, **CONDITION)) == [
        (
            "line_items.csv, row 2, program_id, L1",
            "Line L1 is conditional, and has no program to state on what condition",
        )
    ]


def test_fine():
    assert seen(RULE, conditional(**CONDITION)) == []
    assert PROGRAM.condition == ""
    assert seen(RULE, with_first("lines", status="justified")) == []
