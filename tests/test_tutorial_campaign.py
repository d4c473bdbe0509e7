"""The tutorial about a campaign: played as it is written, and its output is the real one."""

import csv
import os
import re
import shlex
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from judges import cached
from xlbudget.hosts import campaign
from xlbudget.hosts.cli import app
from xlbudget.workbook.lint import Profile
from xlbudget.workbook.lint.run import lint

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/tutorial-campaign.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
STEPS = [
    (command, "\n".join(lines))
    for block in BLOCKS
    for command, *lines in (
        part.splitlines() for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    )
]
DAY = datetime(2026, 5, 4, 12, tzinfo=UTC)
LEFT_OUT = "…"
BYTES = re.compile(r" +(?:Bytes|[0-9,]+(?=  made))")  # they hang on the library that packs


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """What each command of the page says, one after another, in a folder with the examples."""
    place = tmp_path_factory.mktemp("tutorial")
    (place / "examples").symlink_to(ROOT / "examples")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        patch.setattr(campaign, "now", lambda: DAY)
        return place, [_said(command) for command, _ in STEPS]


def _said(command):
    program, *words = shlex.split(command)
    if program == "python":
        done = subprocess.run(
            [sys.executable, *words],
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | {"PYTHONUTF8": "1"},
        )
        return done.stdout + done.stderr
    assert program == "xlbudget", command
    return CliRunner().invoke(app, words).output


def _pattern(shown):
    """The page's words as a pattern in which a line of dots stands for any lines."""
    parts = [
        r"(?:.*\n)*?" if line == LEFT_OUT else re.escape(BYTES.sub("  #", line)) + r"\n"
        for line in shown.splitlines()
    ]
    return "".join(parts)


@pytest.mark.parametrize("number", range(len(STEPS)), ids=[command for command, _ in STEPS])
def test_a_command_says_what_the_page_shows(played, number):
    said = BYTES.sub("  #", played[1][number])
    assert re.fullmatch(_pattern(STEPS[number][1]), said), said


def test_the_page_plays_the_whole_round():
    commands = [command.split()[1] for command, _ in STEPS if command.startswith("xlbudget")]
    assert list(dict.fromkeys(commands)) == [
        "issue",
        "collect",
        "status",
        "decide",
        "consolidate",
        "roll",
    ]


def test_an_answer_is_as_a_spreadsheet_would_have_saved_it(played, libreoffice):
    path = played[0] / "fy27" / "inbox" / "Elk-Meadow-Elementary_S05.xlsx"
    assert [str(item) for item in cached.disagreements(path, libreoffice)] == []
    assert [str(item) for item in lint(path, Profile.SCHOOL)] == []


def test_the_reminder_is_as_the_page_quotes_it(played):
    with (played[0] / "reminders.csv").open(encoding="utf-8-sig", newline="") as file:
        (text,) = [row["text"] for row in csv.DictReader(file) if row["school"].startswith("Cedar")]
    quoted = " ".join(line.removeprefix("> ") for line in PAGE.splitlines() if line[:1] == ">")
    assert quoted in text
    assert text.startswith("Dear Lucia Ferrand, ")
