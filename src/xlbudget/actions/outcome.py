"""What an action comes to: words, edits, requests, questions still open."""

from __future__ import annotations

from dataclasses import dataclass

from xlbudget.actions.ask import Ask
from xlbudget.actions.edit import Edit
from xlbudget.actions.request import Request
from xlbudget.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Facts:
    """A small table that is shown to the person: its title, headers and rows, all as words."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an action comes to.

    A host that can ask puts every open question, needed or not, and plans again with the answers.
    One that cannot goes on when none is needed.  While a needed question is open, edits and
    requests are not carried out.  What is refused is said in ``says``, with nothing to do.

    Attributes:
        says: What is so, or what was done, in a sentence or a few.
        edits: The cells that change.
        requests: What the host does, in order, after the edits.
        asks: The questions that are open.
        facts: Tables to show.
        findings: What is to be mended first, or was found.
        refused: Whether the action cannot be done on this workbook; ``says`` has the reason.

    """

    says: str
    edits: tuple[Edit, ...] = ()
    requests: tuple[Request, ...] = ()
    asks: tuple[Ask, ...] = ()
    facts: tuple[Facts, ...] = ()
    findings: tuple[Finding, ...] = ()
    refused: bool = False

    @property
    def waits(self) -> bool:
        """Whether a question must be answered first."""
        return any(ask.needed for ask in self.asks)
