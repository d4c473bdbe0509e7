"""demo, new, template: what is written, what is refused, what is said where."""

import json
import re

import pytest
from openpyxl import load_workbook

from hosts.folders import LINES, folder

BACKUP = re.compile(r"elm-budget\.bak-\d{8}-\d{6}\.xlsx")
GOALLESS = LINES.replace(",G1,", ",,")
UNKNOWN_GOAL = LINES.replace(",G1,", ",G9,")


@pytest.fixture
def goalless(tmp_path):
    """Return a folder with a warning."""
    return folder(tmp_path / "elm", line_items_csv=GOALLESS)


@pytest.fixture
def fatal(tmp_path):
    """Return a folder with a fatal finding."""
    return folder(tmp_path / "elm", line_items_csv=UNKNOWN_GOAL)


def test_new_writes_a_workbook_named_after_the_folder(xlbudget, sound, files):
    done = xlbudget("new", sound)
    assert done.exit_code == 0
    assert done.stdout == "elm-budget.xlsx\n"
    assert files() == ["elm-budget.xlsx"]
    assert "Line items" in load_workbook("elm-budget.xlsx").sheetnames


def test_new_says_the_next_step_last(xlbudget, sound):
    last = xlbudget("new", sound).stderr.splitlines()[-1]
    assert (
        last
        == "Next: open elm-budget.xlsx in Excel or LibreOffice: it opens on "
        + (last.rpartition(" ")[2])
    )


def test_new_goes_where_it_is_told(xlbudget, sound, here):
    (here / "out").mkdir()
    done = xlbudget("new", sound, "-o", "out/plan 2027.xlsx")
    assert done.exit_code == 0
    assert (here / "out" / "plan 2027.xlsx").exists()


def test_new_of_a_folder_with_warnings_ends_with_0_and_counts_them(xlbudget, goalless):
    done = xlbudget("new", goalless)
    assert done.exit_code == 0
    assert "0 fatal; 2 warnings; 0 remarks" in done.stderr
    assert "Findings tells" in done.stderr.splitlines()[-1]


def test_new_of_a_fatal_folder_writes_nothing_and_ends_with_3(xlbudget, fatal, files):
    done = xlbudget("new", fatal)
    assert done.exit_code == 3
    assert done.stdout == ""
    assert "line_items.csv, row 2, goal_1, L1" in done.stderr
    assert files() == []


def test_new_refuses_a_file_that_is_there(xlbudget, sound, here, files):
    (here / "elm-budget.xlsx").write_bytes(b"mine")
    done = xlbudget("new", sound)
    assert done.exit_code == 2
    assert "--force" in done.stderr
    assert (here / "elm-budget.xlsx").read_bytes() == b"mine"
    assert files() == ["elm-budget.xlsx"]


def test_new_with_force_keeps_a_dated_copy(xlbudget, sound, here, files):
    (here / "elm-budget.xlsx").write_bytes(b"mine")
    done = xlbudget("new", sound, "--force")
    assert done.exit_code == 0
    kept, made = files()
    assert BACKUP.fullmatch(kept)
    assert (here / kept).read_bytes() == b"mine"
    assert made == "elm-budget.xlsx"
    assert kept in done.stderr


def test_new_refuses_a_file_that_is_open_with_4(xlbudget, sound, here, files):
    (here / "elm-budget.xlsx").write_bytes(b"mine")
    (here / ".~lock.elm-budget.xlsx#").write_text(",ruiz,office,01.07.2026 09:00,;", "utf-8")
    done = xlbudget("new", sound, "--force")
    assert done.exit_code == 4
    assert "open in LibreOffice by ruiz" in done.stderr
    assert len(files()) == 2


def test_a_dry_run_writes_nothing(xlbudget, sound, files):
    done = xlbudget("new", sound, "--dry-run")
    assert done.exit_code == 0
    assert done.stdout == "elm-budget.xlsx\n"
    assert "nothing was" in done.stderr
    assert files() == []


def test_a_dry_run_refuses_what_the_run_would_refuse(xlbudget, sound, here):
    (here / "elm-budget.xlsx").write_bytes(b"mine")
    assert xlbudget("new", sound, "--dry-run").exit_code == 2


def test_the_accessible_edition_freezes_no_panes(xlbudget, sound):
    xlbudget("new", sound, "-o", "working.xlsx")
    done = xlbudget("new", sound, "-o", "accessible.xlsx", "--edition", "accessible")
    assert done.exit_code == 0
    panes = [
        {sheet.freeze_panes for sheet in load_workbook(f"{name}.xlsx").worksheets}
        for name in ("working", "accessible")
    ]
    assert panes[0] != {None}
    assert panes[1] == {None}


def test_new_gives_json(xlbudget, goalless):
    done = xlbudget("new", goalless, "--json")
    facts = json.loads(done.stdout)
    assert list(facts) == [
        "xlbudget",
        "folder",
        "path",
        "edition",
        "written",
        "backup",
        "sheets",
        "findings",
    ]
    assert facts["written"] is True
    assert facts["findings"]["warnings"] == 2
    assert "About" in facts["sheets"]


def test_new_gives_json_of_a_fatal_folder_too(xlbudget, fatal):
    done = xlbudget("new", fatal, "--json")
    facts = json.loads(done.stdout)
    assert done.exit_code == 3
    assert (facts["written"], facts["sheets"], facts["findings"]["fatal"]) == (False, [], 1)


def test_demo_writes_the_sample_district(xlbudget, files):
    done = xlbudget("demo")
    assert done.exit_code == 0
    assert done.stdout == "riverbend-budget.xlsx\n"
    assert files() == ["riverbend-budget.xlsx"]


def test_demo_says_so_when_there_is_no_sample(xlbudget, monkeypatch, tmp_path, files):
    monkeypatch.setattr("xlbudget.hosts.sample._PACKAGE", tmp_path / "lib" / "xlbudget")
    done = xlbudget("demo")
    assert done.exit_code == 2
    assert "sample district is neither at" in done.stderr
    assert files() == []


def test_template_writes_an_empty_workbook_with_room(xlbudget):
    done = xlbudget("template")
    assert done.exit_code == 0
    book = load_workbook("district-budget.xlsx")
    lines = book["Line items"].tables["LineItems"]
    first, last = (int(re.sub("[A-Z]", "", cell)) for cell in lines.ref.split(":"))
    assert last - first == 200


def test_template_writes_the_edition_for_a_school(xlbudget, files):
    done = xlbudget("template", "--edition", "school")
    assert done.exit_code == 0
    assert files() == ["school-budget.xlsx"]
    book = load_workbook("school-budget.xlsx")
    assert book.sheetnames[:3] == ["Start", "Goals", "My lines"]
    assert book.security.lockStructure
    assert "it opens on Start" in done.stderr
