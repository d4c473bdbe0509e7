"""Room: which rows tables have, and that nothing but room decides how a workbook is built."""

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings

from strategies import budgets
from xlbudget.model.rules import findings_of
from xlbudget.sheets.book import district_book
from xlbudget.sheets.empty_budget import empty_budget
from xlbudget.sheets.layout import Layout
from xlbudget.sheets.plan import Calculated
from xlbudget.sheets.room import Room

ROWS = dict.fromkeys(
    ("Goals", "Schools", "Programs", "Practices", "StandardItems", "Funding", "Drivers"), 40
) | {
    **dict.fromkeys(("Outcomes", "Savings", "Team", "Calendar"), 20),
    "Scenarios": 6,
    "Tags": 8,
    "LineItems": 250,
    "Assumptions": 60,
    "Findings": 10,
}


def text_of(cell, layout, sheet):
    return layout.formula(cell.formula, sheet) if isinstance(cell, Calculated) else None


def rows_of(placed):
    spare = placed.table.spare_cells or (None,) * len(placed.table.columns)
    rows = [row.cells for row in placed.table.rows]
    return rows + [spare] * (placed.rows - len(rows))


def built(book):
    """How a workbook is built: tables, rows, columns, names, and every formula with addresses."""
    layout = Layout(book)
    found = {name.name: layout.formula(name.refers, "") for name in book.names}
    for placed in layout.sheets:
        title = placed.sheet.title
        free = [item.cell for item in placed.sheet.headlines] + list(placed.sheet.judgements)
        free += [item.chart.finding for item in placed.charts]
        found[title] = [text_of(cell, layout, title) for cell in free]
        found[title, "charts"] = [(item.row, item.column) for item in placed.charts]
        for item in placed.tables:
            table = item.table
            found[table.name] = (
                (item.heading_row, item.label_row, item.header_row, item.first_row, item.last_row),
                [(column.header, column.formula) for column in table.columns],
                (table.heading, table.says),
                [text_of(cell, layout, title) for cell in table.labels],
                [[text_of(cell, layout, title) for cell in row] for row in rows_of(item)],
            )
    return found


@cache
def built_empty(years):
    return built(district_book(empty_budget(years), (), room=Room(rows=ROWS)))


def unlike(budget):
    made = built(district_book(budget, findings_of(budget), room=Room(rows=ROWS)))
    empty = built_empty(len(budget.district.years))
    assert made.keys() == empty.keys()
    return [name for name, facts in made.items() if facts != empty[name]]


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(budget=budgets())
def test_budgets_that_fit_the_same_room_are_built_alike(budget):
    assert unlike(budget) == []


def test_the_sample_is_built_as_the_empty_workbook_with_its_room(riverbend):
    assert unlike(riverbend) == []


def test_a_budget_that_does_not_fit_is_built_otherwise(riverbend):
    small = Room(rows=ROWS | {"Goals": 3})
    empty = built(district_book(empty_budget(), (), room=small))
    made = built(district_book(riverbend, (), room=small))
    assert {name for name in made if made[name] != empty[name]} >= {"Goals", "DistrictGoals"}


@pytest.mark.parametrize(
    ("room", "table", "count", "rows"),
    [
        (Room(), "LineItems", 3, 53),
        (Room(), "Goals", 3, 8),
        (Room(spare_records=0), "Goals", 0, 1),
        (Room(), "Scenarios", 2, 4),
        (Room(least_scenarios=6), "Scenarios", 7, 7),
        (Room(), "Tags", 2, 8),
        (Room(), "Findings", 0, 40),
        (Room(), "Findings", 9, 40),
        (Room(), "Findings", 41, 41),
        (Room(rows={"Goals": 30}), "Goals", 3, 30),
        (Room(rows={"Goals": 30}), "Goals", 34, 34),
    ],
)
def test_a_table_has_the_rows_that_were_given_or_some_to_spare(room, table, count, rows):
    assert room.of(table, count) == rows
    assert room.spare(table, count) == rows - count


def test_findings_without_a_row_are_counted_in_the_last_one(riverbend):
    found = findings_of(riverbend)
    book = district_book(riverbend, found, room=Room(rows={"Findings": 4}))
    sheet = next(sheet for sheet in book.sheets if sheet.title == "Findings")
    words = [row.cells[3] for row in sheet.tables[0].rows]
    assert words == [
        *(item.saw for item in found[:3]),
        f"{len(found) - 3} more findings have no row here",
    ]
