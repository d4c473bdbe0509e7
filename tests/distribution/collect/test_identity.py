"""whose: a stamp tells whose a workbook is; without one its name or its first sheet does."""

import pytest

from distribution.collect.made import S1, S2, type_in
from xlbudget.distribution.collect.identity import whose
from xlbudget.sheets.identity import Fact
from xlbudget.workbook.read import open_book

STRANGER = "letter.xlsx"


def asked(campaign, path, name=S1):
    owner = whose(open_book(path), name, campaign.desk)
    return owner.school_id, [(one.code, one.severity.value) for one in owner.findings]


def stamped(fact, value):
    def step(book):
        cells = book["Manifest"]["A"]
        next(one for one in cells if one.value == fact).offset(column=1).value = value

    return step


def bare(book):
    del book["Manifest"]


def nameless(book):
    bare(book)
    for row in book["Start"].iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and "Clearwater" in cell.value:
                cell.value = None


def no_lines(book):
    bare(book)
    del book["My lines"]


def test_the_stamp_counts_whatever_the_files_name(gone_out):
    assert asked(gone_out, gone_out.out / S1, "Other-school_S2 (1).xlsx") == ("S1", [])


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        pytest.param(Fact.TEMPLATE, "district", id="another-template"),
        pytest.param(Fact.ORIGIN, "fy1999", id="another-campaign"),
        pytest.param(Fact.SCHOOL, "S9", id="a-school-that-is-not-asked"),
    ],
)
def test_a_stamp_of_something_else_is_none_of_ours(gone_out, tmp_path, fact, value):
    path = type_in(gone_out.out / S1, tmp_path / S1, stamped(fact, value), typed=())
    assert asked(gone_out, path) == ("", [("XLH-02", "fatal")])


def test_without_a_stamp_the_name_of_the_file_tells(gone_out, tmp_path):
    path = type_in(gone_out.out / S2, tmp_path / S2, bare, typed=())
    assert asked(gone_out, path, f"mail.zip/Copy of {S2}")[0] == "S2"
    assert asked(gone_out, path, S2)[1][0] == ("XLH-03", "warning")


def test_without_stamp_and_name_the_first_sheet_tells(gone_out, tmp_path):
    path = type_in(gone_out.out / S1, tmp_path / S1, bare, typed=())
    assert asked(gone_out, path, STRANGER)[0] == "S1"


@pytest.mark.parametrize("step", [nameless, no_lines])
def test_what_tells_nothing_is_none_of_ours(gone_out, tmp_path, step):
    path = type_in(gone_out.out / S1, tmp_path / S1, step, typed=())
    assert asked(gone_out, path, STRANGER) == ("", [("XLH-02", "fatal")])


def test_the_empty_template_is_nobodys(gone_out):
    assert asked(gone_out, gone_out.folder.template)[0] == ""
