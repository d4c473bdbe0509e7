"""add_line: by a few questions to a line in the first free row."""

from dataclasses import replace
from decimal import Decimal

import pytest

from actions.snapshots import keys, told
from xlbudget.actions.add_line import add_line, next_id
from xlbudget.model import LineItem

CHROMEBOOKS = {"item": "SI01", "quantity": "30", "school_id": "S01", "goal_1": "G04"}
CABLES = {
    "description": "Cables",
    "category": "supplies",
    "cost_type": "annual",
    "quantity": "12",
    "unit_price": "$9.50",
}


def test_a_standard_item_fills_price_life_and_codes(river):
    outcome = add_line(river, CHROMEBOOKS | {"source_1": "F02 · Technology levy"})
    assert told(outcome) == [
        "LineItems 183 Line: LN-183",
        "LineItems 183 Description: Chromebook 11 inch, standard model, with touch",
        "LineItems 183 School: S01 · Alder Creek Elementary",
        "LineItems 183 Goal 1: G04 · Device and internet for all by FY2028",
        "LineItems 183 Cost type: purchase",
        "LineItems 183 Quantity: 30",
        "LineItems 183 Unit price: 245",
        "LineItems 183 Source 1: F02 · Technology levy",
        "LineItems 183 Status: proposed",
        "LineItems 183 Need: recurring",
        "LineItems 183 First fiscal year: 2027",
        "LineItems 183 Area: hardware",
        "LineItems 183 Category: device hardware",
        "LineItems 183 Goal share 1: 1",
        "LineItems 183 Source share 1: 1",
        "LineItems 183 Service life: 4",
        "LineItems 183 Refresh: yes",
        "LineItems 183 Escalation class: hardware",
        "LineItems 183 Function: 1000",
        "LineItems 183 Object: 650",
    ]
    assert not outcome.waits
    assert "It asks for $7,350 in FY2027" in outcome.says


def test_what_the_rules_say_of_the_new_line_comes_along_with_its_place(river):
    found = add_line(river, CHROMEBOOKS).findings
    assert [(one.code, one.place.record, one.place.sheet) for one in found] == [
        ("XLR-10", "LN-183", "Line items")
    ]


def test_a_thing_that_is_not_on_the_list_is_described(half):
    outcome = add_line(half, CABLES | {"item": "Other"})
    assert told(outcome) == [
        "LineItems 4 Line: L10",
        "LineItems 4 Description: Cables",
        "LineItems 4 Cost type: annual",
        "LineItems 4 Quantity: 12",
        "LineItems 4 Unit price: 9.50",
        "LineItems 4 Status: proposed",
        "LineItems 4 Need: recurring",
        "LineItems 4 First fiscal year: 2027",
        "LineItems 4 Area: hardware",
        "LineItems 4 Category: supplies and printing",
        "LineItems 4 Refresh: no",
        "LineItems 4 Function: 1000",
        "LineItems 4 Object: 650",
    ]


def test_who_says_what_the_line_is_need_not_say_that_it_is_no_standard_item(half):
    assert add_line(half, CABLES).edits == add_line(half, CABLES | {"item": "Other"}).edits


def test_the_first_line_of_an_empty_workbook_is_its_first(empty):
    assert told(add_line(empty, CABLES))[0] == "LineItems 1 Line: LN-001"


def test_a_contract_is_entered_by_its_payments(half):
    answers = {
        **CABLES,
        "cost_type": "contract",
        "payment_2027": "1,200",
        "payment_2029": "(300)",
    }
    values = {edit.header: edit.value for edit in add_line(half, answers).edits}
    assert {header: value for header, value in values.items() if "Payment" in header} == {
        "Payment 1": 1200,
        "Payment 3": -300,
    }


def test_a_line_that_cannot_be_written_yet_changes_nothing(river):
    outcome = add_line(river, {"item": "SI01", "quantity": "many"})
    assert outcome.waits
    assert (outcome.edits, outcome.requests) == ((), ())
    assert "quantity*" in keys(outcome)


def test_a_full_table_is_refused_with_the_way_to_more_room(half):
    table = half.tables["LineItems"]
    rows = table.rows[:3] + ({"Notes": "something"},) * (len(table.rows) - 3)
    full = replace(half, tables={"LineItems": replace(table, rows=rows)})
    outcome = add_line(full, CABLES)
    assert outcome.refused
    assert "All 6 rows" in outcome.says
    assert "--spare-lines" in outcome.says


def test_a_table_that_grows_takes_a_row_below_its_last(half):
    table = half.tables["LineItems"]
    rows = ({"Notes": "something"},) * len(table.rows)
    growing = replace(half, tables={"LineItems": replace(table, rows=rows, grows=True)})
    assert add_line(growing, CABLES).edits[0].row == len(rows) + 1


def test_an_older_workbook_that_lacks_a_column_is_refused(half):
    table = half.tables["LineItems"]
    headers = tuple(header for header in table.headers if header != "Need")
    older = replace(half, tables={"LineItems": replace(table, headers=headers)})
    outcome = add_line(older, CABLES)
    assert outcome.refused
    assert "no column Need" in outcome.says


def test_a_workbook_without_the_table_is_refused(half):
    assert "no table Line items" in add_line(replace(half, tables={}), {}).says


@pytest.mark.parametrize(
    ("ids", "typed", "found"),
    [
        ([], [], "LN-001"),
        (["LN-001", "LN-007"], [], "LN-008"),
        (["L9"], [], "L10"),
        (["A", "B"], [], "LN-001"),
        (["LN-009"], ["LN-010"], "LN-011"),
        (["LN-3", "X-8"], [], "X-9"),
        (["8", "9"], ["10"], "11"),
        (["l10", "L9"], [], "L11"),
    ],
)
def test_the_next_id_goes_on_as_the_ids_before_it(half, ids, typed, found):
    lines = tuple(LineItem(line_id=key) for key in ids)
    table = replace(half.tables["LineItems"], ids=dict.fromkeys(typed, 1))
    assert next_id(replace(half.budget, lines=lines), table) == found


def test_amounts_keep_their_cents(half):
    values = {edit.header: edit.value for edit in add_line(half, CABLES).edits}
    assert values["Unit price"] == Decimal("9.50")
