"""Mapping: which part of a cell a field takes, and which columns a file must have."""

import pytest

from foreign import ACTUALS_MAPPING
from xlbudget.model.finding import Place
from xlbudget.model.mapping import IMPORTED, Origin
from xlbudget.model.mapping_file import read_mapping

CODE = "199-11-6399-00"


@pytest.mark.parametrize(
    ("origin", "cell", "text"),
    [
        (Origin("Account"), CODE, CODE),
        (Origin("Account", "-", 1), CODE, "199"),
        (Origin("Account", "-", 3), CODE, "6399"),
        (Origin("Account", "-", 5), CODE, None),
        (Origin("Account", "-", 5), "", ""),
    ],
)
def test_a_field_takes_a_cell_or_a_part_of_it(origin, cell, text):
    assert origin.text(cell) == text


def test_four_tables_can_be_imported():
    assert set(IMPORTED) == {"line_items", "funding", "goals", "schools"}


def test_the_columns_that_a_file_must_have_are_those_of_fields_and_of_skipped_rows():
    mapping = read_mapping(ACTUALS_MAPPING, Place()).mapping
    assert mapping.needed == ("Account Code", "Account Description", "Org", "Actual Amount")


def test_amounts_have_a_control_total_and_codes_have_none():
    mapping = read_mapping(ACTUALS_MAPPING, Place()).mapping
    summed = [column.name for column, _ in mapping.columns if mapping.is_summed(column)]
    assert summed == ["unit_price", "prior_amount"]
