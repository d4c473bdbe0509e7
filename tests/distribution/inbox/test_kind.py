"""kind_of: what a file is, by its name."""

import pytest

from xlbudget.distribution.inbox.kind import Kind, kind_of, no_workbook


@pytest.mark.parametrize(
    "name", ["budget.xlsx", "BUDGET.XLSX", "a.b.xlsm", "North/b.xlsx", "b.xlsx "]
)
def test_workbooks(name):
    assert kind_of(name) is Kind.WORKBOOK


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "Icon\r",
        "~$budget.xlsx",
        ".~lock.budget.xlsx#",
        "~WRL0001.tmp",
        "4F2A.tmp",
        "._budget.xlsx",
        "__MACOSX/North/budget.xlsx",
        "$RECYCLE.BIN/budget.xlsx",
        ".Trash-1000/files/budget.xlsx",
    ],
)
def test_rubbish_of_systems_and_programs(name):
    assert kind_of(name) is Kind.RUBBISH


@pytest.mark.parametrize("name", ["budget.xlsx.crdownload", "budget.xlsx.part"])
def test_downloads_that_are_not_done(name):
    assert kind_of(name) is Kind.UNFINISHED


@pytest.mark.parametrize(
    ("name", "saw", "fix"),
    [
        ("budget.xls", "old form .xls", "save it as an Excel workbook"),
        ("budget.ods", "OpenDocument", "save it as an Excel workbook"),
        ("budget.csv", "plain text", "Ask the school"),
        ("budget.pdf", "PDF", "Ask the school"),
        ("budget.numbers", "Numbers", "Export To > Excel"),
        ("budget.gsheet", "link to a Google Sheet", "Download > Microsoft Excel"),
        ("reply.msg", "mail", "attachment"),
        ("replies.rar", "archive", "Unpack"),
        ("IMG_1.HEIC", "picture", "Ask the school"),
        ("budget", "no workbook", "Ask the school"),
    ],
)
def test_what_is_no_workbook_is_named_with_what_to_do(name, saw, fix):
    told = no_workbook(name)
    assert kind_of(name) is Kind.OTHER
    assert saw in told[0]
    assert fix in told[1]
