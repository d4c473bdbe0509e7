"""find_tables: by name, by headings, and never without an end."""

import time

import pytest

from samples import BUDGET
from workbook.intake.filled import plain_sheets, write_plain
from workbook.read.books import parts_of, relations, write
from xlbudget.model.tables import TABLES
from xlbudget.workbook.intake import load_workbook
from xlbudget.workbook.intake.find_tables import find_tables
from xlbudget.workbook.read import open_book

NAMES = {table.name for table in TABLES} | {"Frame"}


def test_every_table_of_our_workbook_is_found_by_its_name(original):
    found = find_tables(open_book(original))
    assert found.keys() == NAMES
    assert all(table.is_whole and not table.below for table in found.values())


def test_calculated_columns_are_known_as_such(original):
    lines = find_tables(open_book(original))["LineItems"]
    calculated = {lines.headings[at] for at in lines.calculated}
    assert {"Still missing", "Program id", "Year 1"} <= calculated
    assert not {"Program", "Goal 1", "Quantity"} & calculated


def test_blocks_below_one_another_are_told_apart(tmp_path):
    sheets = plain_sheets(BUDGET)
    sheets["Drivers"] += [[], ["Tags"], ["Tag"], ["core"]]
    found = find_tables(open_book(write_plain(tmp_path / "a.xlsx", sheets)))
    assert found.keys() == NAMES
    assert not any(table.is_whole for table in found.values())
    rows = {name: table.last_row - table.header_row for name, table in found.items()}
    assert (rows["Scenarios"], rows["Drivers"], rows["Frame"]) == (1 + 1, 0 + 1, 12 + 2)


def test_a_table_that_claims_the_whole_sheet_takes_no_time(tmp_path):
    table = (
        '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" '
        'name="LineItems" displayName="LineItems" ref="A1:XFD1048576"><tableColumns count="1">'
        '<tableColumn id="1" name="Line"/></tableColumns></table>'
    )
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>Line</t></is></c></row>'
    last = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    parts = parts_of(rows + last) | {
        "xl/tables/table1.xml": table,
        "xl/worksheets/_rels/sheet1.xml.rels": relations(("table", "../tables/table1.xml")),
    }
    start = time.perf_counter()
    budget, findings = load_workbook(write(tmp_path / "a.xlsx", parts))
    assert budget is None
    assert findings
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("name", ["Savings", "Team"])
def test_a_sheet_without_fitting_headings_holds_no_table(tmp_path, name):
    sheets = plain_sheets(BUDGET) | {name: [["Total", "Sum", "Note"], [1, 2, 3]]}
    assert name not in find_tables(open_book(write_plain(tmp_path / "a.xlsx", sheets)))
