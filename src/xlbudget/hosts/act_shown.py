"""Actions as a person reads them on a terminal: the list, the questions, the edits, the outcome."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from xlbudget.actions.ask import Ask, Option
from xlbudget.actions.outcome import Outcome
from xlbudget.actions.snapshot import Formula, Value
from xlbudget.actions.verbs import VERBS
from xlbudget.hosts.act_edits import Change
from xlbudget.hosts.terminal import put, put_table, stderr, stdout

_MOST_OPTIONS = 30


def put_verbs() -> None:
    """Print every action."""
    rows = [(verb.name, verb.label, verb.group.value, verb.tip) for verb in VERBS]
    headers = ("Name", "Button", "Group", "What it does")
    put_table(stdout(), "Actions", headers, rows, numbers=(False,) * len(headers))


def put_outcome(outcome: Outcome, *, refused: bool = False) -> None:
    """Print what an action comes to: its words and its tables."""
    console = stderr() if refused else stdout()
    put(console, outcome.says)
    for facts in outcome.facts:
        put(console)
        sides = [_are_numbers(column) for column in zip(*facts.rows, strict=True)]
        numbers = sides or [False] * len(facts.headers)
        put_table(console, facts.title, facts.headers, facts.rows, numbers=numbers)


def put_asks(asks: Iterable[Ask]) -> None:
    """Print the open questions, and how each is answered on the command line."""
    console = stderr()
    for ask in asks:
        needed = "" if ask.needed else " (may be left out)"
        put(console, f"{ask.question}{needed}", accent=True)
        put(console, f"  --answer {_quoted(f'{ask.key}={ask.suggested or _form(ask)}')}")
        for option in ask.options[:_MOST_OPTIONS]:
            put(console, f"    {says(option)}")
        if len(ask.options) > _MOST_OPTIONS:
            put(console, f"    and {len(ask.options) - _MOST_OPTIONS} more")


def put_changes(changes: Sequence[Change]) -> None:
    """Print the edits with what the cells held before."""
    rows = [
        (change.sheet, change.cell, change.header, told(change.old), told(change.new))
        for change in changes
    ]
    count = f"{len(rows)} cell{'s' * (len(rows) != 1)}"
    headers = ("Sheet", "Cell", "What", "Now", "Then")
    put_table(stdout(), f"Edits: {count}", headers, rows, numbers=(False,) * len(headers))


def told(value: Value) -> str:
    """Return what a cell holds, in words."""
    if value is None:
        return ""
    return value.text if isinstance(value, Formula) else str(value)


def says(option: Option) -> str:
    """Return an option with what is said of it."""
    return option.answer if option.says == option.answer else f"{option.answer}: {option.says}"


def _form(ask: Ask) -> str:
    return ask.options[0].answer if ask.options else ask.takes.value.upper()


def _quoted(words: str) -> str:
    return f'"{words}"' if " " in words else words


def _are_numbers(cells: Iterable[str]) -> bool:
    told = [cell for cell in cells if cell]
    return bool(told) and all(cell.lstrip("-$(").replace(",", "")[:1].isdigit() for cell in told)
