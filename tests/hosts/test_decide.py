"""The command decide: previews, decisions by id and by rule, refusals in words."""

import json
import shutil

import pytest

from distribution.played import on_disk


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    return on_disk(tmp_path_factory.mktemp("played")).root


@pytest.fixture
def decide(xlbudget, here, original):
    """Return a function that decides on lines of a campaign of its own."""
    shutil.copytree(original, here / "fy27")
    return lambda *words: xlbudget("decide", "fy27", *words)


def decisions(decide):
    return json.loads(decide("--json").stdout)["decisions"]


def test_lines_are_approved_by_their_ids(decide):
    done = decide("S1-L1", "S2-L1", "--approve", "--by", "Ana Ruiz")
    lines = done.stdout.splitlines()
    assert (done.exit_code, lines[0], lines[1]) == (0, "Approved: as asked for", "2 lines")
    assert lines[3].split() == [
        "S1", "S1-L1", "Reading", "software", "S1-L1", "6,499.59", "-", "approved",
    ]  # fmt: skip
    assert lines[-1] == "Together $11,915.91 over the plan."
    assert done.stderr == "Next: 2 decisions recorded; see all with: xlbudget decide fy27\n"
    assert [one["by"] for one in decisions(decide)] == ["central office", "Ana Ruiz", "Ana Ruiz"]


def test_rules_are_joined_and_stand_in_one_way_of_writing(decide):
    done = decide(
        "--where", "Area = Hardware", "--where", "cost > $5,000",
        "--conditional", "Reading scores rise", "--due", "2027-02-01",
    )  # fmt: skip
    lines = done.stdout.splitlines()
    assert lines[0] == (
        "Conditional: if the condition comes true (Reading scores rise, until 2027-02-01)"
    )
    assert lines[1] == "Rule: area=hardware and cost>5000"
    assert decisions(decide)[-1]["rule"] == "area=hardware and cost>5000"


def test_again_changes_nothing_and_says_so(decide):
    words = ("S1-L1", "--reject", "--reason", "No money")
    decide(*words)
    done = decide(*words)
    assert done.stderr == "Next: nothing: this was decided already, and stands.\n"
    assert len(decisions(decide)) == 2


def test_a_dry_run_shows_the_lines_and_records_nothing(decide):
    done = decide("--where", "cost>0", "--approve", "--dry-run", "--json")
    facts = json.loads(done.stdout)
    assert (facts["dry_run"], facts["recorded"], len(facts["lines"])) == (True, 0, 8)
    assert facts["lines"][-1]["before"]["state"] == "rejected"
    assert facts["lines"][0]["sheet"] == "My lines"
    assert "nothing was recorded" in done.stderr
    assert len(decisions(decide)) == 1


def test_a_later_decision_that_stays_is_named(decide):
    decide("--where", "area=hardware", "--approve")
    decide("S1-N01", "--reject", "--reason", "No money")
    done = decide("--where", "area=hardware", "--approve")
    assert "For 1 line a later decision stays: S1-N01." in done.stderr


def test_without_a_decision_all_of_them_are_shown(decide):
    decide("S2-N01", "--approve")
    done = decide()
    assert done.exit_code == 0
    assert [line.split()[-1] for line in done.stdout.splitlines()[2:4]] == ["no", "yes"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["S1-L1"], "No decision is given"),
        (["S1-L1", "--approve", "--reject"], "More than one decision is given"),
        (["--approve"], "No line is named"),
        (["S1-L1", "--where", "cost>0", "--approve"], "by their ids and by a rule"),
        (["S1-L1", "--reject"], "without a reason"),
        (["S1-L1", "--conditional", "x"], "no text, or no date"),
        (["S1-L1", "--conditional", " ", "--due", "2027-02-01"], "no text, or no date"),
        (["S1-L1", "--approve", "--due", "2027-02-01"], "A date belongs to a condition"),
        (["S9-L1", "--approve"], "No answer that counts has the line S9-L1"),
        (["--where", "colour=red", "--approve"], "no field of a line"),
        (["--where", "area=broadband", "--approve"], "names no line"),
        (["S1-L1", "--conditional", "x", "--due", "soon"], "soon"),
    ],
)
def test_what_is_not_clear_is_refused_and_nothing_is_recorded(decide, words, told):
    done = decide(*words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert len(decisions(decide)) == 1
