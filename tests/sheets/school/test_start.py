"""The sheet Start: who, until when, five steps, money and what is missing in words."""

from sheets.rich import shown
from sheets.school.reading import cell
from xlbudget.sheets.plan import Link
from xlbudget.sheets.school.start import start_sheet

CONTENTS = ("Goals", "My lines", "Manifest")


def tables(made):
    return {table.name: table for table in start_sheet(made, CONTENTS).tables}


def test_it_says_who_until_when_and_to_whom(kept):
    facts = tables(kept)["AboutBudget"]
    assert cell(facts, "School", "Value") == "Clearwater Elementary (S1)"
    assert cell(facts, "Due", "Value") == "2026-06-15"
    assert cell(facts, "Send to", "Value") == "Finance office"
    assert cell(facts, "First fiscal year", "Value") == 2027
    assert cell(facts, "Who answers", "Value") == "enter it on Check and send"


def test_money_and_what_is_missing_stand_at_the_top(fresh):
    words = [shown(cell) for cell in start_sheet(fresh, CONTENTS).judgements]
    assert words == [
        "FY2027: 15,000 dollars allocated, 11,740 planned, 3,260 left",
        "Still missing: name, role or date (3)",
    ]


def test_five_steps_lead_to_their_sheets(kept):
    links = [row.cells[0] for row in tables(kept)["Steps"].rows]
    assert [link.sheet for link in links] == [
        "Goals",
        "My lines",
        "My lines",
        "My money",
        "Check and send",
    ]


def test_every_other_sheet_is_listed_with_a_link(kept):
    rows = tables(kept)["Contents"].rows
    assert [row.cells[0] for row in rows] == [Link(title, title) for title in CONTENTS]
    assert all(row.cells[1] for row in rows)


def test_it_carries_what_readers_look_for(kept):
    assert {"ColorKey", "Conventions", "Limits"} <= set(tables(kept))
