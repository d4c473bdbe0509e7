"""The questions of an action: asked on a terminal, or taken from what was given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import typer

from xlbudget.actions.as_json import answers_from
from xlbudget.actions.ask import Ask
from xlbudget.actions.outcome import Outcome
from xlbudget.actions.snapshot import Snapshot
from xlbudget.actions.verb import Verb
from xlbudget.hosts.act_shown import says
from xlbudget.hosts.terminal import put, stderr


@dataclass(frozen=True, slots=True)
class Ways:
    """How questions are answered: what is given, whether suggestions are taken, who is asked."""

    given: Mapping[str, str]
    suggested: bool = False
    asks: bool = False


def answers_of(words: Iterable[str], file: Path | None) -> dict[str, str]:
    """Return the answers that a command line gives; those in words go before those of a file.

    Raises:
        BadParameter: A word is not KEY=VALUE.
        InputError: The file holds no answers.
        OSError: The file cannot be read.

    """
    answers = dict(answers_from(file.read_text(encoding="utf-8-sig"))) if file else {}
    for word in words:
        key, mark, value = word.partition("=")
        if not mark or not key:
            message = f"{word} is no answer: write it as KEY=VALUE, such as name=Chromebooks."
            raise typer.BadParameter(message)
        answers[key] = value
    return answers


def outcome_of(verb: Verb, snapshot: Snapshot, ways: Ways) -> Outcome:
    """Return what an action comes to, after every question that can be answered was.

    Questions that stay open stand in the outcome.

    Args:
        verb: The action.
        snapshot: The workbook.
        ways: How questions are answered.

    """
    answers = dict(ways.given)
    outcome = verb.plan(snapshot, answers)
    put_before: dict[str, Ask] = {}
    while news := dict(_news(outcome, answers, ways, put_before)):
        answers |= news
        outcome = verb.plan(snapshot, answers)
    return outcome


def _news(
    outcome: Outcome, answers: Mapping[str, str], ways: Ways, put_before: dict[str, Ask]
) -> Iterable[tuple[str, str]]:
    """Yield answers to open questions; a question is put again only where an answer is needed."""
    for ask in outcome.asks:
        is_new = put_before.get(ask.key) != ask
        if ways.asks and (is_new or ask.needed):
            put_before[ask.key] = ask
            yield ask.key, _asked(ask)
        elif ways.suggested and is_new and ask.key not in answers:
            put_before[ask.key] = ask
            if ask.suggested or not ask.needed:
                yield ask.key, ask.suggested


def _asked(ask: Ask) -> str:
    """Return what a person answers on the terminal; a number stands for the option."""
    console = stderr()
    put(console, ask.question, accent=True)
    for number, option in enumerate(ask.options, start=1):
        put(console, f"  {number:>2}  {says(option)}")
    default = _number(ask) or ask.suggested
    words = "Answer" if ask.needed else "Answer (Enter leaves it)" if not default else "Answer"
    answer = typer.prompt(words, default=default, show_default=bool(default), err=True, type=str)
    return _chosen(ask, answer.strip())


def _number(ask: Ask) -> str:
    """Return the number of the option that is suggested; "" when none is."""
    found = (n for n, option in enumerate(ask.options, 1) if option.answer == ask.suggested)
    return str(next(found, "")) if ask.suggested else ""


def _chosen(ask: Ask, answer: str) -> str:
    """Return the answer of an option that was named by its number."""
    if any(option.answer == answer for option in ask.options):
        return answer
    if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(ask.options):
        return ask.options[int(answer) - 1].answer
    return answer
