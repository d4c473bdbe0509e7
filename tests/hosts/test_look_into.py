"""analyze, doctor: what they say, where, and how they end."""

import json

import pytest

from hosts.folders import LINES, folder
from xlbudget.hosts.doctor import Answer
from xlbudget.hosts.sample import sample_folder


@pytest.fixture(scope="module")
def sample():
    return sample_folder()


def test_analyze_shows_each_table(xlbudget, sample):
    done = xlbudget("analyze", sample)
    assert done.exit_code == 0
    for title in (
        "Riverbend Unified: plan of fiscal years 2027 to 2031",
        "Headline figures",
        "Cost by area and year, dollars",
        "Who pays, dollars by year",
        "Funding by secured sources, dollars by year",
        "The cliff: recurring cost that loses its source, dollars",
        "Scenarios, dollars over the plan",
        "Return of programs with savings, present value in dollars",
        "Return of learning, as expected",
    ):
        assert title in done.stdout.splitlines()
    assert done.stdout.splitlines()[-1].startswith("Findings: 0 fatal; ")
    assert done.stderr.startswith("Next: ")


def test_analyze_is_plain_text_without_a_terminal(xlbudget, sample):
    told = xlbudget("analyze", sample).stdout
    assert "\x1b" not in told
    assert not [line for line in told.splitlines() if line != line.rstrip()]
    assert not set("─│┃━") & set(told)


def test_analyze_leaves_out_tables_without_rows(xlbudget, sound):
    told = xlbudget("analyze", sound).stdout
    assert "Scenarios, dollars over the plan" in told
    assert "Return of" not in told
    assert "The cliff" not in told


def test_analyze_says_none_where_there_is_nobody_to_divide_by(xlbudget, sound):
    told = xlbudget("analyze", sound).stdout
    line = next(line for line in told.splitlines() if line.startswith("Ownership per student"))
    assert line.split()[-2:] == ["none", "dollars"]


def test_analyze_of_a_fatal_folder_ends_with_3(xlbudget, tmp_path):
    bad = folder(tmp_path / "elm", line_items_csv=LINES.replace(",G1,", ",G9,"))
    done = xlbudget("analyze", bad)
    assert done.exit_code == 3
    assert done.stdout == ""
    assert "[XLR-01]" in done.stderr


def test_analyze_gives_json_with_stable_keys(xlbudget, sound):
    facts = json.loads(xlbudget("analyze", sound, "--json").stdout)
    assert list(facts) == ["xlbudget", "folder", "district", "years", "results", "findings"]
    assert facts["years"] == [2027, 2028, 2029]
    assert facts["district"]["as_of"] == "2026-07-01"
    areas = {row["key"]: row for row in facts["results"]["cost_by_area"]}
    assert areas["instructional content"]["cost"]["2027"] == 3750
    assert facts["results"]["cliff"] == []


def test_analyze_gives_json_of_a_fatal_folder_with_the_same_keys(xlbudget, tmp_path):
    done = xlbudget("analyze", folder(tmp_path / "elm", district_toml=None), "--json")
    facts = json.loads(done.stdout)
    assert done.exit_code == 3
    assert list(facts) == ["xlbudget", "folder", "district", "years", "results", "findings"]
    assert (facts["district"], facts["results"]) == (None, {})


def test_analyze_gives_json_of_a_rate_without_factors(xlbudget, tmp_path):
    rates = "key,value\ndiscount_rate,-1\n"
    done = xlbudget("analyze", folder(tmp_path / "elm", assumptions_csv=rates), "--json")
    assert "NaN" not in done.stdout
    json.loads(done.stdout)


def test_doctor_answers_each_question_in_words(xlbudget):
    done = xlbudget("doctor")
    assert done.exit_code == 0
    for word in (
        "Python",
        "pandas",
        "xlsxwriter",
        "LibreOffice",
        "Writing here",
        "Sample district",
    ):
        assert word in done.stdout
    assert done.stderr.startswith("Next: all is well")


def test_doctor_gives_json(xlbudget):
    facts = json.loads(xlbudget("doctor", "--json").stdout)
    assert facts["ready"] is True
    assert list(facts["answers"][0]) == ["question", "answer", "well", "fix"]


def test_doctor_says_what_to_mend(xlbudget, monkeypatch):
    sick = (Answer("pandas", "is not installed", well=False, fix="Install it"),)
    monkeypatch.setattr("xlbudget.hosts.look_into.examine", lambda _: sick)
    done = xlbudget("doctor")
    assert "to be mended" in done.stdout
    assert "pandas: Install it." in done.stdout
    assert "run xlbudget doctor again" in done.stderr
