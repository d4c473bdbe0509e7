"""The command check: one file or many, as tables, JSON or SARIF, and how it ends."""

import json
import shutil
from pathlib import Path

import pytest
from xlsxwriter import Workbook

import xlbudget as api
from hosts.folders import LINES, folder
from judges.sarif import against_the_schema
from workbook.lint.books import write
from workbook.lint.logs import explain
from xlbudget.hosts.sample import sample_folder

GOALLESS = LINES.replace(",G1,", ",,")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A workbook of each kind, which nobody may change."""
    place = tmp_path_factory.mktemp("made")
    write(place / "merged.xlsx", lambda book: book["Log"].merge_range("A9:C9", "x"))
    write(place / "sound.xlsx")
    api.write(api.load(folder(place / "elm", line_items_csv=GOALLESS)), place / "goalless.xlsx")
    return place


@pytest.fixture
def book(made, here):
    """Return a function that puts a copy of a workbook into the folder that commands run in."""
    return lambda name: shutil.copy(made / name, here / name)


# --- a district folder


def test_a_sound_folder_ends_with_0(xlbudget, sound):
    done = xlbudget("check", sound)
    assert done.exit_code == 0
    assert done.stdout == "Findings: 0 fatal; 0 warnings; 0 remarks.\n"
    assert done.stderr.startswith("Next: write the workbook with: xlbudget new ")


def test_warnings_of_a_folder_end_with_1_and_each_is_shown(xlbudget, tmp_path):
    done = xlbudget("check", folder(tmp_path / "elm", line_items_csv=GOALLESS))
    assert done.exit_code == 1
    assert "Warnings: to be corrected or explained (2)" in done.stdout
    assert ["XLR-09", "line_items.csv", "2", "goal_1", "L1"] in [
        line.split()[:5] for line in done.stdout.splitlines()
    ]
    assert done.stdout.count("    To do: ") == 2


def test_the_gravest_is_shown_first(xlbudget, tmp_path):
    both = GOALLESS.replace(",F1,", ",F9,")
    told = xlbudget("check", folder(tmp_path / "elm", line_items_csv=both)).stdout
    assert told.index("Fatal: ") < told.index("XLR-01")


def test_remarks_alone_end_with_0(xlbudget, sound):
    (sound / "notes.csv").write_text("a,b\n", "utf-8")
    done = xlbudget("check", sound)
    assert done.exit_code == 0
    assert "Remarks: good to know (1)" in done.stdout


def test_a_folder_gives_json_with_stable_keys(xlbudget, tmp_path):
    done = xlbudget("check", folder(tmp_path / "elm", line_items_csv=GOALLESS), "--json")
    facts = json.loads(done.stdout)
    assert done.exit_code == 1
    assert list(facts)[:3] == ["xlbudget", "folder", "findings"]
    assert list(facts["findings"]) == ["fatal", "warnings", "remarks", "in_words", "list"]
    keys = ["severity", "code", "place", "file", "row", "column", "record", "sheet", "cell"]
    found = {finding["code"]: finding for finding in facts["findings"]["list"]}
    assert list(found["XLR-09"]) == [*keys, "saw", "wants", "fix"]
    assert (found["XLR-09"]["row"], found["XLR-09"]["cell"]) == (2, None)


def test_the_sample_says_what_is_left_to_do(xlbudget):
    done = xlbudget("check", sample_folder())
    assert done.exit_code == 1
    assert "0 fatal" in done.stdout


# --- a workbook


def test_a_workbook_of_ours_is_judged_as_budget_and_as_workbook(xlbudget, book):
    done = xlbudget("check", book("goalless.xlsx"))
    assert done.exit_code == 1
    assert "goalless.xlsx (budget workbook, judged as district)" in done.stdout
    assert "XLR-09  Line items  G" in done.stdout
    assert "explain it on its sheet Log, or in " in done.stderr


def test_a_finding_is_shown_with_its_cell_and_its_remedy(xlbudget, book):
    done = xlbudget("check", book("merged.xlsx"), "--profile", "any")
    assert done.exit_code == 1
    assert ["L01", "Log", "A9"] in [line.split()[:3] for line in done.stdout.splitlines()]
    assert "To do: Unmerge them" in done.stdout


def test_a_workbook_gives_json_with_its_profile(xlbudget, book):
    facts = json.loads(xlbudget("check", book("merged.xlsx"), "--json").stdout)
    assert facts["file"].endswith("merged.xlsx")
    assert facts["profile"] == "district"
    assert ("L01", "A9") in {(one["code"], one["cell"]) for one in facts["findings"]["list"]}


def test_rows_of_the_log_make_it_end_well(xlbudget, book):
    path = explain(book("goalless.xlsx"), "XLR-09 L1: The board decides in May (J. Ortiz)")
    explain(explain(path, "XLR-12 G1: So does it here (J. Ortiz)"), "C05: No school yet (J. Ortiz)")
    facts = json.loads(xlbudget("check", path, "--json").stdout)
    reasons = ["So does it here", "The board decides in May", "No school yet"]
    assert [one["reason"] for one in facts["suppressed"]] == reasons
    assert facts["findings"]["warnings"] == 0
    assert "; 3 warnings, 3 explained; " in facts["in_words"]


def test_an_unknown_profile_is_a_wrong_use(xlbudget, book):
    assert xlbudget("check", book("sound.xlsx"), "--profile", "board").exit_code == 2


def test_json_and_sarif_together_are_a_wrong_use(xlbudget, book):
    done = xlbudget("check", book("sound.xlsx"), "--json", "--sarif")
    assert done.exit_code == 2
    assert "choose one" in done.stderr


@pytest.mark.parametrize(("name", "code"), [("none.xlsx", 2), ("empty.xlsx", 3), ("~$a.xlsx", 3)])
def test_a_single_one_that_cannot_be_read_is_refused(xlbudget, here, name, code):
    (here / "empty.xlsx").write_bytes(b"")
    done = xlbudget("check", name)
    assert done.exit_code == code
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_results_that_another_program_has_otherwise_are_found(xlbudget, here):
    for name, result in (("a.xlsx", 5), ("b.xlsx", 4)):
        with Workbook(here / name) as written:
            written.add_worksheet("Costs").write_formula("B2", "=2*2", None, result)
    done = xlbudget("check", "a.xlsx", "--recalculated", "b.xlsx", "--json")
    found = json.loads(done.stdout)["findings"]["list"]
    assert ("F19", "B2") in {(one["code"], one["cell"]) for one in found}
    alone = json.loads(xlbudget("check", "a.xlsx", "--json").stdout)["findings"]["list"]
    assert "F19" not in {one["code"] for one in alone}


def test_a_recalculated_copy_is_one_of_one_workbook(xlbudget, sound):
    done = xlbudget("check", sound, "--recalculated", "b.xlsx")
    assert done.exit_code == 2
    assert "copy of one workbook" in done.stderr


# --- many


def test_one_bad_file_stops_nothing(xlbudget, here, book, sound):
    (here / "empty.xlsx").write_bytes(b"")
    done = xlbudget("check", "empty.xlsx", book("merged.xlsx"), sound, "none.xlsx")
    lines = done.stdout.splitlines()
    assert done.exit_code == 1
    assert "empty.xlsx (not read)" in lines
    assert any(line.startswith("Not read: ") for line in lines)
    assert "Checked (4)" in lines
    assert lines[-1].startswith("4 files, 2 of them not read: ")


def test_a_folder_of_workbooks_is_each_of_them(xlbudget, here, book):
    book("merged.xlsx")
    book("sound.xlsx")
    (here / "~$merged.xlsx").write_bytes(b"\x05Ana R" + bytes(100))
    done = xlbudget("check", here, "--json")
    facts = json.loads(done.stdout)
    assert [Path(one["file"]).name for one in facts["files"]] == [
        "merged.xlsx",
        "sound.xlsx",
    ]
    assert "holds 2 workbooks" in done.stderr


def test_many_give_one_sarif_log_that_keeps_the_schema(xlbudget, here, book, sound):
    (here / "empty.xlsx").write_bytes(b"")
    done = xlbudget("check", "empty.xlsx", book("merged.xlsx"), sound, "--sarif")
    (here / "log.json").write_text(done.stdout, "utf-8")
    (run,) = json.loads(done.stdout)["runs"]
    assert against_the_schema(here / "log.json") == []
    assert {result["ruleId"] for result in run["results"]} >= {"L01"}
    assert run["invocations"][0]["executionSuccessful"] is False


@pytest.mark.parametrize(
    ("names", "code"), [(["no.xlsx", "nor.xlsx"], 2), (["no.xlsx", "empty.xlsx"], 3)]
)
def test_only_when_nothing_could_be_read_it_ends_as_a_refusal(xlbudget, here, names, code):
    (here / "empty.xlsx").write_bytes(b"")
    assert xlbudget("check", *names).exit_code == code


def test_many_without_a_fault_end_with_0(xlbudget, sound, tmp_path):
    done = xlbudget("check", sound, folder(tmp_path / "oak"))
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1] == "2 files: 0 fatal; 0 warnings; 0 remarks."
    assert done.stderr.endswith("Next: nothing has to be mended.\n")


def test_nothing_is_changed(xlbudget, here, book):
    path = book("goalless.xlsx")
    before = path.read_bytes()
    xlbudget("check", path)
    assert path.read_bytes() == before
    assert [one.name for one in here.iterdir()] == ["goalless.xlsx"]
