"""A value that does not fit its cell: mended where it is clear how, refused where not."""

import pytest

from xlbudget.errors import UnreadableFileError
from xlbudget.workbook.read.looks import Shared
from xlbudget.workbook.read.mended import mended

LOOKS = Shared({"0": "zero", "7": "seven"}).careful_looks


def value(look, written):
    """The look and the value that a cell has in the end."""
    ((_, told, _, _, _, text),) = mended([("A1", look, "", "", "", written)], LOOKS, "book")
    return told, text


@pytest.mark.parametrize("written", ["7", " 7 ", "007", "&#55;"])
def test_the_number_of_a_text_is_found_however_it_is_written(written):
    assert value(' t="s"', written) == (' t="s"', "7")


def test_zeros_are_the_number_of_the_first_text():
    assert value(' t="s"', "000") == (' t="s"', "0")


def test_a_text_without_a_number_is_a_blank_cell_and_an_empty_text_stays_a_text():
    assert value(' t="s"', "") == ("", "")
    assert value(' t="str"', "") == (' t="str"', "")


def test_what_cannot_be_mended_is_refused_with_its_cell():
    with pytest.raises(UnreadableFileError, match="cell A1 holds 'many'"):
        value("", "many")
