"""The command migrate: what is written, what is told where, what is refused."""

import json
from hashlib import sha256

import pytest

from samples import BUDGET
from workbook.intake.filled import number, put, text, write_filled, write_plain
from xlbudget.sheets.book import district_book
from xlbudget.sheets.identity import Identity
from xlbudget.sheets.template import template_book
from xlbudget.workbook.intake import load_workbook
from xlbudget.workbook.read import open_book
from xlbudget.workbook.stamp import changed_sheets, read_log, read_stamp
from xlbudget.workbook.write import write_book


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """A workbook with a number typed over a formula."""
    path = write_filled(BUDGET, tmp_path_factory.mktemp("hosts") / "old.xlsx")
    put(path, "LineItems", "Year 2", number(5000))
    return path


@pytest.fixture
def old(here, original):
    """A copy of it in the current folder."""
    (here / "old.xlsx").write_bytes(original.read_bytes())
    return here / "old.xlsx"


def test_the_new_workbook_is_named_after_the_old_one_which_stays_as_it_is(xlbudget, old, files):
    before = sha256(old.read_bytes()).hexdigest()
    done = xlbudget("migrate", old)
    assert (done.exit_code, files()) == (0, ["old-migrated.xlsx", "old.xlsx"])
    assert sha256(old.read_bytes()).hexdigest() == before
    assert load_workbook(old.with_name("old-migrated.xlsx"))[0] == BUDGET


def test_what_has_no_place_is_shown_and_the_last_line_says_what_to_do(xlbudget, old):
    done = xlbudget("migrate", old, "-o", "new.xlsx")
    lines = done.stdout.splitlines()
    assert lines[:2] == ["new.xlsx", "Without a place in the new workbook"]
    row = next(line for line in lines if "Typed over" in line)
    assert row.split()[:2] == ["Line", "items"]
    assert row.split()[-1] == "5000"
    told = done.stderr.splitlines()
    assert told[0] == "From template v1.0 to v1.0. Findings: 0 fatal; 0 warnings; 0 remarks."
    assert told[-1] == "Next: look through what has no place, then open new.xlsx."


def test_json_gives_everything_and_a_dry_run_writes_nothing(xlbudget, old, files):
    done = xlbudget("migrate", old, "--json", "--dry-run", "--spare-lines", 7)
    facts = json.loads(done.stdout)
    assert files() == ["old.xlsx"]
    assert (facts["written"], facts["from_version"], facts["to_version"]) == (False, "v1.0", "v1.0")
    assert (facts["moved"], facts["new"], facts["findings"]["fatal"]) == ([], [], 0)
    assert [item["value"] for item in facts["homeless"]] == ["5000", ""]
    assert any("fiscal years outside the plan" in words for words in facts["not_carried"])
    assert done.stderr.splitlines()[-1].endswith("nothing was written.")


def test_a_file_that_stands_there_is_kept_when_it_is_replaced(xlbudget, old, files):
    old.with_name("new.xlsx").write_text("mine", "utf-8")
    refused = xlbudget("migrate", old, "-o", "new.xlsx")
    assert (refused.exit_code, files()) == (2, ["new.xlsx", "old.xlsx"])
    assert xlbudget("migrate", old, "-o", "new.xlsx", "--force").exit_code == 0
    backup = next(name for name in files() if ".bak-" in name)
    assert old.with_name(backup).read_text("utf-8") == "mine"


def test_it_never_takes_the_place_of_the_old_workbook(xlbudget, old):
    before = old.read_bytes()
    done = xlbudget("migrate", old, "-o", "old.xlsx", "--force")
    assert done.exit_code == 2
    assert "would take its place" in done.stderr
    assert old.read_bytes() == before


def test_a_template_is_filled_when_one_is_named(xlbudget, here, old):
    write_book(template_book(), here / "template.xlsx")
    put(old, "Checks", "Explanation", text("By law"))
    done = xlbudget("migrate", old, "--template", "template.xlsx", "-o", "new.xlsx")
    assert done.exit_code == 0
    book = open_book(here / "new.xlsx")
    assert "Carried beside the inputs" in done.stdout
    assert "By law" in book.sheet("Checks").cells.values.values()
    assert load_workbook(here / "new.xlsx")[0] == BUDGET
    assert [entry.event for entry in read_log(book)] == ["generated", "migrated"]
    assert read_stamp(book).workbook_id
    assert read_stamp(book).digest == read_stamp(open_book(here / "template.xlsx")).digest
    assert changed_sheets(book) == ()


def test_a_template_that_is_none_is_refused(xlbudget, here, old, files):
    write_plain(here / "other.xlsx", {"Sheet1": [["Name", "Amount"], ["a", 1]]})
    before = files()
    done = xlbudget("migrate", old, "--template", "other.xlsx", "-o", "new.xlsx", "--json")
    assert (done.exit_code, files()) == (3, before)
    assert json.loads(done.stdout)["findings"]["fatal"] > 0


def test_a_fatal_fault_is_refused_and_nothing_is_written(xlbudget, old, files):
    put(old, "LineItems", "Goal 1", text("G9 · Something else"))
    done = xlbudget("migrate", old)
    assert (done.exit_code, files()) == (3, ["old.xlsx"])
    assert "Nothing was written." in done.stderr.splitlines()[-1]


def test_a_newer_template_is_refused_with_what_to_do(xlbudget, here):
    write_book(district_book(BUDGET, (), identity=Identity(version="v2.0")), here / "new.xlsx")
    done = xlbudget("migrate", "new.xlsx")
    assert done.exit_code == 3
    assert "Install a newer xlbudget" in done.stderr
