"""record_sheets: one input sheet for each kind of record, labels and ids included."""

import pytest

from sheets.reading import (
    clean_context,
    column_of,
    described,
    headers_of,
    spare_of,
    table_of,
)
from xlbudget.sheets.plan import Part, Role
from xlbudget.sheets.record_sheets import (
    labeled,
    outcomes_sheet,
    practices_sheet,
    programs_sheet,
    read_back,
    schools_sheet,
    standard_items_sheet,
    team_sheet,
)

CLEAN = clean_context()
BUILDERS = {
    "Schools": schools_sheet,
    "Programs": programs_sheet,
    "Practices": practices_sheet,
    "Standard items": standard_items_sheet,
    "Outcomes": outcomes_sheet,
    "Team": team_sheet,
}
KEYS = {
    "Schools": ["S1"],
    "Programs": ["P1"],
    "Practices": ["PR1"],
    "Standard items": ["I1"],
    "Outcomes": ["O1"],
    "Team": ["Chief financial officer"],
}


@pytest.mark.parametrize("title", BUILDERS)
def test_a_sheet_holds_its_records_and_may_be_filled(title):
    sheet = BUILDERS[title](CLEAN)
    assert (sheet.title, sheet.role, sheet.protected) == (title, Role.INPUT, False)
    first = headers_of(sheet.tables[0])[0]
    assert column_of(sheet.tables[0], first) == KEYS[title]
    assert described(sheet.tables[0], first).part is Part.KEY


@pytest.mark.parametrize("title", BUILDERS)
def test_rows_spare_ones_too_are_as_wide_as_their_table(title):
    tables = BUILDERS[title](CLEAN).tables
    widths = [{len(row.cells) for row in table.rows} for table in tables]
    assert all(found <= {len(table.columns)} for found, table in zip(widths, tables, strict=True))
    assert [len(table.spare_cells) for table in tables] == [len(table.columns) for table in tables]
    assert {table.spare_rows for table in tables} == {2}


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Schools", "S1 · Clearwater Elementary"),
        ("Programs", "P1 · Devices"),
        ("Practices", "PR1 · Four-year refresh"),
    ],
)
def test_what_others_name_has_a_label(title, label):
    table = BUILDERS[title](CLEAN).tables[0]
    assert column_of(table, "Label") == [label]
    assert spare_of(table, "Label") == ""


def test_outcomes_read_back_what_they_name():
    outcomes = outcomes_sheet(CLEAN).tables[0]
    assert column_of(outcomes, "Program") == ["P1 · Devices"]
    assert column_of(outcomes, "Program id") == ["P1"]
    assert column_of(outcomes, "Goal id") == ["G1"]
    assert spare_of(outcomes, "Program id") == ""


def test_the_team_has_its_calendar_beside_it():
    sheet = team_sheet(CLEAN)
    assert [table.name for table in sheet.tables] == ["Team", "Calendar"]
    assert table_of(sheet, "Calendar").rows == ()
    assert sheet.frozen_columns == 0  # two tables: no header row serves both


def test_a_label_column_calculates_and_labels_a_record():
    column, value = labeled("School")
    assert column.formula.startswith('=IF(Schools[[#This Row],[School]]="",""')
    assert value(CLEAN.budget.schools[0]) == "S1 · Clearwater Elementary"
    assert value(None) == ""


def test_an_id_is_read_back_from_the_column_beside():
    column, value = read_back("Goal", "Outcomes", "goal_id")
    assert column.header == "Goal id"
    assert "Outcomes[[#This Row],[Goal]]" in column.formula
    assert (value(CLEAN.budget.outcomes[0]), value(None)) == ("G1", "")
