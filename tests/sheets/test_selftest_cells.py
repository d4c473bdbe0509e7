"""selftest_cells: cells of every sort, and where they stand."""

import pytest

from sheets.reading import column_of, headers_of, table_of
from xlbudget.sheets.plan import Form
from xlbudget.sheets.selftest_cells import (
    across,
    cells_sheet,
    single,
    whole_column,
)
from xlbudget.sheets.selftest_cells import (
    column_of as cells,
)

SHEET = cells_sheet()
FLOWS = table_of(SHEET, "FlowCells")


def test_tokens_name_the_cells():
    assert cells("Day", 5) == "{FlowCells|Now..Year 4|Day}"
    assert across() == "{FlowRow|flows|Now..Year 6}"
    assert single("An error") == "{SingleCells|An error|Cell}"


def test_one_flow_of_a_column_is_blank_and_one_column_is_text():
    assert [row.cells[headers_of(FLOWS).index("With a blank")] for row in FLOWS.rows].count(
        None
    ) == 1
    assert column_of(FLOWS, "Stored as text")[0] == "-16000"


def test_a_currency_format_is_one():
    assert FLOWS.columns[headers_of(FLOWS).index("As currency")].form is Form.CURRENCY


@pytest.mark.parametrize("header", ["Line item", "Goal"])
def test_nothing_else_stands_in_a_column_that_is_read_whole(header):
    place = headers_of(FLOWS).index(header)
    assert whole_column(header) == f"Cells!${'ABCDEFGHI'[place]}:${'ABCDEFGHI'[place]}"
    others = [table for table in SHEET.tables if table.name != "FlowCells"]
    assert all(len(table.columns) <= place for table in others)
