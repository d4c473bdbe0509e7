"""A verb: an action as it is offered to people, declared once for all hosts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from xlbudget.actions.ask import Answers
from xlbudget.actions.outcome import Outcome
from xlbudget.actions.snapshot import Snapshot


class Group(StrEnum):
    """Where a verb stands: one of the two groups of the tab, or the menu."""

    PLAN = "Plan"
    REVIEW = "Review"
    MENU = "More"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """An action as it is offered to people.

    Attributes:
        name: As the command line has it, such as ``link-goals``.
        label: On its button, at most three words.
        group: Where it stands.
        image: The name of one of Office's own pictures (imageMso).
        key_tip: The letters that press it from the keyboard.
        tip: What it does, in one sentence without a period.
        says: The longer help, in one or two sentences.
        plan: What it does with a workbook.
        asks: What it asks, each in a few words, in order.
        keeps: Whether a copy is kept before it changes anything.
        needs_budget: Whether it needs a workbook that can be read whole.

    """

    name: str
    label: str
    group: Group
    image: str
    key_tip: str
    tip: str
    says: str
    plan: Callable[[Snapshot, Answers], Outcome]
    asks: tuple[str, ...] = ()
    keeps: bool = True
    needs_budget: bool = True
