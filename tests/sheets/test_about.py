"""about: what the workbook is, in facts, conventions and one line worked through."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from clean import clean_budget
from sheets.reading import clean_context, column_of, context, headers_of, table_of
from xlbudget.model import TeamMember
from xlbudget.model.cost import units_bought
from xlbudget.model.line_item import LineItem
from xlbudget.sheets.about import VERSION, about_sheet, guide_sheet
from xlbudget.sheets.context import context_of
from xlbudget.sheets.plan import Link, Role

CONTENTS = (("Guide", "Five steps."), ("Line items", "Every cost once."))


def facts_of(sheet):
    return dict(row.cells for row in table_of(sheet, "AboutBudget").rows)


def test_the_facts_are_those_of_the_district():
    assert facts_of(about_sheet(clean_context(), CONTENTS)) == {
        "District": "Clearwater Schools",
        "Vision": "not stated",
        "Owner": "Finance office",
        "Stage": "recommended",
        "As of": "2026-03-01",
        "Due": "2026-06-15",
        "Template version": VERSION,
    }


def test_what_a_district_leaves_blank_is_said_to_be_blank():
    facts = facts_of(about_sheet(context(), ()))
    blanks = [facts[name] for name in ("Vision", "Owner", "Stage", "As of", "Due")]
    assert blanks == ["not stated", "not named", *["not stated"] * 3]


def test_the_contents_lead_to_every_sheet():
    table = table_of(about_sheet(clean_context(), CONTENTS), "Contents")
    links = [row.cells[0] for row in table.rows]
    assert links == [Link("Guide", "Guide"), Link("Line items", "Line items")]
    assert column_of(table, "What it holds") == ["Five steps.", "Every cost once."]


@pytest.mark.parametrize(
    ("day", "told"), [(date(2026, 5, 4), "B. Clerk: 2026-05-04"), (None, "B. Clerk: not yet")]
)
def test_a_member_has_signed_off_on_a_day_or_not_yet(day, told):
    member = TeamMember(role="Principal", name="B. Clerk", signed_off=day)
    made = context_of(replace(clean_budget(), team=(member,)), ())
    assert table_of(about_sheet(made, ()), "SignOff").rows[0].cells == ("Principal", told)


def test_without_a_team_the_sign_off_says_where_to_name_it():
    table = table_of(about_sheet(context(), ()), "SignOff")
    assert [row.cells for row in table.rows] == [("No team named yet", "see the sheet Team")]


def test_limits_and_help_are_numbered():
    limits = table_of(about_sheet(clean_context(), ()), "Limits")
    assert column_of(limits, "Number") == ["1", "2", "3", "4", "5"]
    assert column_of(table_of(guide_sheet(), "Help"), "Number") == ["1", "2", "3"]


def test_the_guide_has_five_steps_in_order():
    steps = column_of(table_of(guide_sheet(), "Steps"), "Sheets")
    assert [step[:3] for step in steps] == ["1. ", "2. ", "3. ", "4. ", "5. "]


def test_the_worked_line_is_calculated_as_a_line_is():
    told = column_of(table_of(guide_sheet(), "WorkedLine"), "What is entered")[-1]
    line = LineItem(line_id="LN-001", cost_type="purchase", spare_share=Decimal("0.05"))
    units = units_bought(line, Decimal(150))
    assert told == f"157.5 devices with 5 % spares are {units}: {units * 365:,} dollars in year 1"


@pytest.mark.parametrize("sheet", [guide_sheet(), about_sheet(clean_context(), CONTENTS)])
def test_both_sheets_are_prose_in_two_columns(sheet):
    assert sheet.role is Role.ABOUT
    assert {len(headers_of(table)) for table in sheet.tables} == {2}
