"""A copy that prints one sheet only: the names of what is printed change, and nothing else."""

import pytest
import xlsxwriter

from judges.validator import findings as faults
from workbook.freezing import raw
from xlbudget.errors import UnknownChoiceError
from xlbudget.workbook.act.one_sheet import one_sheet
from xlbudget.workbook.read import open_book


@pytest.fixture(params=["with names", "without names"])
def book(request, tmp_path):
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as made:
        for title in ("First", "Ann's & Bo's", "Last"):
            sheet = made.add_worksheet(title)
            sheet.write(0, 0, title)
            if request.param == "with names":
                sheet.print_area("A1:B9")
                sheet.repeat_rows(0)
    return path


def printed(path):
    names = (name for name in open_book(path).names if name.name.startswith("_xlnm.Print"))
    return {(name.sheet, name.name.rpartition("_")[2], name.refers) for name in names}


def test_the_other_sheets_print_nothing(book, tmp_path):
    out = tmp_path / "one.xlsx"
    one_sheet(open_book(book), "Last", out)
    own = {one for one in printed(book) if one[0] == "Last"}
    assert printed(out) == own | {
        ("First", "Area", "'First'!$XFD$1048576"),
        ("Ann's & Bo's", "Area", "'Ann''s & Bo''s'!$XFD$1048576"),
    }
    assert faults(out) == []
    before, after = raw(book), raw(out)
    assert {name for name in before if before[name] != after[name]} == {"xl/workbook.xml"}


def test_a_sheet_that_is_not_there_is_refused(book, tmp_path):
    with pytest.raises(UnknownChoiceError) as refusal:
        one_sheet(open_book(book), "Summary", tmp_path / "one.xlsx")
    assert "First, Ann's & Bo's, Last" in refusal.value.wants
