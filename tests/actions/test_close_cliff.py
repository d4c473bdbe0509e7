"""Closing the cliff: questions, edits, the effect, and the plan to sign."""

from dataclasses import replace
from datetime import date

import pytest

from clean import clean_budget
from ending import ending
from xlbudget import load, sample_folder
from xlbudget.actions.close_cliff import PLAN, close_cliff
from xlbudget.actions.edit import TableEdit
from xlbudget.actions.snapshot import Snapshot, TableNow
from xlbudget.analysis import analyze

DAY = date(2026, 11, 24)


def snapshot(budget):
    ids = {line.line_id: row for row, line in enumerate(budget.lines, start=3)}
    lines = TableNow("LineItems", "Line items", (), (), ids)
    return Snapshot(file="budget.xlsx", day=DAY, budget=budget, tables={"LineItems": lines})


def test_a_budget_without_a_cliff_has_nothing_to_close():
    found = close_cliff(snapshot(clean_budget()), {})
    assert "Nothing is to be closed" in found.says
    assert (found.edits, found.asks, found.requests) == ((), (), ())


def test_each_line_that_loses_its_source_is_asked_about_with_ways_out():
    found = close_cliff(snapshot(ending()), {})
    line, plan = found.asks
    assert line.key == "L1"
    assert line.question == "Filtering service (L1) loses $3,000 from FY2029 on. What then?"
    assert [option.answer for option in line.options] == ["successor:F1"]
    assert line.options[0].says == (
        "F1 · General fund takes over, and has enough: nothing loses its source then"
    )
    assert (plan.key, plan.suggested) == (PLAN, "budget-cliff-plan.xlsx")
    assert not found.waits
    assert found.edits == ()


def test_a_successor_is_put_into_its_column_by_its_label():
    found = close_cliff(snapshot(ending()), {"L1": "successor:F1", PLAN: ""})
    assert found.edits == (TableEdit("LineItems", 3, "Successor", "F1 · General fund"),)
    assert found.asks == ()
    assert "then there is no cliff" in found.says


def test_the_effect_on_the_gap_is_told_year_by_year():
    (facts,) = close_cliff(snapshot(ending()), {"L1": "successor:F1"}).facts
    told = {row[0]: row[1:] for row in facts.rows}
    assert facts.headers[1:] == ("FY2027", "FY2028", "FY2029", "FY2030", "FY2031")
    assert told["Recurring need that loses its source, now"] == (
        "0",
        "0",
        "1,000",
        "1,000",
        "1,000",
    )
    assert set(told["Recurring need that loses its source, then"]) == {"0"}
    # one-time money does not close a structural gap, so that there is one before the cliff too
    assert told["Structural gap, now"] == ("1,000",) * 5
    assert told["Structural gap, then"] == ("1,000", "1,000", "0", "0", "0")


def test_an_answer_that_is_no_way_out_is_asked_again_with_the_reason():
    found = close_cliff(snapshot(ending()), {"L1": "life:9", PLAN: ""})
    (ask,) = found.asks
    assert ask.question.startswith("Only what is bought and replaced has a life")
    assert found.waits
    assert found.edits == ()


def test_a_line_that_is_left_is_not_asked_about_again():
    found = close_cliff(snapshot(ending()), {"L1": "", PLAN: ""})
    assert (found.asks, found.edits, found.requests) == ((), (), ())


def test_the_plan_to_sign_has_what_was_decided():
    found = close_cliff(snapshot(ending()), {"L1": "successor:F1", PLAN: "plan.xlsx"})
    (request,) = found.requests
    assert request.path == "plan.xlsx"
    row = request.book.sheets[0].tables[0].rows[0]
    assert row.cells[:5] == (
        "L1",
        "Filtering service",
        "F1 · General fund takes over, and has enough",
        3000,
        0,
    )


def test_no_plan_is_written_when_nothing_was_decided():
    assert close_cliff(snapshot(ending()), {"L1": "", PLAN: "plan.xlsx"}).requests == ()


def test_a_workbook_that_cannot_be_read_is_refused():
    found = close_cliff(Snapshot(file="b.xlsx", day=DAY, budget=None), {})
    assert found.refused


@pytest.fixture(scope="module")
def riverbend():
    return load(sample_folder())


def test_the_first_way_out_of_every_line_closes_the_cliff_of_the_sample(riverbend):
    asks = close_cliff(snapshot(riverbend), {}).asks
    answers = {ask.key: ask.options[0].answer for ask in asks if ask.options}
    assert len(answers) == 5
    found = close_cliff(snapshot(riverbend), answers)
    assert found.says.startswith(
        "5 lines lose their source within the plan, 5 decided. "
        "Now the cliff is in FY2029, with $163,553; then there is no cliff"
    )
    assert applied(riverbend, found.edits).cliff_year is None


def applied(budget, edits):
    """Return the funding plan of a budget with edits of successors."""
    lines = list(budget.lines)
    for edit in edits:
        assert edit.header == "Successor"
        line = lines[edit.row - 3]
        lines[edit.row - 3] = replace(line, successor=edit.value.partition(" · ")[0])
    return analyze(replace(budget, lines=tuple(lines))).funding
