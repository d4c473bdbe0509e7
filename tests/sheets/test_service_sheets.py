"""service_sheets: lists, log, and which workbook this is."""

from datetime import date

import pytest

from sheets.reading import clean_context, column_of, context, table_of
from xlbudget.sheets.identity import (
    EXPLANATION,
    TEMPLATE,
    VERSION,
    Entry,
    Event,
    Fact,
    Identity,
)
from xlbudget.sheets.plan import Part, Role
from xlbudget.sheets.service_sheets import (
    escalation_classes,
    lists_sheet,
    log_of,
    log_sheet,
    manifest_sheet,
    scratch_sheet,
)


def test_scratch_is_free():
    sheet = scratch_sheet()
    assert (sheet.tables, sheet.protected) == ((), False)


def test_the_constants_are_those_of_the_formulas():
    table = table_of(lists_sheet(clean_context()), "Constants")
    assert column_of(table, "Constant") == ["Once", "NoEnd"]
    assert column_of(table, "Value") == [99, 9999]


def test_growth_classes_are_those_that_have_a_rate():
    made = context(rates={"escalation_paper": "0.02"})
    assert escalation_classes(made)[0] == "general"
    assert "paper" in escalation_classes(made)[1:]
    words = column_of(table_of(lists_sheet(made), "Choices"), "EscalationList")
    assert tuple(word for word in words if word) == escalation_classes(made)


def test_the_log_begins_with_the_making_of_the_workbook():
    row = log_sheet(clean_context(), "9.8.7").tables[0].rows[0]
    assert row.cells[:2] == (date(2026, 3, 1), "generated")
    assert "xlbudget 9.8.7" in row.cells[2]


def test_the_log_goes_on_from_what_happened_before():
    entries = (
        Entry(date(2025, 1, 31), Event.GENERATED, "Made by xlbudget 0.1"),
        Entry(None, Event.MIGRATED, "From template v0.9 to v1.0"),
    )
    table = log_sheet(clean_context(), "9.8.7", Identity(entries=entries)).tables[0]
    assert [row.cells for row in table.rows] == [
        (date(2025, 1, 31), "generated", "Made by xlbudget 0.1"),
        (None, "migrated", "From template v0.9 to v1.0"),
    ]


@pytest.mark.parametrize(("entries", "rows"), [(1, 20), (15, 20), (30, 35)])
def test_the_log_has_room_for_what_will_happen(entries, rows):
    table = log_of([Entry(None, Event.SUBMITTED, str(i)) for i in range(entries)]).tables[0]
    assert len(table.rows) + table.spare_rows == rows


def test_the_manifest_says_which_workbook_this_is():
    identity = Identity(workbook_id="w-1", school_id="S1", origin="clearwater")
    sheet = manifest_sheet(clean_context(), "9.8.7", (("Data", Role.DATA),), identity)
    facts = {row.key: row.cells[1] for row in table_of(sheet, "Manifest").rows}
    assert (facts["District"], facts["NCES id"]) == ("Clearwater Schools", "none")
    assert facts["Made by"] == "xlbudget 9.8.7"
    assert (facts["Template"], facts["Template version"]) == (TEMPLATE, VERSION)
    assert (facts["Workbook id"], facts["School id"]) == ("w-1", "S1")
    assert facts["Filled from"] == "clearwater"
    assert [row.cells for row in table_of(sheet, "SheetRoles").rows] == [
        ("Data", "data", None),
        ("Manifest", "log", None),
    ]


def test_a_template_is_nobodys():
    facts = {
        row.key: row.cells[1] for row in manifest_sheet(clean_context(), "1", ()).tables[0].rows
    }
    assert {facts[fact] for fact in (Fact.WORKBOOK, Fact.SCHOOL, Fact.ORIGIN)} == {"none"}


@pytest.mark.parametrize("is_open", [True, False])
def test_people_may_add_to_an_open_log_and_are_told_how_to_explain(is_open):
    columns = log_of([Entry(None, Event.FILLED, "x")], is_open=is_open).tables[0].columns
    assert {column.part for column in columns} == {Part.INPUT if is_open else Part.LABEL}
    assert EXPLANATION in columns[2].says


def test_the_log_of_a_district_is_open():
    assert log_sheet(clean_context(), "9.8.7").tables[0].columns[0].part is Part.INPUT
