"""What became of one item: its result, or in words why there is none."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from xlbudget.errors import XlbudgetError

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an item has no result: the facts of a refusal, as plain words that travel anywhere.

    Attributes:
        saw: What was seen.
        wants: What is needed.
        fix: What to do.
        place: Where, when that is known.
        code: The refusal's code; blank for a fault of the program itself.
        trace: Where in the program, for its makers; blank for a refusal.

    """

    saw: str
    wants: str
    fix: str
    place: str = ""
    code: str = ""
    trace: str = ""


Answer = tuple[R | None, Failure | None]
"""A result, or why there is none; one of the two is None."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T, R]):
    """What became of one item.

    Attributes:
        index: Its place among all the items, from 0.
        item: The item.
        result: What the function gave; None when it failed.
        failure: Why there is no result; None when there is one.

    """

    index: int
    item: T
    result: R | None = None
    failure: Failure | None = None


def answer(function: Callable[[T], R], item: T) -> Answer[R]:
    """Return the function's result for an item, or why there is none."""
    try:
        return function(item), None
    except (Exception, SystemExit) as error:  # noqa: BLE001 - one item never stops the others
        return None, failure_of(error)


def answers(function: Callable[[T], R], items: list[T]) -> list[Answer[R]]:
    """Return the answer for each item."""
    return [answer(function, item) for item in items]


def failure_of(error: BaseException) -> Failure:
    """Return an error as plain words."""
    if isinstance(error, XlbudgetError):
        return Failure(error.saw, error.wants, error.fix, error.place, error.code)
    return Failure(
        saw=f"xlbudget met a fault of its own ({type(error).__name__})",
        wants="Every file is looked into to its end",
        fix="Report it, with the file if you may",
        trace="".join(traceback.format_exception(error)),
    )


def ended(seconds: float | None = None) -> Failure:
    """Return why an item has no result that ended its process, or took longer than it may."""
    what = "ended the program" if seconds is None else f"took longer than {seconds:g} seconds"
    return Failure(
        saw=f"Looking into it {what}",
        wants="A file is looked into within bounds, and does no harm",
        fix="Open it in Excel or LibreOffice, save it under a new name, and send that one",
    )
