"""FORMER_HEADERS: each former header names a column that is there, and is no header of today."""

import pytest

from xlbudget.model import LineItem
from xlbudget.model.former import FORMER_HEADERS
from xlbudget.model.tables import TABLES, table_of
from xlbudget.workbook.intake.headings import columns_meant
from xlbudget.workbook.intake.school_table import LINES, OWN_GOALS


def test_each_former_header_leads_to_a_column():
    tables = (*TABLES, LINES, OWN_GOALS)
    fields = {(table.name, field.name) for table in tables for field in table.fields}
    headers = {(table.name, field.header) for table in tables for field in table.fields}
    assert {(table, name) for (table, _), name in FORMER_HEADERS.items()} <= fields
    assert not headers & FORMER_HEADERS.keys()


@pytest.mark.parametrize(
    ("headings", "meant"),
    [
        ({1: "Line", 2: "Price each"}, {1: "line_id", 2: "unit_price"}),
        ({1: "PRICE  EACH ($)"}, {1: "unit_price"}),
        ({1: "Price each", 2: "Unit price"}, {2: "unit_price"}),
        ({1: "unit_price", 2: "Something"}, {1: "unit_price"}),
    ],
)
def test_a_column_goes_by_its_former_header_where_no_other_has_todays(monkeypatch, headings, meant):
    monkeypatch.setitem(FORMER_HEADERS, ("LineItems", "Price each"), "unit_price")
    assert columns_meant(table_of(LineItem), headings, 2027) == meant


def test_a_former_header_counts_in_its_own_table_only(monkeypatch):
    monkeypatch.setitem(FORMER_HEADERS, ("Goals", "Price each"), "statement")
    assert columns_meant(table_of(LineItem), {1: "Price each"}, 2027) == {}
