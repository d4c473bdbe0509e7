"""snapshots: what tests make from a budget is what is read from its workbook's file."""

from decimal import Decimal

import pytest

from actions.snapshots import DAY
from xlbudget.actions.add_line import add_line
from xlbudget.actions.check import check
from xlbudget.actions.link_goals import link_goals
from xlbudget.actions.refresh import refresh
from xlbudget.model.rules import findings_of
from xlbudget.model.tables import TABLES
from xlbudget.sheets.book import district_book
from xlbudget.workbook.act import snapshot_of
from xlbudget.workbook.read import open_book
from xlbudget.workbook.write import write_book


@pytest.fixture(scope="module")
def read(riverbend, tmp_path_factory):
    """The sample's workbook as it is read from its file."""
    path = tmp_path_factory.mktemp("river") / "budget.xlsx"
    write_book(district_book(riverbend, findings_of(riverbend)), path)
    return snapshot_of(open_book(path), DAY)


def plain(value):
    """A value as a file holds it: numbers are floats, nothing is nothing."""
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return float(value)
    return value or None


def filled(table):
    """The rows of a table that hold something, each by header, blank cells left out."""
    rows = ({key: plain(value) for key, value in row.items()} for row in table.rows)
    held = [{key: value for key, value in row.items() if value is not None} for row in rows]
    return [row for row in held if row]


def test_the_budget_and_the_figures_are_the_same(read, river):
    assert (read.file, read.budget) == (river.file, river.budget)
    assert read.headlines.keys() == river.headlines.keys()
    assert refresh(read, {}).says == refresh(river, {}).says


@pytest.mark.parametrize("name", [table.name for table in TABLES if table.name != "Assumptions"])
def test_tables_hold_the_same_and_have_their_records_in_the_same_rows(name, read, river):
    one, other = read.tables[name], river.tables[name]
    assert (one.sheet, one.headers) == (other.sheet, other.headers)
    assert filled(one) == filled(other)
    assert dict(one.ids) == dict(other.ids)


def test_the_actions_come_to_the_same_edits(read, river):
    line = {"item": "SI01", "quantity": "30", "goal_1": "G04"}
    assert add_line(read, line).edits == add_line(river, line).edits
    assert link_goals(read, {"LN-179": "G05"}).edits == link_goals(river, {"LN-179": "G05"}).edits


def test_a_check_lists_what_a_new_workbook_lists_and_adds_the_cells(read):
    rows = [dict(row) for row in read.tables["Findings"].rows]
    listed = {(row["Rule"], row["Seen"]) for row in rows}
    for edit in check(read, {}).edits:
        rows[edit.row - 1][edit.header] = edit.value
    assert {(row["Rule"], row["Seen"]) for row in rows} == listed
    found = [row for row in rows if row["Severity"]]
    assert len(found) == len(read.findings)
    assert all(row["Sheet"] and row["Cell"] for row in found)
