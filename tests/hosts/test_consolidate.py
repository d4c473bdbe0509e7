"""consolidate: preview, confirmation, the district's workbook; the totals say what they lack."""

import json

import pytest
from openpyxl import load_workbook

from distribution.consolidate.made import campaign, contract, send
from xlbudget.hosts import consolidate as host

BOOK = "campaign/results/fy27-budget.xlsx"
MISSING = "1 of 3 schools is not in it: School 0003 (0003)."


@pytest.fixture
def made(here):
    """A campaign of three schools in the folder; the last has not answered."""
    return campaign(here, schools=3, lines=3, missing=1)


@pytest.fixture
def consolidate(xlbudget, made):
    """Return a function that consolidates it."""

    def run(*words):
        return xlbudget("consolidate", made.folder.root, "--district", "millbrook", *words)

    return run


def test_what_it_comes_to_is_shown_and_written(consolidate, here):
    done = consolidate("--by", "Ada")
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert done.exit_code == 0
    assert lines[0] == "Schools (2 accepted, 1 missing)"
    assert lines[2].startswith("0003 School 0003 missing no 0 0 50,000 Ask the school")
    assert MISSING in lines
    assert lines[-1].endswith("fy27-budget.xlsx")
    assert "Written: 1 file." in done.stderr
    assert "Sources" in load_workbook(here / BOOK, read_only=True).sheetnames


def test_totals_stand_beside_what_was_issued(consolidate, made):
    lines = [" ".join(line.split()) for line in consolidate("--dry-run").stdout.splitlines()]
    at = lines.index("All lines, dollars")
    asked = sum(row[2027] for row in made.truth) + 50_008
    assert lines[at + 1] == "Year 1 Whole plan As issued Change"
    assert lines[at + 2].startswith(f"all lines {round(asked / 100):,} ")
    assert " 3,300 " in lines[at + 2] + " "  # three years of 1,100 and some cents
    for title in ("By area, dollars", "By goal, dollars", "By source, dollars"):
        assert title in lines


def test_a_dry_run_writes_and_records_nothing(consolidate, here):
    before = sorted(here.rglob("*"))
    done = consolidate("--dry-run", "--tables", "tables")
    assert done.exit_code == 0
    assert "nothing was written" in done.stderr
    assert sorted(here.rglob("*")) == before
    assert "Since the last time" not in consolidate("--dry-run").stdout


def test_the_campaigns_own_copy_of_the_data_is_taken_when_none_is_named(
    consolidate, xlbudget, made, here
):
    named = consolidate("--dry-run").stdout
    (here / "millbrook").rename(made.folder.district)
    own = xlbudget("consolidate", made.folder.root, "--dry-run")
    assert (own.exit_code, own.stdout) == (0, named)


def test_again_says_that_nothing_is_new(consolidate, here):
    consolidate()
    bytes_before = (here / BOOK).read_bytes()
    done = consolidate()
    assert done.exit_code == 0
    assert host.NOTHING_NEW in done.stderr
    assert (here / BOOK).read_bytes() == bytes_before


def test_a_later_answer_is_shown_beside_the_time_before(consolidate, made):
    consolidate()
    with made.register() as register:
        send(register, "0003", [contract("0003-N1", (12_300, 0, 0), school_id="0003")])
    refused = consolidate()
    assert refused.exit_code == 2
    assert "--force" in refused.stderr
    done = consolidate("--force")
    (row,) = [line for line in done.stdout.splitlines() if line.startswith("all lines")]
    assert row.split()[-1] == "123"
    assert "is kept as fy27-budget.bak-" in done.stderr


def test_json_has_stable_keys_and_money_to_the_cent(consolidate, made):
    facts = json.loads(consolidate("--json", "--tables", "tables").stdout)
    whole = facts["totals"]["all"][0]
    asked = sum(row[2028] for row in made.truth) + 50_002
    assert whole["amounts"]["2028"] == f"{asked // 100}.{asked % 100:02d}"
    assert (whole["issued"]["2027"], whole["previous"]) == ("1100.08", None)
    assert facts["in_words"] == MISSING
    assert [school["in_the_budget"] for school in facts["schools"]] == ["yes", "yes", "no"]
    assert len(facts["written"]) == 7
    assert facts["new"] is True


