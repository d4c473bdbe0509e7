"""The sheet Check and send: ready, or what is missing; and the master check in words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from school_answers import answered, new_line
from sheets.school.reading import cell, frame
from xlbudget.model.school_answer import SignOff
from xlbudget.sheets.plan import Form
from xlbudget.sheets.school.check import check_sheet, master_words, missing_words

MUCH = answered(new_line(quantity=Decimal(1000)))


def tables(made):
    return {table.name: table for table in check_sheet(made).tables}


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (answered(), "Ready to send"),
        (MUCH, "Ready to send, with 1 point to explain, see Check and send"),
        (replace(MUCH, sign_off=replace(MUCH.sign_off, note="Agreed")), "Ready to send"),
        (answered(new_line(why="")), "Not ready: 1 point missing, see Check and send"),
        (replace(answered(new_line(why="")), sign_off=SignOff(note="Soon")),
         "Not ready: 2 points missing, see Check and send"),
    ],
)  # fmt: skip
def test_the_master_check_says(answer, words):
    assert master_words(frame(answer)) == words


def test_what_is_missing_stands_in_one_sentence(kept, broken):
    assert missing_words(kept) == "Still missing: nothing"
    assert missing_words(broken) == (
        "Still missing: an item of the list (1); a quantity (1); a goal (1); a source (1); "
        "a reason (1)"
    )


def test_a_note_explains_what_is_over_the_money_and_nothing_else():
    noted = replace(MUCH, sign_off=replace(MUCH.sign_off, note="Agreed", day=None))
    checks = tables(frame(noted))["Checks"]
    assert cell(checks, "M01", "Status") == "explained"
    assert cell(checks, "S01", "Status") == "look"
    assert cell(tables(frame(MUCH))["Checks"], "M01", "Status") == "look"


def test_totals_count_what_is_missing_and_to_explain():
    totals = tables(frame(MUCH))["CheckTotals"]
    assert (cell(totals, "missing_count", "Value"), cell(totals, "to_explain", "Value")) == (0, 1)


def test_who_answers_for_it_enters_words_and_a_day(kept):
    rows = {row.key: row for row in tables(kept)["SignOff"].rows}
    assert list(rows) == ["name", "role", "day", "note"]
    assert rows["day"].takes.form is Form.DATE
    assert rows["name"].cells == ("Name", "Dana")


def test_the_steps_say_whom_to_send_it_to_and_by_when(kept):
    steps = tables(kept)["HowToSend"].rows
    assert "Finance office by 2026-06-15" in steps[2].cells[1]
