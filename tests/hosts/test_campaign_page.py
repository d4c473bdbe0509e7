"""The page about campaigns: its commands are those of the program, its output is real."""

import re
import shlex
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
import typer

from distribution.played import AT, FACTS, ID, on_disk
from xlbudget.distribution.line_rule import line_rule
from xlbudget.distribution.reminders import reminders
from xlbudget.distribution.status import campaign_status
from xlbudget.hosts.campaign import day_of
from xlbudget.hosts.cli import app
from xlbudget.hosts.status import Order, show_status

PAGE = (Path(__file__).parents[2] / "docs/how-to/campaign.md").read_text("utf-8")
BLOCKS = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
LINES = [line for block in BLOCKS for line in block.splitlines() if line.startswith("xlbudget ")]
OURS = [line for line in LINES if line.split()[1] in {"status", "decide", "roll"}]
LATER = AT + timedelta(days=11)


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    return on_disk(tmp_path_factory.mktemp("played"))


@pytest.fixture
def millbrook(here, original):
    """The played campaign and its data, under the page's names."""
    shutil.copytree(original.root, here / "fy27")
    shutil.copytree(original.data, here / "millbrook")
    shutil.copytree(original.data, here / "fy27/district", dirs_exist_ok=True)
    return here


@pytest.mark.parametrize("line", OURS)
def test_every_command_of_the_page_works(xlbudget, millbrook, line):
    done = xlbudget(*shlex.split(line)[1:])
    assert (done.exit_code, millbrook.exists()) == (0, True)
    assert len(OURS) == 6


def test_the_page_names_the_steps_in_their_order():
    steps = re.findall(r"\| \d \| `xlbudget (\w+)` \|", PAGE)
    assert steps == ["issue", "collect", "status", "decide", "consolidate", "roll"]
    assert {"status", "decide", "roll"} <= typer.main.get_command(app).commands.keys()


def test_the_status_is_as_the_page_shows_it(millbrook, capsys):
    show_status(Order(millbrook / "fy27"), LATER)
    assert "".join(capsys.readouterr().out.splitlines(keepends=True)[:3]) in BLOCKS


def test_the_reminder_is_as_the_page_shows_it(original):
    with original.register() as register:
        first = reminders(campaign_status(register, ID, day_of(LATER)), FACTS.contact)[0]
    quoted = " ".join(line.removeprefix("> ") for line in PAGE.splitlines() if line[:1] == ">")
    assert quoted == first.text


def test_the_decision_is_as_the_page_shows_it(xlbudget, millbrook):
    (line,) = [line for line in LINES if "--where" in line]
    done = xlbudget(*shlex.split(line)[1:])
    assert millbrook.exists()
    assert "".join(done.stdout.splitlines(keepends=True)[:5]) in BLOCKS


@pytest.mark.parametrize(
    "name", re.findall(r"^\| `(\w+)`(?:, `\w+`)? \| (?:Dollars|Any)", PAGE, re.MULTILINE)
)
def test_every_field_that_the_page_names_can_be_asked(name):
    assert line_rule(f"{name}=5")
