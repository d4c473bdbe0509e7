"""How wide words are: against widths measured in Carlito, which is as wide as Calibri."""

import pytest

from xlbudget.workbook.lint.letter_width import width_of

MEASURED = {  # in digits, by Pillow from Carlito-Regular without kerning
    "0123456789": 10.0,
    "Technical support": 14.25,
    "WWWWWWWWWW": 17.55,
    "illicit filling": 8.58,
    "$1,234,567.89": 11.48,
    "Recurring need that loses its source in FY2031": 36.79,
    "Early literacy, K-3 (O01)": 18.81,
    "Quarterly AM/PM @ 50 %": 20.93,
}


@pytest.mark.parametrize(("words", "digits"), MEASURED.items())
def test_widths_are_those_of_the_font(words, digits):
    assert width_of(words) == pytest.approx(digits, rel=0.015)


def test_larger_and_bold_letters_are_wider():
    assert width_of("1234", 22) == pytest.approx(2 * width_of("1234"))
    assert width_of("1234") < width_of("1234", is_bold=True) < 1.1 * width_of("1234")
