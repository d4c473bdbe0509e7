"""An error is a NaN with Calc's code in its last 32 bits."""

from math import isnan, nan
from struct import pack

import pytest

from xlbudget.catalogue.cell_error import NUMBERS
from xlbudget.hosts.libreoffice.calc_errors import CODES, error_of, nan_of


def test_every_error_of_a_cell_has_a_code():
    assert set(CODES) == set(NUMBERS)


@pytest.mark.parametrize(("error", "bits"), [("#N/A", "ff7f0000"), ("#DIV/0!", "14020000")])
def test_the_code_stands_in_the_last_bits(error, bits):
    assert pack("<d", nan_of(error)).hex() == f"{bits}0000f87f"


@pytest.mark.parametrize("error", CODES)
def test_an_error_comes_back_as_itself(error):
    assert isnan(nan_of(error))
    assert error_of(nan_of(error)) == error


def test_an_error_that_excel_lacks_is_a_wrong_value():
    assert error_of(nan_of("#SPILL!")) == "#VALUE!"


def test_a_nan_without_a_code_is_no_number():
    assert error_of(nan) == "#NUM!"
