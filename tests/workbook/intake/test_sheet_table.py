"""read_sheet_table: records of a table on a sheet, in the words of its headings."""

from decimal import Decimal

from samples import BUDGET, YEARS
from workbook.intake.filled import plain_sheets, write_plain
from xlbudget.model.delimited import MOST_ROWS
from xlbudget.model.finding import Severity
from xlbudget.model.tables import TABLES
from xlbudget.workbook.intake.find_tables import find_tables
from xlbudget.workbook.intake.sheet_table import not_there, read_sheet_table
from xlbudget.workbook.read import open_book

FUNDING, LINES, SAVINGS = (
    next(table for table in TABLES if table.name == name)
    for name in ("Funding", "LineItems", "Savings")
)


def read(tmp_path, table, rows, years=YEARS):
    """What is read of a table whose sheet has these rows."""
    path = write_plain(tmp_path / "a.xlsx", {table.sheet: rows})
    return read_sheet_table(table, find_tables(open_book(path))[table.name], years[0], years)


def test_years_are_counted_from_the_first_year_of_the_plan(tmp_path):
    names = [field.header for field in FUNDING.fields if not field.yearly]
    rows = [[*names, "Amount 1", "Amount 2"], ["F1", *[""] * (len(names) - 1), 5, 6.1]]
    (source,) = read(tmp_path, FUNDING, rows, years=(2030, 2031)).reading.records
    assert source.amount == {2030: Decimal(5), 2031: Decimal("6.1")}


def test_it_is_told_where_the_columns_stand(tmp_path):
    rows = plain_sheets(BUDGET)["Savings"]
    located = read(tmp_path, SAVINGS, rows).located
    assert (located.sheet, located.header_row, located.first_row) == ("Savings", 3, 4)
    assert located.columns["saving_id"] == 1
    assert located.records == {"V1": 2}


def test_more_rows_than_a_budget_has_are_not_read(tmp_path):
    head = [field.header for field in SAVINGS.fields]
    found = read(tmp_path, SAVINGS, [head, *[["V1"]] * (MOST_ROWS + 1)])
    assert found.reading.records == ()
    assert "20,001 rows" in found.reading.findings[0].saw


def test_only_a_table_that_a_budget_needs_is_fatal_when_missing():
    assert not_there(LINES).severity is Severity.FATAL
    assert not_there(SAVINGS).severity is Severity.INFORMATION
