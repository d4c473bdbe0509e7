"""Comparing scenarios: side by side, and one beside the adopted plan."""

from dataclasses import replace
from datetime import date

import pytest

from clean import clean_budget
from xlbudget.actions.compare import SCENARIO, compare
from xlbudget.actions.edit import NameEdit
from xlbudget.actions.request import Select
from xlbudget.actions.snapshot import Snapshot
from xlbudget.analysis import analyze

DAY = date(2026, 11, 24)


def snapshot(budget):
    return Snapshot(file="b.xlsx", day=DAY, budget=budget)


def test_all_scenarios_are_shown_side_by_side():
    (facts,) = compare(snapshot(clean_budget()), {}).facts
    assert [row[0] for row in facts.rows] == ["Adopted plan", "Five-year refresh"]
    results = analyze(clean_budget()).scenarios.results
    assert [row[1].replace(",", "") for row in facts.rows] == [
        str(round(result.total)) for result in results
    ]


def test_which_one_is_set_beside_the_plan_is_asked():
    (ask,) = compare(snapshot(clean_budget()), {}).asks
    assert [option.answer for option in ask.options] == ["A", "B"]
    assert ask.options[1].says.startswith("Five-year refresh: costs ")


@pytest.mark.parametrize("answer", ["B", "b", "B · Five-year refresh"])
def test_the_chosen_one_goes_into_its_named_cell(answer):
    found = compare(snapshot(clean_budget()), {SCENARIO: answer})
    assert found.edits == (NameEdit("ChosenScenario", "B · Five-year refresh"),)
    assert found.requests == (Select("Scenarios"),)
    assert found.asks == ()


def test_an_unknown_one_is_asked_again():
    found = compare(snapshot(clean_budget()), {SCENARIO: "Z"})
    assert found.waits
    assert found.asks[0].question.startswith("There is no scenario Z.")
    assert found.edits == ()


def test_none_may_be_chosen():
    found = compare(snapshot(clean_budget()), {SCENARIO: ""})
    assert (found.edits, found.asks) == ((), ())


def test_with_one_scenario_there_is_nothing_to_choose():
    alone = replace(clean_budget(), scenarios=clean_budget().scenarios[:1], drivers=())
    found = compare(snapshot(alone), {})
    assert "only the adopted plan" in found.says
    assert found.asks == ()


def test_a_workbook_that_cannot_be_read_is_refused():
    assert compare(snapshot(None), {}).refused
