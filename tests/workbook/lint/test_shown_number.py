"""A number as its cell shows it: as Excel and LibreOffice show the same formats."""

import pytest

from xlbudget.workbook.lint.shown_number import shown_number

YEAR = '[=9999]"goes on";[=0]"none";"FY"0'


@pytest.mark.parametrize(
    ("value", "number", "shown"),
    [
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (-5.0, "#,##0", "-5"),
        (-1234.5, "#,##0.00_);(#,##0.00)", "(1,234.50)"),
        (0.1234, "0.0%", "12.3%"),
        (1234.0, "$#,##0.00", "$1,234.00"),
        (12.0, "[$€-407] #,##0", "€ 12"),
        (7.0, "000", "007"),
        (1_234_567.0, '0,"k"', "1235k"),
        (12.0, '#,##0.00 "dollars; cents"', "12.00 dollars; cents"),
        (0.0, '0;-0;"none"', "none"),
        (0.0, ";;;", ""),
        (2027.0, YEAR, "FY2027"),
        (9999.0, YEAR, "goes on"),
        (0.0, YEAR, "none"),
        (46266.0, "yyyy\\-mm\\-dd", "0000-00-00"),
        (46266.0, "mmmm d", "September 00"),
    ],
)
def test_a_number_is_shown(value, number, shown):
    assert shown_number(value, number) == shown


@pytest.mark.parametrize("number", ["General", "@", "# ?/?", "0.00E+00"])
def test_a_format_that_adapts_itself_shows_nothing_certain(number):
    assert shown_number(1234.5, number) is None
