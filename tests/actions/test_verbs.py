"""verbs: declared once, fit for a ribbon, and none of them ever raises."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions.snapshots import snapshot_of
from strategies import budgets
from xlbudget.actions.edit import NameEdit
from xlbudget.actions.outcome import Outcome
from xlbudget.actions.snapshot import Formula
from xlbudget.actions.verb import Group
from xlbudget.actions.verbs import VERBS, verb
from xlbudget.errors import UnknownChoiceError

NAMES = (
    "add-line", "link-goals", "close-cliff", "compare", "refresh", "check", "explain", "keep",
    "restore", "board-page", "freeze", "new-budget", "collect",
)  # fmt: skip
KEYS = (
    "item", "description", "category", "cost_type", "school_id", "program_id", "quantity",
    "unit_price", "service_life", "refresh", "benefit_rate", "need", "first_fiscal_year", "goal_1",
    "source_1", "payment_2027", "justification", "scenario", "plan-file", "file", "years", "copy",
    "campaign", "inbox", "L0", "L1", "L2",
)  # fmt: skip
WORDS = (
    "", "Other", "G0", "F0 · Grant", "S0", "purchase", "staff", "contract", "annual", "yes", "4",
    "-1", "2027", "1e400", "many", "=1+1", "stop", "life:9", "fewer:1", "successor:F0", "a.xlsx",
    "b.pdf", "SC1", "I0", "device hardware", "recurring", "no\x00thing",
)  # fmt: skip


def test_every_action_of_the_design_is_there_once_in_its_order():
    assert tuple(one.name for one in VERBS) == NAMES


def test_a_group_has_at_most_six_verbs():
    counts = Counter(one.group for one in VERBS)
    assert dict(counts) == {Group.PLAN: 5, Group.REVIEW: 6, Group.MENU: 2}


def test_key_tips_are_unique_and_none_begins_another():
    tips = [one.key_tip for one in VERBS]
    assert len(set(tips)) == len(tips)
    assert {len(tip) for tip in tips} == {2}


@pytest.mark.parametrize("one", VERBS, ids=lambda one: one.name)
def test_a_verb_fits_on_a_ribbon(one):
    assert 1 <= len(one.label.split()) <= 3
    assert len(one.tip) <= 250
    assert not one.tip.endswith(".")
    assert ". " not in one.tip
    assert one.says.endswith(".")
    assert len(one.says) <= 250
    assert one.image.isalpha()


def test_an_unknown_verb_is_refused_with_the_ones_there_are():
    with pytest.raises(UnknownChoiceError) as refusal:
        verb("dance")
    assert "dance" in refusal.value.saw
    assert "add-line, link-goals" in refusal.value.wants


@pytest.mark.parametrize("one", VERBS, ids=lambda one: one.name)
@pytest.mark.parametrize("workbook", ["river", "half", "empty", "broken", "bare"])
def test_every_verb_answers_on_every_workbook_and_asks_only_what_it_declares(
    one, workbook, request
):
    outcome = one.plan(request.getfixturevalue(workbook), {})
    assert outcome.says
    assert not (outcome.refused and (outcome.edits or outcome.requests or outcome.asks))
    assert one.asks or not outcome.asks


@pytest.mark.parametrize(
    "one", [one for one in VERBS if one.needs_budget], ids=lambda one: one.name
)
def test_what_needs_a_budget_is_refused_without_one(one, broken):
    assert one.plan(broken, {}).refused


@pytest.mark.parametrize(
    "one", [one for one in VERBS if not one.needs_budget], ids=lambda one: one.name
)
def test_what_needs_no_budget_works_on_a_broken_workbook(one, broken):
    assert not one.plan(replace(broken, copies=("yesterday",)), {}).refused


@pytest.mark.parametrize("one", [one for one in VERBS if not one.keeps], ids=lambda one: one.name)
def test_what_keeps_no_copy_edits_no_input(one, river):
    tables = {edit.table for edit in one.plan(river, {}).edits}
    assert tables <= {"Findings"}


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    budget=budgets(max_lines=4),
    answers=st.dictionaries(st.sampled_from(KEYS), st.sampled_from(WORDS), max_size=len(KEYS)),
)
def test_no_verb_raises_and_every_edit_is_of_an_input_cell_that_is_there(budget, answers):
    snapshot = snapshot_of(budget, copies=("1", "2"))
    for one in VERBS:
        outcome = one.plan(snapshot, answers)
        assert isinstance(outcome, Outcome)
        for edit in outcome.edits:
            check_edit(snapshot, edit)


DECIDED = {
    "LN-077": "stop",
    "LN-179": "G01",
    "scenario": "C02",
    "item": "SI01",
    "quantity": "3",
}


@pytest.mark.parametrize("one", VERBS, ids=lambda one: one.name)
@pytest.mark.parametrize("lost", ["tables", "ids", "headers"])
def test_what_is_lost_from_the_workbook_is_no_fault_of_the_action(one, lost, river):
    tables = {} if lost == "tables" else dict(river.tables)
    parts = {"ids": {}} if lost == "ids" else {"headers": ()}
    tables = {name: replace(table, **parts) for name, table in tables.items()}
    outcome = one.plan(replace(river, tables=tables), DECIDED)
    assert {edit.table for edit in outcome.edits if hasattr(edit, "table")} <= tables.keys()


def check_edit(snapshot, edit):
    assert not isinstance(edit.value, Formula)
    if isinstance(edit, NameEdit):
        assert edit.name in snapshot.names
        return
    table = snapshot.tables[edit.table]
    assert edit.header in table.headers
    assert 1 <= edit.row <= len(table.rows)
