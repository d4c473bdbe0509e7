"""The command status: what is told where, reminders, one school, the trail."""

import csv
import json

import pytest

from distribution.played import AT, on_disk
from trees import tree_of
from xlbudget.distribution.register.submissions.accepted_lines import accepted_lines
from xlbudget.hosts.status import Order, show_status

FIRST = "3 of 4 schools have answered: 1 accepted, 1 accepted with warnings, 1 rejected, 1 missing."


@pytest.fixture(scope="module")
def campaign(tmp_path_factory):
    return on_disk(tmp_path_factory.mktemp("played"))


def test_the_state_of_every_school_is_told(campaign, capsys):
    show_status(Order(campaign.root), AT)
    told = capsys.readouterr()
    lines = told.out.splitlines()
    assert lines[:3] == [
        "Technology budgets 2026-27, Millbrook",
        FIRST,
        "Due on April 15, 2026: 45 days are left.",
    ]
    assert "S4      =Fir School  missing" in told.out
    assert "S3 Ash School, mail/S3-1.xlsx: rejected" in lines
    assert "My lines, row 12, K12, S3-N01: Line S3-N01 has no goal." in told.out
    assert told.err.startswith("Next: write reminders with: xlbudget status ")


def test_the_command_line_gives_the_same_as_json(xlbudget, campaign):
    done = xlbudget("status", campaign.root, "--json")
    facts = json.loads(done.stdout)
    assert (done.exit_code, facts["in_words"], facts["counts"]["missing"]) == (0, FIRST, 1)
    assert [one["to_do"] for one in facts["schools"]] == [
        "nothing",
        "look at the warnings",
        "mend its workbook and send it again",
        "send its workbook",
    ]
    assert facts["schools"][2]["findings"]["list"][0]["cell"] == "K12"
    assert [one["school"] for one in facts["reminders"]] == ["Ash School", "=Fir School"]


def test_what_is_asked_for_so_far_is_the_sum_of_the_accepted_lines(xlbudget, campaign):
    facts = json.loads(xlbudget("status", campaign.root, "--json").stdout)
    with campaign.register() as register:
        chunks = list(accepted_lines(register, facts["campaign_id"]))
    lines = [one.line for chunk in chunks for one in chunk]
    asked = [one["amount"] for one in facts["asked_so_far"] if one["fiscal_year"] == 2027]
    assert sum(asked) == pytest.approx(float(sum(line.amounts[2027] for line in lines)), abs=0.005)
    assert {one["area"] for one in facts["asked_so_far"]} == {line.item.area for line in lines}


def test_reminders_are_written_and_nothing_is_overwritten(xlbudget, campaign, files, here):
    done = xlbudget("status", campaign.root, "--reminders", "r.csv")
    assert (done.exit_code, files()) == (0, ["r.csv"])
    assert "2 reminders for r.csv." in done.stderr
    assert "Without an e-mail address: 1, Ash School." in done.stderr
    with (here / "r.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["school", "contact", "email", "subject", "text"]
    again = xlbudget("status", campaign.root, "--reminders", "r.csv")
    assert (again.exit_code, again.stdout) == (2, "")
    forced = xlbudget("status", campaign.root, "--reminders", "r.csv", "--force")
    assert forced.exit_code == 0
    assert "The file that stood there is kept as r.bak-" in forced.stderr


def test_a_dry_run_writes_no_reminders(xlbudget, campaign, files):
    done = xlbudget("status", campaign.root, "--reminders", "r.csv", "--dry-run")
    assert (done.exit_code, files()) == (0, [])
    assert "nothing was written" in done.stderr


def test_reminders_are_a_csv_file(xlbudget, campaign):
    done = xlbudget("status", campaign.root, "--reminders", "r.xlsx")
    assert (done.exit_code, done.stdout) == (3, "")
    assert "Call it r.csv" in done.stderr


def test_one_school_is_told_with_every_version(xlbudget, campaign):
    done = xlbudget("status", campaign.root, "--school", "S3")
    assert done.stdout.splitlines()[:3] == [
        "School S3: 1 version",
        "",
        "1. mail/S3-1.xlsx: rejected",
    ]
    facts = json.loads(xlbudget("status", campaign.root, "--school", "S3", "--json").stdout)
    assert facts["versions"][0]["reason"] == "One line lacks its goal"


def test_a_school_that_is_not_in_the_campaign_is_refused(xlbudget, campaign):
    done = xlbudget("status", campaign.root, "--school", "S9")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "It has 4 schools, such as S1, S2, S3, S4" in done.stderr


def test_the_trail_tells_who_did_what(xlbudget, campaign):
    done = xlbudget("status", campaign.root, "--trail")
    assert "line rejected" in done.stdout
    facts = json.loads(xlbudget("status", campaign.root, "--trail", "--json").stdout)
    assert [one["what"] for one in facts["trail"]][-1] == "line rejected"
    of_one = json.loads(
        xlbudget("status", campaign.root, "--trail", "--school", "S4", "--json").stdout
    )
    assert [one["what"] for one in of_one["trail"]] == ["school recorded", "workbook issued"]


def test_reading_changes_nothing(xlbudget, campaign):
    def contents():
        parts = {key: value for key, value in tree_of(campaign.root).items() if "-" not in key}
        return {key: digest for key, (_, _, digest) in parts.items()}

    before = contents()
    xlbudget("status", campaign.root)
    assert contents() == before


def test_a_folder_that_is_no_campaign_is_refused(xlbudget):
    done = xlbudget("status", "nowhere")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "campaign.toml is not there" in done.stderr
