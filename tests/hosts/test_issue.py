"""issue: what a person reads, what a program reads, and how the command ends."""

import json

import pytest

from hosts.folders import DISTRICT, LINES, folder

FIVE = DISTRICT.replace("horizon_years = 3", "horizon_years = 5")
SCHOOLS = "school_id,name,allocation_2027\n014,O'Neill Elementary,50000\n015,=Oak Middle,50000\n"


@pytest.fixture
def elm(tmp_path):
    return folder(tmp_path / "elm", district_toml=FIVE, **{"schools.csv": SCHOOLS})


def test_workbooks_go_out_and_what_comes_next_is_said(xlbudget, here, elm):
    done = xlbudget("issue", elm, "fy27", "--by", "Ana", "--due", "2026-03-01")
    assert done.exit_code == 0, done.stderr
    assert "ONeill-Elementary_014.xlsx" in done.stdout
    assert "Schools: 2; 2 made" in done.stderr
    assert done.stderr.splitlines()[-1].startswith("Next: send each school its file from fy27/out")
    assert {path.name for path in (here / "fy27").iterdir()} >= {"campaign.toml", "out", "district"}
    assert "due_date = 2026-03-01" in (here / "fy27" / "campaign.toml").read_text("utf-8")
    again = xlbudget("issue", elm, "fy27")
    assert "2 there already" in again.stderr


def test_names_that_look_like_formulas_stay_text_in_the_list(xlbudget, here, elm):
    xlbudget("issue", elm, "fy27")
    lines = (here / "fy27" / "out" / "manifest.csv").read_text("utf-8").splitlines()
    assert lines[2].startswith("015,'=Oak Middle,Oak-Middle_015.xlsx,")


def test_json_tells_all_and_a_dry_run_writes_nothing(xlbudget, here, elm):
    done = xlbudget("issue", elm, "fy27", "--dry-run", "--json", "--school", "014")
    facts = json.loads(done.stdout)
    assert (facts["written"], facts["new_campaign"]) == (False, True)
    (school,) = facts["schools"]
    assert (school["school_id"], school["state"], school["issue"]) == ("014", "made", 1)
    assert school["bytes"] > 30_000
    assert facts["counts"]["made"] == 1
    assert list(here.iterdir()) == []


def test_a_file_that_was_edited_ends_with_findings(xlbudget, here, elm):
    xlbudget("issue", elm, "fy27")
    with (here / "fy27" / "out" / "ONeill-Elementary_014.xlsx").open("ab") as file:
        file.write(b"x")
    done = xlbudget("issue", elm, "fy27")
    assert done.exit_code == 1
    assert "1 there already, 1 left as it is" in done.stderr


def test_what_is_fatal_is_told_and_nothing_written(xlbudget, here, elm):
    done = xlbudget("issue", elm, "fy27", "--school", "099")
    assert done.exit_code == 3
    assert "XLO-03" in done.stderr
    assert done.stderr.splitlines()[-1].endswith("Nothing was written.")
    assert list(here.iterdir()) == []


def test_data_with_fatal_findings_is_refused(xlbudget, here, tmp_path):
    broken = folder(tmp_path / "broken", **{"line_items.csv": LINES.replace("L1,", ",")})
    done = xlbudget("issue", broken, "fy27")
    assert done.exit_code == 3
    assert "fatal" in done.stderr
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("words", [["--again"], ["--reason", "x"]])
def test_a_new_issue_says_why(xlbudget, elm, words):
    done = xlbudget("issue", elm, "fy27", *words)
    assert done.exit_code == 2
    assert "--reason" in done.stderr


def test_a_folder_with_other_files_is_not_taken(xlbudget, here, elm):
    (here / "fy27").mkdir()
    (here / "fy27" / "notes.txt").write_text("mine", encoding="utf-8")
    done = xlbudget("issue", elm, "fy27")
    assert done.exit_code == 2
    assert "notes.txt" in done.stderr
    assert [path.name for path in (here / "fy27").iterdir()] == ["notes.txt"]


def test_an_edition_and_a_template_are_not_given_together(xlbudget, here, elm):
    xlbudget("issue", elm, "fy27", "--edition", "accessible")
    template = here / "fy27" / "template.xlsx"
    done = xlbudget("issue", elm, "fy28", "--edition", "working", "--template", template)
    assert done.exit_code == 2
    assert "a template has its own edition" in " ".join(done.stderr.replace("│", " ").split())
    assert not (here / "fy28").exists()
