"""fields_of: what every column of every record is, from its one declaration."""

import pytest

from xlbudget.model import District, LineItem, School
from xlbudget.model.field import NUMBERS, Kind, field_named, fields_of, header_from
from xlbudget.model.tables import TABLES

FIELDS = [
    pytest.param(field, id=f"{record.__name__}.{field.name}")
    for record in (District, *(table.record for table in TABLES))
    for field in fields_of(record)
]


def test_columns_come_in_order_with_what_was_declared():
    first, second, *_ = fields_of(School)
    assert (first.name, first.header, first.kind, first.required) == (
        "school_id",
        "School",
        Kind.ID,
        True,
    )
    assert second.name == "name"


def test_a_header_is_made_from_the_name_or_given():
    assert header_from("unit_price") == "Unit price"
    assert header_from("goal_id") == "Goal"
    assert field_named(School, "nslp_percent").header == "NSLP percent"


@pytest.mark.parametrize("field", FIELDS)
def test_every_column_says_what_it_is_for(field):
    assert field.says.endswith(".")
    assert field.header


@pytest.mark.parametrize("field", FIELDS)
def test_choices_bounds_and_references_fit_the_kind(field):
    assert bool(field.choices) <= (field.kind in (Kind.CHOICE, Kind.TAGS))
    assert (field.kind is Kind.CHOICE) <= bool(field.choices)
    assert bool(field.refers) <= (field.kind is Kind.ID)
    assert (field.low is not None or field.high is not None) <= field.is_number
    assert field.yearly <= field.is_number


@pytest.mark.parametrize("field", FIELDS)
def test_a_blank_is_empty_none_or_no(field):
    assert field.blank in ("", None, False, ())
    assert (field.blank is None) == (field.is_number or field.kind is Kind.DATE)


def test_a_record_without_facts_is_blank():
    line = LineItem()
    assert all(getattr(line, field.name) in (field.blank, {}) for field in fields_of(LineItem))


def test_numbers_are_kinds():
    assert set(Kind) >= NUMBERS


def test_no_column_has_such_a_name():
    with pytest.raises(StopIteration):
        field_named(School, "nothing")
