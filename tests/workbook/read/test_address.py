"""Addresses of cells, by another library's word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import column_index_from_string, get_column_letter

from xlbudget.workbook.read.address import column_of, letters_of, parted


@given(st.integers(1, 16_384))
def test_letters_of_columns_are_as_openpyxl_has_them(column):
    assert letters_of(column) == get_column_letter(column)
    assert column_of(letters_of(column)) == column == column_index_from_string(letters_of(column))


def test_an_address_is_parted_into_row_and_column():
    assert parted("XFD1048576") == (1_048_576, 16_384)


@pytest.mark.parametrize("address", ["", "A", "7", "A0", "XFE1", "A1048577", "a1", "$A$1", "A1:B2"])
def test_what_names_no_cell_has_no_parts(address):
    assert parted(address) is None
