"""A question as a dialog of Excel can ask it, and the answer that was typed there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xlbudget.actions.ask import Ask, Option, Taken

LONGEST = 950
"""The letters that the dialog for a text shows, with something to spare."""

_DIALOGS = {
    Taken.OPEN_FILE: "open",
    Taken.SAVE_FILE: "save",
    Taken.FOLDER: "folder",
}
_LONGEST_OPTION = 90


@dataclass(frozen=True, slots=True)
class Question:
    """A question as a dialog asks it.

    Attributes:
        dialog: ``text``, ``open``, ``save`` or ``folder``.
        words: What it says.
        suggested: What stands in it at first.
        ending: How the name of a file ends; "" for any.

    """

    dialog: str
    words: str
    suggested: str
    ending: str


def question_of(ask: Ask) -> Question:
    """Return how a dialog asks a question: options have numbers, as many as fit."""
    words = [ask.question, *_numbered(ask)]
    if not ask.needed:
        words.append("Leave it blank to skip this one.")
    suggested = ask.suggested
    for number, option in enumerate(ask.options, start=1):
        if option.answer == ask.suggested:
            suggested = str(number)
    return Question(_DIALOGS.get(ask.takes, "text"), "\n".join(words), suggested, ask.ending)


def answer_to(ask: Ask, typed: str) -> str:
    """Return what a person answered: the number of an option means the option."""
    text = typed.strip()
    if any(option.answer == text for option in ask.options):
        return text
    if text.isascii() and text.isdecimal() and 1 <= int(text) <= len(ask.options):
        return ask.options[int(text) - 1].answer
    return text


def _numbered(ask: Ask) -> Iterator[str]:
    left = LONGEST - len(ask.question)
    for number, option in enumerate(ask.options, start=1):
        line = f"{number}  {_said(option)}"
        left -= len(line) + 1
        if left < 0:
            yield f"… and {len(ask.options) - number + 1} more: type the name of one"
            return
        yield line


def _said(option: Option) -> str:
    words = option.says or option.answer
    return words if len(words) <= _LONGEST_OPTION else f"{words[: _LONGEST_OPTION - 1]}…"
