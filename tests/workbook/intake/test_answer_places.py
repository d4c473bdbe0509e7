"""AnswerPlaces: the place of a cell is worked out when it is asked for, and is the right one."""

import pytest

from xlbudget.model.finding import Place
from xlbudget.model.school_answer import AnswerLine, BuildingGoal
from xlbudget.model.table import Reading
from xlbudget.workbook.intake.answer_places import AnswerPlaces
from xlbudget.workbook.intake.places import Located
from xlbudget.workbook.intake.school_table import LINES, OWN_GOALS, SchoolTable

SIGNED = {("", "name"): Place(sheet="Check and send", cell="B9")}


def table(which, records, rows, **columns):
    located = Located("My lines", header_row=8, first_row=9, columns=columns)
    return SchoolTable(which, Reading(tuple(records), tuple(rows)), located, ())


@pytest.fixture
def places():
    lines = [AnswerLine(line_id=key) for key in ("L1", "L2", "L1")]
    goals = [BuildingGoal(goal_id="S1-G01")]
    tables = [
        table(OWN_GOALS, goals, [2], goal_id=1),
        table(LINES, lines, [2, 4, 5], line_id=2, quantity=7),
    ]
    return AnswerPlaces("reply.xlsx", tables, SIGNED)


def test_a_cell_stands_in_the_row_of_its_record_and_the_column_of_its_heading(places):
    place = places["L2", "quantity"]
    assert (place.file, place.sheet, place.row, place.cell) == ("reply.xlsx", "My lines", 11, "G11")
    assert (place.record, place.column) == ("L2", "quantity")
    assert places["S1-G01", "goal_id"].cell == "A9"


def test_of_two_rows_with_one_id_the_last_one_counts(places):
    assert places["L1", "line_id"].cell == "B12"


def test_a_column_that_the_sheet_lacks_has_its_row_all_the_same(places):
    assert (places["L2", "why"].row, places["L2", "why"].cell) == (11, "")


def test_entries_outside_tables_have_their_own_place(places):
    assert places["", "name"] == SIGNED["", "name"]


@pytest.mark.parametrize("cell", [("L9", "why"), ("L1", "no such column"), ("", "day")])
def test_what_is_not_there_has_no_place(places, cell):
    assert places.get(cell) is None


def test_it_lists_each_cell_once(places):
    cells = list(places)
    assert len(cells) == len(set(cells)) == len(places) == 1 + 6 + 2 * 9
    assert all(places[cell].sheet for cell in cells)
