"""Which number formats show dates: openpyxl's word, and the standard's."""

import pytest
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

from workbook.read.books import MAIN
from xlbudget.workbook.read.date_styles import date_styles, is_date_code

CODES = [
    *BUILTIN_FORMATS.values(),
    *("yyyy-mm-dd", "[$-409]d/m/yy h:mm AM/PM;@", "[h]:mm:ss", "[Red]0.0", '"days" 0', "0\\d"),
    *('#,##0.00" USD"', "_(* #,##0_)", "[$USD] 0", "mmm yyyy", "ss.0", "General", "0;[Red]d"),
]


@pytest.mark.parametrize("code", CODES)
def test_a_format_is_a_date_when_openpyxl_says_so(code):
    assert is_date_code(code) == bool(is_date_format(code))


def test_styles_of_dates_are_told_by_number():
    data = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="d.m."/>'
        '<numFmt numFmtId="165" formatCode="0.0"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/>'
        "</cellXfs></styleSheet>"
    )
    assert date_styles(data.encode(), "book") == {1, 3}
