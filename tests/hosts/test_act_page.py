"""docs/how-to/act.md keeps its word: its commands are there, and every action stands on it."""

import re
import shlex
from pathlib import Path

import pytest

from workbook.act.acted import small_book
from xlbudget.actions.verbs import VERBS
from xlbudget.workbook.act.kept import MOST_KEPT

PAGE = (Path(__file__).parents[2] / "docs/how-to/act.md").read_text("utf-8")
COMMANDS = re.findall(r"^xlbudget (act .*)$", PAGE, re.MULTILINE)


def test_every_action_is_on_the_page_and_no_other_one():
    assert set(re.findall(r"xlbudget act ([a-z-]+)", PAGE)) == {verb.name for verb in VERBS}


@pytest.fixture
def budget(here):
    return small_book(here / "budget.xlsx")


def test_the_commands_of_the_page_are_understood(xlbudget, budget):
    assert len(COMMANDS) >= 8
    for command in COMMANDS:
        done = xlbudget(*shlex.split(command), "--dry-run")
        assert "No such option" not in done.stderr, command
        assert "Usage:" not in done.stderr, command
        assert "fault of its own" not in done.stderr, command
    assert budget.exists()


def test_the_page_says_how_many_copies_are_kept():
    assert f"the {MOST_KEPT} newest copies" in PAGE
