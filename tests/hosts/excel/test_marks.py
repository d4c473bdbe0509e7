"""marks: what travels between VBA and Python is told apart from what people type."""

import pytest

from xlbudget.catalogue import OMITTED, CellError
from xlbudget.hosts.excel.marks import MARK, OMITTED_TEXT, argument, in_cells


def test_the_mark_of_an_omitted_argument_becomes_one():
    assert argument(OMITTED_TEXT) is OMITTED


@pytest.mark.parametrize("raw", [None, "", "omitted", 0.0, True, ((1.0, OMITTED_TEXT),)])
def test_every_other_argument_stays_as_it_is(raw):
    assert argument(raw) is raw


def test_an_error_is_its_number_for_cverr():
    assert in_cells(CellError("#NUM!", "The rate is too low.", "XLB-101")) == [[f"{MARK}2036"]]


@pytest.mark.parametrize("answer", [2.5, "buy", ""])
def test_a_single_answer_is_one_cell(answer):
    assert in_cells(answer) == [[answer]]


def test_rows_stay_rows():
    assert in_cells((("Way", "Cost"), ("Buy", 1.0))) == [["Way", "Cost"], ["Buy", 1.0]]
