"""The command collect: what it says, what it writes, and how it ends."""

import json

import pytest
from typer.testing import CliRunner

from distribution.collect.made import S1, S2, fill_inbox, issued
from xlbudget.hosts.cli import app


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """A campaign with a mixed inbox, and what the command said of it."""
    campaign = issued(tmp_path_factory.mktemp("host") / "fy27")
    fill_inbox(campaign.inbox, campaign.out, campaign.out / S1)
    return campaign, CliRunner().invoke(app, ["collect", str(campaign.root), "--by", "Kim"])


def run(*arguments):
    return CliRunner().invoke(app, ["collect", *map(str, arguments)])


def test_a_file_that_was_not_taken_makes_the_exit_code(ran):
    _, done = ran
    assert done.exit_code == 1
    assert "broken.xlsx: rejected" in done.stdout
    assert "xlbudget status" in done.stderr


def test_json_holds_every_file_with_its_findings(ran):
    campaign, _ = ran
    done = run(campaign.root, "--json")
    told = json.loads(done.stdout)
    states = {one["file"]: one["state"] for one in told["files"]}
    assert (states["letter.pdf"], states[S2]) == ("rejected", "accepted with warnings")
    assert told["counts"]["rejected"] == 3
    assert all(one["reason"] for one in told["files"])


def test_missing_schools_alone_are_no_fault(tmp_path):
    campaign = issued(tmp_path / "fy27")
    (campaign.inbox / S1).write_bytes((campaign.out / S1).read_bytes())
    done = run(campaign.root)
    assert done.exit_code == 0
    assert "S2 Other school" in done.stdout


def test_a_dry_run_says_that_nothing_was_written(tmp_path):
    campaign = issued(tmp_path / "fy27")
    (campaign.inbox / S1).write_bytes((campaign.out / S1).read_bytes())
    done = run(campaign.root, "--dry-run")
    assert (done.exit_code, "nothing was written" in done.stderr) == (0, True)
    assert not list((campaign.root / "results").iterdir())


def test_a_folder_without_a_campaign_is_refused_in_words(tmp_path):
    done = run(tmp_path)
    assert (done.exit_code, "campaign.toml" in done.stderr) == (2, True)
    assert "Traceback" not in done.stderr
