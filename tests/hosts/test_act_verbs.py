"""Every action on four workbooks: the sample, one half filled, a broken one, an empty one."""

import pytest

from actions.snapshots import half_filled
from judges.cached import disagreements, read_cached
from judges.validator import findings as faults
from workbook.act.acted import DAY, now
from workbook.intake.filled import put, text, write_filled
from xlbudget.actions.verbs import VERBS, verb
from xlbudget.hosts.act_asks import Ways, outcome_of
from xlbudget.sheets.empty_budget import empty_budget
from xlbudget.workbook.act import apply, snapshot_of
from xlbudget.workbook.read import open_book

LINE = {
    "item": "Other",
    "description": "Document cameras for two rooms",
    "category": "device hardware",
    "cost_type": "purchase",
    "quantity": "2",
    "unit_price": "310",
}
ANSWERS = {"add-line": LINE, "compare": {"scenario": "B"}, "link-goals": {"L9": "G1"}}
KINDS = ("sample", "half filled", "broken", "empty")


def made(kind, path, riverbend):
    """A workbook of a kind."""
    budgets = {"sample": riverbend, "half filled": half_filled().budget}
    write_filled(budgets.get(kind, empty_budget() if kind == "empty" else riverbend), path)
    if kind == "broken":
        put(path, "LineItems", "Quantity", text("many"))
    return path


def outcomes(snapshot):
    """What every action comes to, suggestions taken where nothing is answered."""
    return {
        one.name: outcome_of(one, snapshot, Ways(ANSWERS.get(one.name, {}), suggested=True))
        for one in VERBS
    }


@pytest.fixture(scope="module", params=KINDS)
def acted(request, tmp_path_factory, riverbend):
    """A workbook before, what every action comes to, what was applied, and the workbook after."""
    path = made(request.param, tmp_path_factory.mktemp("acted") / "book.xlsx", riverbend)
    book = open_book(path)
    found = outcomes(snapshot_of(book, DAY, cell="Summary!A6"))
    edits = [edit for name, one in found.items() if name != "check" for edit in one.edits]
    after = path.with_name("after.xlsx")
    after.write_bytes(apply(book, edits).data)
    checked = verb("check").plan(now(after), {})
    done = apply(open_book(after), checked.edits)
    after.write_bytes(done.data)
    return request.param, found, done, after


def test_every_action_has_words_and_a_broken_workbook_is_told_what_to_mend(acted):
    kind, found, _, _ = acted
    assert all(outcome.says for outcome in found.values())
    refused = {name for name, outcome in found.items() if outcome.refused}
    assert "restore" in refused
    assert ({"add-line", "link-goals", "close-cliff", "refresh"} <= refused) is (kind == "broken")


def test_the_line_that_was_added_is_read_back(acted):
    kind, _, _, after = acted
    seen = now(after)
    described = [row["Description"] for row in seen.tables["LineItems"].rows]
    assert described.count(LINE["description"]) == (kind != "broken")
    assert (seen.budget is None) is (kind == "broken")


def test_check_lists_what_is_found_then(acted):
    _, _, _, after = acted
    seen = now(after)
    listed = [row["Rule"] for row in seen.tables["Findings"].rows if row["Rule"]]
    assert listed == [finding.code for finding in seen.findings][: len(listed)]
    assert listed or not seen.findings


def test_what_is_stored_is_what_libreoffice_calculates(acted, libreoffice):
    kind, _, done, after = acted
    found = disagreements(after, libreoffice)
    before = read_cached(after.with_name("book.xlsx"))
    ours = [one for one in found if one.cached != before[one.sheet][one.cell].value]
    if kind == "broken":
        assert {one.cached for one in ours} == {None}
        assert {(one.sheet, one.cell) for one in ours} <= done.results.dropped
    else:
        assert [str(one) for one in found] == []
        assert not done.results.dropped


def test_the_open_xml_sdk_finds_nothing(acted):
    assert faults(acted[3]) == []
