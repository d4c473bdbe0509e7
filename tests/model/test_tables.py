"""TABLES: the one map of files, records, parts of a budget, sheets and Excel tables."""

import dataclasses

import pytest

from samples import BUDGET, LINE
from xlbudget.model import Assumption, Budget, Driver, LineItem, Meeting, Outcome
from xlbudget.model.field import field_named
from xlbudget.model.tables import REQUIRED_FILES, TABLES, table_of, table_referred


def test_every_part_of_a_budget_has_one_table():
    parts = [item.name for item in dataclasses.fields(Budget) if item.name != "district"]
    assert [table.attribute for table in TABLES] == parts


@pytest.mark.parametrize("facet", ["file", "record", "attribute", "noun", "name"])
def test_no_two_tables_share_a_name(facet):
    assert len({getattr(table, facet) for table in TABLES}) == len(TABLES)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_names_are_such_as_excel_takes(table):
    assert table.name.isascii()
    assert table.name.isalpha()
    assert len(table.sheet) <= 31


@pytest.mark.parametrize(
    ("record", "key"), [(LineItem, "line_id"), (Assumption, "key"), (Driver, ""), (Meeting, "")]
)
def test_knows_the_column_of_the_own_id(record, key):
    assert table_of(record).key == key


def test_gives_records_and_their_ids():
    table = table_of(LineItem)
    assert table.records(BUDGET) == (LINE,)
    assert table.id_of(LINE) == "L1"
    assert table_of(Meeting).id_of(Meeting()) == ""


def test_knows_what_a_column_refers_to():
    assert table_referred(field_named(Outcome, "program_id")).noun == "program"
    assert table_referred(field_named(LineItem, "successor")).file == "funding.csv"
    assert table_referred(field_named(LineItem, "escalation_class")) is None
    assert table_referred(field_named(LineItem, "notes")) is None


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_whatever_is_referred_to_has_a_table_or_is_a_growth_class(table):
    refers = {field.refers for field in table.fields if not table_referred(field)}
    assert refers <= {"", "Escalation"}


def test_two_files_are_needed():
    assert REQUIRED_FILES == ("district.toml", "line_items.csv")
