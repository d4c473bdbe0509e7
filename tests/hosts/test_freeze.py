"""The command freeze: what is written, what is told where, what is refused."""

import json
from datetime import datetime
from hashlib import sha256

import pytest
from openpyxl import load_workbook

from workbook.freezing import rich_book
from workbook.hand_made import book, cell, rows, sheet

RULE = (
    '<conditionalFormatting sqref="A1:A9"><cfRule type="expression" priority="1">'
    "<formula>XLB_ROI(A1,1)&gt;1</formula></cfRule></conditionalFormatting>"
)


@pytest.fixture
def plan(here):
    """A book with everything, in the current folder."""
    return rich_book(here / "plan.xlsx")


@pytest.fixture
def ruled(here):
    """A book with a rule that cannot be frozen."""
    return book(here / "ruled.xlsx", {"Data": sheet(rows(cell("A1", "XLB_A()")), RULE)})


def test_the_copy_is_named_after_the_workbook_which_stays_as_it_is(xlbudget, plan, files):
    before = sha256(plan.read_bytes()).hexdigest()
    done = xlbudget("freeze", plan)
    assert (done.exit_code, files()) == (0, ["plan-frozen.xlsx", "plan.xlsx"])
    assert done.stdout.splitlines()[0] == "plan-frozen.xlsx"
    assert sha256(plan.read_bytes()).hexdigest() == before
    assert load_workbook("plan-frozen.xlsx").sheetnames[-1] == "Frozen"


def test_the_summary_counts_by_sheet_and_the_last_line_says_what_to_do(xlbudget, plan):
    done = xlbudget("freeze", plan, "--twins", "-o", "to mail.xlsx")
    told = [line.split() for line in done.stdout.splitlines()]
    assert ["Plan", "&", "cost", "3", "2", "1"] in told
    assert ["Table", "0", "1", "0"] in told
    assert done.stderr.splitlines()[-1] == (
        'Next: mail "to mail.xlsx"; its sheet Frozen tells what it was.'
    )


def test_the_note_has_the_day_of_the_command(xlbudget, plan):
    xlbudget("freeze", plan)
    said = load_workbook("plan-frozen.xlsx")["Frozen"]["A2"].value
    assert f"on {datetime.now().astimezone():%Y-%m-%d}." in said


def test_a_workbook_of_a_program_is_told_to_be_one(xlbudget, plan, ruled):
    words = "its values may not be those of a spreadsheet"
    assert words in xlbudget("freeze", plan).stderr
    assert words not in xlbudget("freeze", ruled).stderr


def test_json_has_every_cell(xlbudget, plan):
    told = json.loads(xlbudget("freeze", plan, "--json", "--twins").stdout)
    assert (told["path"], told["written"], told["note"], told["whole"]) == (
        "plan-frozen.xlsx",
        True,
        "Frozen",
        True,
    )
    assert told["cells"][0] == {
        "sheet": "Plan & cost",
        "area": "B4",
        "formula": "XLB_NPV(B1,B2:H2)",
        "value": 2835.6177306705904,
        "twin": "NPV(B1,B2:H2)*(1+B1)^(1-0)",
        "is_error": False,
    }


def test_a_dry_run_tells_all_and_writes_nothing(xlbudget, plan, files):
    done = xlbudget("freeze", plan, "--dry-run")
    assert (done.exit_code, files()) == (0, ["plan.xlsx"])
    assert "Plan & cost" in done.stdout
    assert done.stderr.splitlines()[-1].endswith("nothing was written.")


def test_what_still_needs_the_add_in_ends_with_1_and_is_named(xlbudget, ruled, files):
    done = xlbudget("freeze", ruled)
    assert (done.exit_code, files()) == (1, ["ruled-frozen.xlsx", "ruled.xlsx"])
    assert "Data A1:A9: a conditional format: still calls xlbudget" in done.stdout
    assert "take out by hand" in done.stderr.splitlines()[-1]


def test_a_workbook_without_our_functions_is_copied_and_said_to_be_the_same(xlbudget, here):
    source = book(here / "plain.xlsx", {"Data": sheet(rows(cell("A1", "1+1", 2)))})
    done = xlbudget("freeze", source)
    assert done.exit_code == 0
    assert "the copy is the same" in done.stderr
    assert load_workbook("plain-frozen.xlsx").sheetnames == ["Data"]


def test_a_file_that_is_there_is_replaced_only_when_asked_and_kept(xlbudget, plan, here):
    (here / "plan-frozen.xlsx").write_bytes(b"mine")
    refused = xlbudget("freeze", plan)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert (here / "plan-frozen.xlsx").read_bytes() == b"mine"
    done = xlbudget("freeze", plan, "--force")
    assert done.exit_code == 0
    assert [file.read_bytes() for file in here.glob("plan-frozen.bak-*.xlsx")] == [b"mine"]


@pytest.mark.parametrize("name", ["plan.xlsx", "./plan.xlsx", "link.xlsx"])
def test_the_workbook_itself_is_never_overwritten(xlbudget, plan, here, name):
    (here / "link.xlsx").symlink_to(plan)
    before = plan.read_bytes()
    done = xlbudget("freeze", plan, "-o", name, "--force")
    assert done.exit_code == 2
    assert "The workbook keeps its formulas" in done.stderr
    assert plan.read_bytes() == before


@pytest.mark.parametrize(
    ("lock", "words"),
    [("~$plan.xlsx", "open in Excel"), (".~lock.plan.xlsx#", "open in LibreOffice")],
)
def test_a_workbook_that_is_open_is_refused_since_its_values_may_not_be_saved(
    xlbudget, plan, files, lock, words
):
    plan.with_name(lock).write_bytes(b",A. Clerk,desk,now,;")
    done = xlbudget("freeze", plan)
    assert done.exit_code == 4
    assert words in done.stderr
    assert "plan-frozen.xlsx" not in files()


def test_a_workbook_that_is_not_there_is_refused(xlbudget, files):
    done = xlbudget("freeze", "none.xlsx")
    assert (done.exit_code, done.stdout, files()) == (2, "", [])
    assert "There is no such file" in done.stderr


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"Line,Amount\n", "plain text, such as a CSV", id="csv"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".xls", id="xls"),
        pytest.param(b"PK\3\4", "cut short", id="cut"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(xlbudget, here, files, content, words):
    (here / "a.xlsx").write_bytes(content)
    done = xlbudget("freeze", "a.xlsx")
    assert (done.exit_code, done.stdout, files()) == (3, "", ["a.xlsx"])
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_cells_without_values_are_named_and_nothing_is_written(xlbudget, here, files):
    book(here / "new.xlsx", {"Data": sheet(rows(cell("A1", "XLB_A()", None)))})
    done = xlbudget("freeze", "new.xlsx")
    assert (done.exit_code, files()) == (3, ["new.xlsx"])
    assert "1 cell has no value, or only #NAME?: Data!A1" in done.stderr
    assert "let it calculate, save it" in done.stderr
