"""A question that an action has for the person: what it is about, and what may be answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Taken(StrEnum):
    """What an answer is; a host with a dialog of its own for it opens that."""

    TEXT = "text"
    CHOICE = "choice"
    NUMBER = "number"
    OPEN_FILE = "a file that is there"
    SAVE_FILE = "a file to write"
    FOLDER = "a folder"


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose: what is answered, and what the person reads beside it."""

    answer: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A question.

    Attributes:
        key: Under which the answer is given: ``plan`` is called again with it.
        question: In words, as a sentence.
        takes: What an answer is.
        options: The answers to choose from, the best first; none for a free answer.
        suggested: What stands there at first; "" for nothing.
        needed: Whether the action cannot go on without it; else "" leaves this one out.  An
            option may have the answer "", and then that is an answer like any other.
        ending: How the name of a file ends, such as ".xlsx".

    """

    key: str
    question: str
    takes: Taken = Taken.TEXT
    options: tuple[Option, ...] = ()
    suggested: str = ""
    needed: bool = True
    ending: str = ""


Answers: TypeAlias = Mapping[str, str]
"""What the person answered, by the key of the question."""
