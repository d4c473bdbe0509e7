"""The answers about a machine as a person reads them."""

from __future__ import annotations

from collections.abc import Sequence

from xlbudget.hosts.doctor import Answer
from xlbudget.hosts.terminal import put, put_table, stdout


def put_answers(title: str, answers: Sequence[Answer]) -> None:
    """Print each question with what was found, then what to mend."""
    rows = [(item.question, item.answer, _state(item.well)) for item in answers]
    put_table(stdout(), title, ("What", "Found", "State"), rows, numbers=(False, False, False))
    for answer in answers:
        if not answer.well:
            put(stdout(), f"{answer.question}: {answer.fix}.")


def _state(well: bool) -> str:
    return "well" if well else "to be mended"
