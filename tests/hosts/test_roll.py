"""The command roll: next year's campaign and data, this year's untouched."""

import json
import shutil
from dataclasses import replace
from filecmp import cmp
from pathlib import Path

import pytest

from distribution.played import BUDGET, on_disk
from trees import tree_of
from xlbudget.distribution.campaign import open_campaign
from xlbudget.model.folder import load_folder, save_folder
from xlbudget.workbook.stamp import stamp

TEMPLATE = Path(__file__).parents[2] / "workbook_templates" / "school-budget.xlsx"


@pytest.fixture(scope="module")
def campaign(tmp_path_factory):
    return on_disk(tmp_path_factory.mktemp("played"))


@pytest.fixture
def roll(xlbudget, campaign):
    """Return a function that rolls the played campaign into fy28 of the current folder."""
    words = ("roll", campaign.root, "fy28", "--district", campaign.data)
    return lambda *more: xlbudget(*words, *more)


def digests(place):
    return {
        key: digest
        for key, (_, _, digest) in tree_of(place).items()
        if not key.endswith(("-wal", "-shm"))
    }


def test_next_years_campaign_and_data_are_written(roll, here):
    done = roll()
    assert done.exit_code == 0
    folder, findings = open_campaign(here / "fy28")
    assert (folder.facts.campaign_id, folder.facts.base_fiscal_year, findings) == (
        "fy2028",
        2028,
        (),
    )
    assert folder.template.read_bytes() == b"PK template"
    budget, said = load_folder(here / "fy28" / "data")
    assert budget.district.base_fiscal_year == 2028
    assert len(budget.lines) == 9
    assert not [one for one in said if one.severity == "fatal"]
    assert "Next: look through fy28/data, then issue: xlbudget issue fy28/data fy28" in done.stderr


def test_what_leaves_is_named_with_its_money(roll):
    done = roll("--dry-run")
    lines = done.stdout.splitlines()
    assert lines[0] == "Technology budgets 2027-28: FY2028 to FY2032"
    assert lines[1] == (
        "9 lines go on, with $29,027.50 in FY2027; $7,000.00 of that year leaves with lines that"
        " are named here."
    )
    assert "One-time lines that are done: they leave (1)" in lines
    assert "Lines that were rejected: they are left out (1)" in lines


def test_again_the_same_bytes(roll, here):
    roll()
    before = tree_of(here)
    assert roll().exit_code == 0
    assert tree_of(here) == before


def test_this_year_stays_as_it_is(roll, campaign):
    before = digests(campaign.root), digests(campaign.data)
    roll()
    assert (digests(campaign.root), digests(campaign.data)) == before


def test_a_dry_run_tells_all_as_json_and_writes_nothing(roll, files):
    facts = json.loads(roll("--dry-run", "--json").stdout)
    assert files() == []
    assert (facts["written"], facts["lines"], facts["carried"], facts["left_out"]) == (
        False,
        9,
        29027.5,
        7000,
    )
    topics = [one["topic"] for one in facts["notes"]]
    assert topics[:6] == ["no_answer", "no_answer", "rejected", "done", "ended", "lapsed"]


def test_data_and_due_date_may_be_chosen(roll, here):
    assert roll("-o", "millbrook28", "--due", "2027-03-01").exit_code == 0
    assert sorted(path.name for path in here.iterdir()) == ["fy28", "millbrook28"]
    assert open_campaign(here / "fy28")[0].facts.due_date.isoformat() == "2027-03-01"


def test_other_data_is_not_overwritten_unasked(roll, here):
    save_folder(BUDGET, here / "mine")
    done = roll("-o", "mine")
    assert (done.exit_code, done.stdout) == (2, "")
    assert not (here / "fy28").exists()
    forced = roll("-o", "mine", "--force")
    assert forced.exit_code == 0
    assert "The folder that stood there is kept as mine.bak-" in forced.stderr


def test_this_years_places_are_refused(xlbudget, campaign):
    words = ("roll", campaign.root, campaign.root, "--district", campaign.data)
    done = xlbudget(*words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "stay as they are" in done.stderr


def test_data_of_another_year_is_refused(xlbudget, campaign, here):
    district = replace(BUDGET.district, base_fiscal_year=2026)
    save_folder(replace(BUDGET, district=district), here / "old")
    done = xlbudget("roll", campaign.root, "fy28", "--district", "old")
    assert (done.exit_code, done.stdout) == (3, "")
    assert "begins in FY2026, the campaign's in FY2027" in done.stderr


def test_the_copy_of_the_data_in_the_campaign_is_taken(xlbudget, campaign, here):
    shutil.copytree(campaign.root, here / "fy27")
    lacking = xlbudget("roll", "fy27", "fy28")
    assert (lacking.exit_code, lacking.stdout) == (2, "")
    shutil.copytree(campaign.data, here / "fy27" / "district")
    assert xlbudget("roll", "fy27", "fy28").exit_code == 0
    assert len(load_folder(here / "fy28" / "data")[0].lines) == 9


def test_another_template_is_stamped_and_again_it_is_the_same(roll, here, tmp_path):
    assert roll("--template", TEMPLATE).exit_code == 0
    before = tree_of(here)
    stamp(TEMPLATE, tmp_path / "stamped.xlsx")  # as issue stamps it
    assert cmp(tmp_path / "stamped.xlsx", here / "fy28" / "template.xlsx", shallow=False)
    assert roll("--template", TEMPLATE).exit_code == 0
    assert tree_of(here) == before


def test_a_template_that_is_no_workbook_is_refused(roll, here, files):
    (here / "own.xlsx").write_bytes(b"PK no workbook")
    done = roll("--template", "own.xlsx")
    assert (done.exit_code, done.stdout, files()) == (3, "", ["own.xlsx"])


def test_a_folder_with_another_campaign_is_refused_before_anything_is_written(roll, here):
    (here / "fy28").mkdir()
    (here / "fy28" / "campaign.toml").write_text("other")
    for words in (["--dry-run"], []):
        done = roll(*words)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "another campaign in it" in done.stderr
    assert sorted(path.name for path in (here / "fy28").iterdir()) == ["campaign.toml"]


def test_a_template_that_is_not_there_is_refused(roll, files):
    assert roll("--template", "nowhere.xlsx").exit_code == 2
    assert files() == []


def test_a_fatal_finding_of_next_years_budget_stops_it(xlbudget, campaign, here):
    line = replace(BUDGET.lines[0], line_id="S1-N01")  # the id of a line that came home
    save_folder(replace(BUDGET, lines=(line, *BUDGET.lines[1:])), here / "data")
    done = xlbudget("roll", campaign.root, "fy28", "--district", "data")
    assert (done.exit_code, done.stdout) == (3, "")
    assert "Nothing was written." in done.stderr
    assert not (here / "fy28").exists()
