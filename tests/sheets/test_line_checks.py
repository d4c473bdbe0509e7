"""line_checks: one fault in a line, one check that counts it."""

from datetime import date

import pytest
from hypothesis import given

from analysis.budgets import budgets, law, line
from sheets.reading import context
from xlbudget.model import Program, School
from xlbudget.sheets.check import CheckKind
from xlbudget.sheets.context import context_of
from xlbudget.sheets.line_checks import line_checks

CONDITION = {
    "condition": "Teachers are trained",
    "condition_measure": "share trained",
    "condition_due": date(2027, 1, 31),
}


def found(*lines, **parts):
    return {check.check_id: check.value for check in line_checks(context(*lines, **parts))}


def program(**facts):
    return Program(program_id="P1", name="Devices", **facts)


@pytest.mark.parametrize(
    ("check", "facts", "count"),
    [
        ("L05", {"goal_1": "A", "goal_share_1": 0.5}, 1),
        ("L05", {"goal_1": "A", "goal_2": "B", "goal_share_2": 0.25}, 0),
        ("L05", {"goal_share_1": 0.5}, 0),
        ("L06", {"source_1": "A", "source_share_1": 0.999999}, 1),
        ("L06", {"source_1": "A", "source_share_1": 0.5, "source_share_3": 0.5}, 0),
        ("L07", {"goal_1": "A", "goal_3": "B"}, 2),
        ("L08", {"source_2": "A", "successor": "B"}, 2),
        ("L09", {"program_id": "A", "school_id": "B"}, 2),
        ("L10", {"goal_1": ""}, 1),
        ("L10", {"goal_1": "", "status": "lapsed"}, 0),
        ("L10", {"goal_1": "A"}, 0),
        ("L11", {"justification": ""}, 1),
        ("L12", {"status": "conditional"}, 1),
        ("L12", {"status": "justified"}, 0),
        ("L13", {"prior_amount": 91}, 0),
        ("L13", {"prior_amount": 90}, 1),
        ("L13", {"prior_amount": 90, "notes": "A third school opens"}, 0),
        ("L13", {"prior_amount": 0}, 1),
        ("L13", {"prior_amount": None}, 0),
    ],
)
def test_a_check_counts_its_fault(check, facts, count):
    assert found(line(**facts))[check] == count


def test_an_id_that_stands_twice_is_counted_with_each_line_whatever_the_case():
    assert found(line("L1"), line("l1"), line("L2"))["L02"] == 2
    assert found(line("L1"), line("L2"))["L02"] == 0


def test_a_description_needs_an_id():
    assert found(line("", description="Hotspots"), line("", description=""))["L03"] == 1


def test_known_names_are_known_whatever_the_case():
    parts = {"programs": (program(),), "schools": (School(school_id="s1", name="Oak"),)}
    assert found(line(program_id="p1", school_id="S1"), **parts)["L09"] == 0


@pytest.mark.parametrize("blank", CONDITION)
def test_a_condition_needs_words_measure_and_day(blank):
    asked = line(status="conditional", program_id="P1")
    whole = program(**CONDITION)
    holed = program(**{key: value for key, value in CONDITION.items() if key != blank})
    assert found(asked, programs=(whole,))["L12"] == 0
    assert found(asked, programs=(holed,))["L12"] == 1


def test_the_limit_of_a_change_is_an_assumption():
    asked = line(prior_amount=80)
    assert found(asked)["L13"] == 1
    assert found(asked, rates={"explain_change_above": "0.25"})["L13"] == 0


def test_errors_come_before_what_can_be_explained():
    kinds = [check.kind for check in line_checks(context())]
    assert kinds == [CheckKind.ERROR] * 9 + [CheckKind.ALERT] * 4


@law
@given(budgets)
def test_no_check_counts_more_than_there_is(made):
    checks = line_checks(context_of(made, ()))
    assert all(0 <= check.value <= 4 * len(made.lines) for check in checks)
