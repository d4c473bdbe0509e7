"""The errors of a spreadsheet and the numbers by which Excel knows them."""

import pytest

from xlbudget.catalogue.cell_error import NEWER, NUMBERS, of_automation

FROM_EXCEL = {
    -2_146_826_288: "#NULL!",
    -2_146_826_281: "#DIV/0!",
    -2_146_826_273: "#VALUE!",
    -2_146_826_265: "#REF!",
    -2_146_826_259: "#NAME?",
    -2_146_826_252: "#NUM!",
    -2_146_826_246: "#N/A",
}


@pytest.mark.parametrize(("number", "error"), FROM_EXCEL.items())
def test_the_numbers_are_those_of_excels_automation(number, error):
    assert of_automation(number) == error


def test_a_newer_error_of_excel_is_value():
    assert of_automation(-2_146_826_243) == "#VALUE!"  # #SPILL!


@pytest.mark.parametrize("number", [0, 1, -1, 2_007, -2_146_828_288, 10**400])
def test_other_numbers_are_numbers(number):
    assert not of_automation(number)


def test_no_error_is_both_old_and_new():
    assert not set(NUMBERS) & set(NEWER)
