"""as_json: an outcome for hosts that are no Python, and the answers that come back."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.snapshots import FAULT
from xlbudget.actions.as_json import (
    LONGEST,
    answers_from,
    edit_json,
    outcome_json,
    request_json,
    value_json,
)
from xlbudget.actions.edit import NameEdit, TableEdit
from xlbudget.actions.outcome import Outcome
from xlbudget.actions.request import (
    Calculate,
    CollectReturns,
    ExportPages,
    FreezeCopy,
    KeepCopy,
    RestoreCopy,
    Select,
)
from xlbudget.actions.snapshot import Formula
from xlbudget.actions.verbs import VERBS, verb
from xlbudget.errors import InputError

READERS = {"number": Decimal, "date": date.fromisoformat, "formula": Formula}


def value_of(told):
    """The value that JSON tells of: what another host does."""
    if isinstance(told, dict):
        ((kind, words),) = told.items()
        return READERS[kind](words)
    return told


values = (
    st.text()
    | st.none()
    | st.booleans()
    | st.integers(min_value=-(2**53), max_value=2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.decimals(allow_nan=False, allow_infinity=False, places=2)
    | st.dates()
    | st.text().map(lambda words: Formula("=" + words))
)


@given(values)
def test_every_value_comes_back_as_it_was(value):
    back = value_of(json.loads(json.dumps(value_json(value))))
    assert (back, type(back)) == (value, type(value))


def test_a_value_that_json_has_no_word_for_says_what_it_is():
    assert value_json(Decimal("12.50")) == {"number": "12.50"}
    assert value_json(Decimal("1E+3")) == {"number": "1000"}
    assert value_json(date(2026, 11, 24)) == {"date": "2026-11-24"}
    assert value_json(Formula("=A1")) == {"formula": "=A1"}


def test_an_edit_names_table_row_and_header_or_a_name():
    assert edit_json(TableEdit("LineItems", 4, "Quantity", Decimal(30))) == {
        "table": "LineItems",
        "row": 4,
        "header": "Quantity",
        "value": {"number": "30"},
    }
    assert edit_json(NameEdit("ChosenScenario", "C02")) == {
        "name": "ChosenScenario",
        "value": "C02",
    }


@pytest.mark.parametrize(
    ("request_", "told"),
    [
        (Calculate(), {"request": "calculate"}),
        (Select("Goals", "B7"), {"request": "select", "sheet": "Goals", "cell": "B7"}),
        (KeepCopy("add-line"), {"request": "keep-copy", "reason": "add-line"}),
        (RestoreCopy("a"), {"request": "restore-copy", "copy": "a"}),
        (ExportPages("S", "b"), {"request": "export-pages", "sheet": "S", "path": "b"}),
        (FreezeCopy("b"), {"request": "freeze-copy", "path": "b"}),
        (CollectReturns("c", "i"), {"request": "collect-returns", "campaign": "c", "inbox": "i"}),
    ],
)
def test_a_request_says_which_it_is(request_, told):
    assert request_json(request_) == told


def test_of_a_new_workbook_the_title_and_the_tabs_are_told(bare):
    (request,) = verb("new-budget").plan(bare, {"file": "new.xlsx"}).requests
    told = request_json(request)
    assert told["request"] == "write-workbook"
    assert told["path"] == "new.xlsx"
    assert told["sheets"][0] == "About"
    assert told.keys() == {"request", "path", "says", "title", "sheets"}


def test_a_question_has_its_options(river):
    told = outcome_json(verb("add-line").plan(river, {}))
    assert told["waits"] is True
    (ask,) = told["asks"]
    assert (ask["key"], ask["takes"], ask["needed"]) == ("item", "choice", True)
    assert ask["options"][0] == {"answer": "Other", "says": "Not on the list"}


def test_a_finding_has_its_place_in_words_and_in_parts():
    (told,) = outcome_json(Outcome(says="x", findings=(FAULT,)))["findings"]
    assert told["place"] == "budget.xlsx, Line items, row 9, J9, quantity"
    assert (told["sheet"], told["cell"], told["record"]) == ("Line items", "J9", None)


@pytest.mark.parametrize("one", VERBS, ids=lambda one: one.name)
@pytest.mark.parametrize("workbook", ["river", "broken"])
def test_json_can_hold_every_outcome(one, workbook, request):
    snapshot = replace(request.getfixturevalue(workbook), copies=("a",))
    told = outcome_json(one.plan(snapshot, {}))
    back = json.loads(json.dumps(told, allow_nan=False))
    assert back["says"]
    assert back.keys() == told.keys()


@given(st.dictionaries(st.text(), st.text()))
def test_answers_come_back_as_they_were(answers):
    assert answers_from(json.dumps(answers)) == answers


@pytest.mark.parametrize(
    ("text", "saw"),
    [
        ("", "The answers are no JSON"),
        ("{", "The answers are no JSON"),
        ("[" * 100_000, "The answers are no JSON"),
        ("[]", "The answers are “[]”"),
        ("null", "The answers are “null”"),
        ('{"item": 3}', "The answer to “item” is “3”"),
        ('{"item": null}', "The answer to “item” is “null”"),
        ('{"item": NaN}', "The answer to “item” is “NaN”"),
        ('{"item": {"a": "b"}}', "The answer to “item” is “{"),
        ('{"item": "a", "item": "b"}', "The key “item” stands there twice"),
        ('"' + "x" * LONGEST + '"', "The answers have 1,000,002 characters"),
    ],
)
def test_what_is_no_object_of_texts_is_refused(text, saw):
    with pytest.raises(InputError) as refusal:
        answers_from(text)
    assert refusal.value.saw.startswith(saw)
