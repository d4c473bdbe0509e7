"""The command that judges a workbook, as a person and as a program see it."""

import json

import pytest
import typer
from typer.testing import CliRunner

from workbook.lint.books import write
from xlbudget.hosts.cli import app
from xlbudget.hosts.lint import show_lint

SUPPRESSION = """
[[suppress]]
code = "L01"
reason = "Letterhead"
by = "J. Ortiz"
date = 2026-09-01
"""


@pytest.fixture
def merged(tmp_path):
    """Return a workbook with merged cells."""
    return write(tmp_path / "budget.xlsx", lambda book: book["Log"].merge_range("A9:C9", "x"))


def test_a_finding_is_shown_with_its_cell_and_its_remedy(merged, capsys):
    with pytest.raises(typer.Exit) as ended:
        show_lint(merged)
    shown = capsys.readouterr().out
    assert ended.value.exit_code == 1
    assert "Fatal: to be mended (1)" in shown
    assert "L01   Log    A9" in shown
    assert "To do: Unmerge them" in shown
    assert "Findings: 1 fatal; 0 warnings; 0 remarks." in shown


def test_a_sound_workbook_ends_well(tmp_path, capsys):
    show_lint(write(tmp_path / "budget.xlsx"))
    assert "0 fatal; 0 warnings; 0 remarks" in capsys.readouterr().out


def test_what_is_let_stand_is_shown_and_ends_well(merged, capsys):
    merged.with_name("budget.xlsx.lint.toml").write_text(SUPPRESSION)
    show_lint(merged)
    shown = capsys.readouterr().out
    assert "Let stand: L01, budget.xlsx, Log, A9: Letterhead (J. Ortiz, 2026-09-01)" in shown
    assert "0 remarks; 1 let stand with a reason." in shown


def test_a_suppression_of_nothing_is_told(tmp_path, capsys):
    path = write(tmp_path / "budget.xlsx")
    path.with_name("budget.xlsx.lint.toml").write_text(SUPPRESSION)
    show_lint(path)
    assert "Of no use any more: the suppression of L01: Letterhead" in capsys.readouterr().out


def test_json_tells_findings_and_what_is_let_stand(merged, capsys):
    with pytest.raises(typer.Exit):
        show_lint(merged, as_json=True)
    facts = json.loads(capsys.readouterr().out)
    assert facts["findings"]["fatal"] == 1
    assert facts["findings"]["list"][0]["cell"] == "A9"
    assert facts["suppressed"] == []


def test_sarif_is_one_json_object(merged, capsys):
    with pytest.raises(typer.Exit):
        show_lint(merged, as_sarif=True)
    assert json.loads(capsys.readouterr().out)["version"] == "2.1.0"


@pytest.mark.parametrize("words", [["--profile", "district"], ["--sarif"]])
def test_the_command_check_judges_a_workbook(merged, words):
    done = CliRunner().invoke(app, ["check", str(merged), *words])
    assert done.exit_code == 1
    assert "L01" in done.stdout


def test_an_unknown_profile_is_a_wrong_use(merged):
    done = CliRunner().invoke(app, ["check", str(merged), "--profile", "board"])
    assert done.exit_code == 2
