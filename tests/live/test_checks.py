"""Checks in the live workbook: all pass on the clean budget, and one edit flips each."""

import pytest

from xlbudget.sheets.check import EXPLAINED, LOOK, OK

SPARE = 2

EDITS = {
    "L01": [("LineItems", 0, "Interval", None)],
    "L02": [("LineItems", 1, "Line", "L1")],
    "L03": [("LineItems", SPARE, "Description", "A line without an id")],
    "L04": [("LineItems", 0, "Quantity", "ten")],
    "L05": [("LineItems", 0, "Goal share 1", 0.5)],
    "L06": [("LineItems", 0, "Source share 1", 0.5)],
    "L07": [("LineItems", 0, "Goal 1", "G99 · Nowhere")],
    "L08": [("LineItems", 0, "Source 1", "F99 · Nobody")],
    "L09": [("LineItems", 0, "Program", "P99 · None")],
    "L10": [("LineItems", 0, "Goal 1", None)],
    "L11": [("LineItems", 0, "Justification", None)],
    "L12": [("LineItems", 0, "Status", "conditional"), ("Programs", 0, "Condition", None)],
    "L13": [("LineItems", 0, "Prior amount", 5000)],
    "F02": [("Funding", 0, "Amount 1", 5000)],
    "F03": [("Funding", 0, "Amount 2", 5000)],
    "F04": [("LineItems", 0, "Source 1", "F2 · Grant that ends")],
    "F05": [("LineItems", 0, "Source 1", "F2 · Grant that ends")],
    "F06": [("LineItems", 0, "Source 1", "F2 · Grant that ends")],
    "G01": [("Goals", 1, "Parent goal", None)],
    "G02": [("LineItems", 1, "Goal 1", "G1")],
    "G03": [("Outcomes", 0, "Measure", None)],
    "R01": [("Assumptions", 0, "Valid until", 40000)],
    "R02": [("Savings", 0, "Reduces", None)],
    "R03": [("Scenarios", 1, "Probability", 0.3)],
    "R04": [("Schools", 0, "Enrollment 3", None)],
}


def test_all_checks_pass_on_the_clean_budget(clean, live):
    book, _ = clean
    assert book.master.startswith("All ")
    assert live.at("CheckTotals", "words", "Value") == book.master


@pytest.mark.parametrize("check", EDITS)
def test_an_edit_flips_the_check(live, check):
    assert live.at("Checks", check, "Status") == OK
    for edit in EDITS[check]:
        live.put(*edit)
    assert live.at("Checks", check, "Status") == LOOK
    assert live.at("CheckTotals", "words", "Value").endswith("see Checks")


def test_every_check_that_can_be_edited_has_an_edit(clean):
    book, _ = clean
    checks = next(sheet for sheet in book.sheets if sheet.title == "Checks")
    listed = {row.key for row in checks.tables[1].rows}
    ties = {key for key in listed if key.startswith("T") or key == "F01"}
    assert set(EDITS) == listed - ties


def test_a_warning_can_be_explained_and_an_error_cannot(live):
    live.put("LineItems", 0, "Justification", None)
    live.put("LineItems", 0, "Goal share 1", 0.5)
    for check in ("L11", "L05"):
        live.put_at("Checks", check, "Explanation", "Known; the board decides in May")
    assert live.at("Checks", "L11", "Status") == EXPLAINED
    assert live.at("Checks", "L05", "Status") == LOOK
    words = live.at("CheckTotals", "words", "Value")
    assert words == "1 error; 1 warning, 1 explained: see Checks"
