"""Sources: the way back from any figure to file, sheet and row."""

from dataclasses import replace
from decimal import Decimal

from samples import BUDGET, GOAL, LINE
from xlbudget.model.cost import line_costs
from xlbudget.model.origin import Origin
from xlbudget.sheets.source_rows import source_rows
from xlbudget.sheets.sources import first_rows, sources_sheet

BUILDING = replace(GOAL, goal_id="B1", plan="building", school_id="S1", parent_goal_id="G1")
LINES = (
    replace(LINE, line_id="L0", school_id=""),
    replace(LINE, goal_1="B1", description="=1+1"),
    replace(LINE, line_id="L2", school_id="S9", goal_1=""),
)
MADE = replace(BUDGET, goals=(GOAL, BUILDING), lines=LINES)
COSTS = line_costs(MADE)
ORIGINS = [Origin(file=f"{n}.xlsx", sheet="My lines", row=n, sha256="f" * 64) for n in range(3)]
ROWS = source_rows(COSTS, ORIGINS)


def cells(header):
    (table,) = sources_sheet(MADE, ROWS).tables
    place = [column.header for column in table.columns].index(header)
    return [row.cells[place] for row in table.rows]


def test_a_row_tells_line_file_sheet_and_row():
    assert cells("Line") == ["L0", "L1", "L2"]
    assert cells("File") == ["0.xlsx", "1.xlsx", "2.xlsx"]
    assert cells("Row") == [0, 1, 2]
    assert cells("File digest") == ["f" * 12] * 3


def test_a_row_tells_the_school_by_name_where_there_is_one():
    assert cells("School") == ["District-wide", "Oak Elementary", "S9"]


def test_a_row_tells_the_district_goal_that_a_building_goal_counts_for():
    assert cells("Goal id") == ["G1", "B1", ""]
    assert cells("Serves") == ["G1", "G1", ""]


def test_a_row_has_the_money_of_each_year():
    assert cells("Year 1") == [Decimal(36_500)] * 3
    assert cells("Description")[1] == "=1+1"


def test_the_first_row_of_each_school_is_known():
    assert first_rows(ROWS) == {"": "0", "S1": "1", "S9": "2"}
