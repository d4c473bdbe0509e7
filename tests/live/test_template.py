"""The empty template, filled by hand in LibreOffice without Python: it calculates and checks."""

from pathlib import Path

import pytest

from livebook import LiveBook
from xlbudget.sheets.template import template_book

TEMPLATE = Path(__file__).parents[2] / "workbook_templates" / "district-budget.xlsx"
FILLED = [
    ("Schools", {"School": "S1", "Name": "Oak Elementary", "Level": "elementary"}),
    ("Schools", {f"Enrollment {k}": 400 for k in range(1, 6)}),
    ("Goals", {"Goal": "G1", "Plan": "district", "Statement": "Every third grader reads"}),
    ("Programs", {"Program": "P1", "Name": "Devices", "Department": "Technology"}),
    (
        "Funding",
        {
            "Source": "F1",
            "Name": "General fund",
            "Stream": "recurring",
            "Kind": "local",
            "First fiscal year": 2027,
            "Status": "secured",
        },
    ),
    ("Funding", {f"Amount {k}": 50_000 for k in range(1, 6)}),
    (
        "LineItems",
        {
            "Line": "L1",
            "Description": "Chromebooks, a quarter of the fleet",
            "Program": "P1 · Devices",
            "School": "S1 · Oak Elementary",
            "Justification": "Each student needs a working device",
            "Goal 1": "G1 · Every third grader reads",
            "Cost type": "purchase",
            "Quantity": 100,
            "Unit price": 300,
            "Source 1": "F1 · General fund",
            "Status": "approved",
            "Need": "recurring",
            "First fiscal year": 2027,
            "Area": "hardware",
            "Category": "device hardware",
            "Spare share": 0.05,
            "Service life": 4,
            "Refresh": "yes",
            "Escalation class": "hardware",
        },
    ),
]


@pytest.fixture(scope="module")
def filled(libreoffice):
    """Return the template open in LibreOffice with one line filled in by hand."""
    live = LiveBook.open(libreoffice, template_book(), TEMPLATE)
    assert live.at("CheckTotals", "words", "Value").startswith("0 errors; 1 warning")
    for table, cells in FILLED:
        for column, value in cells.items():
            live.put(table, 0, column, value)
    yield live
    live.close()


def test_it_calculates_cost_ownership_and_funding(filled):
    assert filled.at("FundingPlan", "cost", "Year 1") == 105 * 300
    assert filled.at("FundingPlan", "cost", "Year 2") == 0
    assert filled.at("OwnershipByArea", "hardware", "Year 2") == 105 * 300 / 4
    assert filled.at("PerStudent", "district", "Year 1") == pytest.approx(105 * 300 / 4 / 400)
    assert filled.value("Funding", 0, "Left 1") == 50_000 - 105 * 300
    assert filled.value("LineItems", 0, "Still missing") == "complete"


def test_drop_downs_offer_what_was_typed(filled):
    assert filled.value("Goals", 0, "Label") == "G1 · Every third grader reads"


def test_its_checks_answer(filled):
    words = filled.at("CheckTotals", "words", "Value")
    filled.put("LineItems", 0, "Goal 1", None)
    assert filled.at("Checks", "L10", "Status") == "look"
    filled.put("LineItems", 0, "Goal 1", "G1 · Every third grader reads")
    assert filled.at("Checks", "L10", "Status") == "OK"
    assert filled.at("CheckTotals", "words", "Value") == words
