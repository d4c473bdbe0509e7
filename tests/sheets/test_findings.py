"""findings: each finding is a row with a link, and the rows left over wait for a later check."""

from dataclasses import replace

import pytest

from clean import clean_budget
from sheets.reading import clean_context, column_of, headers_of, spare_of
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.sheets.context import context_of
from xlbudget.sheets.findings import HEADERS, finding_rows, findings_sheet
from xlbudget.sheets.room import Room

FOUND = Finding(
    severity=Severity.WARNING,
    code="GOAL-01",
    place=Place(file="line_items.csv", row=3, column="goal_1"),
    saw="No goal",
    wants="Each line serves a goal",
    fix="Name one",
)
IN_BOOK = Place(
    file="book.xlsx", sheet="Line items", row=9, cell="K9", column="goal_1", record="L-2"
)


def table(*findings, room=None):
    made = context_of(clean_budget(), findings, room=room or Room())
    return findings_sheet(made).tables[0]


def test_a_finding_is_a_row_in_words():
    assert finding_rows((FOUND,), 1) == (
        (
            "warning",
            "GOAL-01",
            "No goal",
            "Each line serves a goal",
            "Name one",
            "line_items.csv, row 3, goal_1",
            "Line items",
            None,
        ),
    )


def test_a_place_of_a_workbook_is_parted_into_sheet_cell_and_the_rest():
    row = finding_rows((replace(FOUND, place=IN_BOOK),), 1)[0]
    assert row[5:] == ("goal_1, L-2", "Line items", "K9")


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (IN_BOOK, "Line items K9"),
        (replace(IN_BOOK, cell=""), "Line items"),
        (Place(file="goals.csv", row=4), "Goals"),
        (Place(file="district.toml"), "Assumptions"),
        (Place(file="elsewhere.csv"), ""),
    ],
)
def test_the_link_names_where_it_leads(place, shown):
    assert column_of(table(replace(FOUND, place=place)), "Go to") == [shown]


def test_without_findings_the_table_says_none_and_has_room_for_forty():
    made = findings_sheet(clean_context()).tables[0]
    assert column_of(made, "Severity") == ["none"]
    assert [spare_of(made, header) for header in headers_of(made)] == [None, None, "", *[None] * 6]
    assert len(made.rows) + made.spare_rows == 40


@pytest.mark.parametrize(
    ("room", "last"), [(2, "4 more findings have"), (4, "2 more findings have")]
)
def test_findings_without_a_row_are_counted_in_the_last_one(room, last):
    rows = finding_rows((FOUND,) * 5, room)
    assert len(rows) == room
    assert rows[-1][0] == "more"
    assert rows[-1][2] == f"{last} no row here"


def test_one_finding_more_has_no_row():
    assert finding_rows((FOUND,) * 2, 1)[0][2] == "2 more findings have no row here"
    assert all(len(row) == len(HEADERS) for row in finding_rows((FOUND,) * 2, 1))


def test_the_count_above_the_table_is_a_formula_of_its_rows():
    made = context_of(clean_budget(), (FOUND,) * 5, room=Room(rows={"Findings": 4}))
    words = findings_sheet(made).judgements[0]
    assert words.value == "Listed here: 0 fatal; 3 warnings; 0 remarks"
    assert 'COUNTIF(Findings[Severity],"warning")' in words.formula