def test_a_rejected_line_is_left_out_and_named_with_its_money(consolidate, xlbudget, made):
    consolidate()
    root = made.folder.root
    xlbudget("decide", root, "0001-N001", "--reject", "--reason", "Too dear")
    (row,) = [row for row in made.truth if row["line"] == "0001-N001"]
    shown = consolidate("--dry-run").stdout
    assert "Rejected lines, left out (1)" in shown
    assert "Since the last time" in shown
    facts = json.loads(consolidate("--dry-run", "--json").stdout)
    (out,) = facts["left_out"]
    assert (out["line_id"], out["reason"]) == ("0001-N001", "Too dear")
    assert out["year_1"] == f"{row[2027] / 100:.2f}"
    whole = facts["totals"]["all"][0]
    change = float(whole["previous"]["2027"]) - float(whole["amounts"]["2027"])
    assert change == pytest.approx(row[2027] / 100)


def test_more_than_a_screen_holds_is_counted(consolidate, monkeypatch):
    monkeypatch.setattr("xlbudget.hosts.consolidate_shown.MOST_ROWS", 1)
    assert "and 2 more: all are in --json" in consolidate("--dry-run").stdout


def test_last_years_lines_may_stand_in(consolidate):
    facts = json.loads(consolidate("--json", "--missing", "last-year", "--dry-run").stdout)
    assert facts["schools"][2]["in_the_budget"] == "last year's lines"
    assert facts["schools"][2]["year_1"] == "200.00"
    assert facts["in_words"].endswith("in it with last year's lines: School 0003 (0003).")


def test_two_lines_of_one_id_are_refused_with_both_files(consolidate, made, here):
    with made.register() as register:
        send(register, "0003", [contract("0001-N001", (1, 1, 1), school_id="0003")])
    done = consolidate()
    assert done.exit_code == 3
    assert "stands in School-0001_0001.xlsx, My lines, row 9 already" in done.stderr
    assert not (here / BOOK).exists()
    assert json.loads(consolidate("--json").stdout)["findings"]["fatal"] == 1


@pytest.mark.parametrize(("answer", "is_written"), [("y", True), ("n", False)])
def test_a_person_at_a_terminal_is_asked(answer, is_written, consolidate, here, monkeypatch):
    asked = []
    monkeypatch.setattr(host, "_is_asked", lambda: True)
    monkeypatch.setattr(
        host.typer, "confirm", lambda words, **_: asked.append(words) or answer == "y"
    )
    assert consolidate().exit_code == 0
    assert asked == ["Write it?"]
    assert (here / BOOK).exists() is is_written


def test_with_yes_nobody_is_asked(consolidate, here, monkeypatch):
    monkeypatch.setattr(host, "_is_asked", lambda: True)
    monkeypatch.setattr(host.typer, "confirm", lambda *_, **__: pytest.fail("asked"))
    assert consolidate("--yes").exit_code == 0
    assert (here / BOOK).exists()


def test_the_districts_workbook_may_be_given_in_place_of_its_folder(consolidate, xlbudget, made):
    xlbudget("new", "millbrook", "-o", "data.xlsx")
    root = made.folder.root
    found = xlbudget("consolidate", root, "--district", "data.xlsx", "--json", "--dry-run")
    known = consolidate("--json", "--dry-run")
    assert json.loads(found.stdout)["totals"] == json.loads(known.stdout)["totals"]


def test_more_lines_than_a_workbook_holds_are_said_and_stand_in_tables(
    consolidate, here, monkeypatch
):
    monkeypatch.setattr(host, "MOST_LINES", 3)
    done = consolidate()
    assert "8 lines of 3 schools are more than a workbook holds one by one" in done.stderr
    assert (here / "campaign" / "results" / "fy27-budget-tables" / "lines.parquet").exists()


@pytest.mark.usefixtures("made")
def test_a_campaign_that_is_none_is_refused(xlbudget):
    done = xlbudget("consolidate", "millbrook", "--district", "millbrook")
    assert done.exit_code == 2
    assert "campaign.toml is not there" in done.stderr
