"""Where the buttons come to: opens the workbook, asks, carries out, and tells in words."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import xlwings as xw

from xlbudget.actions.ask import Ask
from xlbudget.actions.outcome import Facts, Outcome
from xlbudget.actions.snapshot import Snapshot
from xlbudget.actions.verb import Group
from xlbudget.actions.verbs import verb
from xlbudget.errors import InputError, XlbudgetError
from xlbudget.hosts.excel.live.carry_out import Bench, aside, carry_out
from xlbudget.hosts.excel.live.live_workbook import LiveWorkbook
from xlbudget.hosts.excel.live.question import question_of
from xlbudget.hosts.excel.live.quiet import quiet
from xlbudget.hosts.excel.live.session import Session
from xlbudget.workbook.act import kept_copies, snapshot_of, standing_of
from xlbudget.workbook.read import open_book

SAY = "say"
LONGEST = 1_000
"""The letters that a message of Excel shows, with something to spare."""

CANCELLED = "Nothing was changed."
LATER = "Python was started anew meanwhile. Press the button once more."
_MOST_ROWS = 8
_KEPT_ELSEWHERE = Path.home() / ".xlbudget" / "kept"
Row = list[str]


class Desk:
    """The one desk of a Python that Excel has started; it works on one press at a time."""

    def __init__(self) -> None:
        self._session: Session | None = None
        self._bench: Bench | None = None
        self._folder: Path | None = None

    def press(self, name: str, book: Callable[[], xw.Book] | None) -> Row:
        """Begin an action; return its first question, or the words that end it.

        Args:
            name: The verb.
            book: Gives the active workbook; None when there is none.

        """
        self._close()
        return self._in_words(lambda: self._begin(name, book))

    def answered(self, text: str) -> Row:
        """Take the answer to the last question; return the next one, or the words that end it."""
        session = self._session
        if session is None:
            return _say(LATER)
        session.answer(text)
        return self._in_words(self._go_on)

    def cancelled(self) -> Row:
        """Leave the action."""
        self._close()
        return _say(CANCELLED)

    def _begin(self, name: str, book: Callable[[], xw.Book] | None) -> Row:
        chosen, at = verb(name), datetime.now().astimezone().replace(tzinfo=None)
        if chosen.group is Group.MENU:
            self._session = Session(chosen, Snapshot(file="", day=at.date(), budget=None))
            return self._go_on()
        if book is None:
            raise InputError(
                saw="No workbook is open",
                wants=f"{chosen.label} works in the open workbook",
                fix="Open your budget, or make one with New budget",
            )
        live = LiveWorkbook(book())
        self._folder = Path(mkdtemp(prefix="xlbudget-"))
        with quiet(live.book.app, chosen.label):
            self._bench = _bench(live, self._folder, at)
            self._session = Session(chosen, _snapshot(self._bench))
        return self._go_on()

    def _go_on(self) -> Row:
        session = self._session
        assert session is not None  # noqa: S101 - both callers have one
        found = session.next()
        if isinstance(found, Ask):
            asked = question_of(found)
            return [asked.dialog, asked.words, asked.suggested, asked.ending]
        told = [found.says]
        if not found.refused:
            told += self._done(session, found)
        self._close()
        return _say("\n".join([*told, *map(_table, found.facts)]))

    def _done(self, session: Session, outcome: Outcome) -> Iterator[str]:
        if self._bench is None:
            for request in outcome.requests:
                yield from aside(request)
            return
        reason = f"before {session.verb.name}" if session.verb.keeps else ""
        with quiet(self._bench.live.book.app, session.verb.label):
            yield from carry_out(outcome, self._bench, reason)

    def _in_words(self, step: Callable[[], Row]) -> Row:
        """Return what a step answers; of a fault the words, and the action ends."""
        try:
            return step()
        except XlbudgetError as error:
            told = str(error)
        except Exception as error:
            logging.getLogger(__name__).exception("an action failed")
            told = (
                f"The action could not be finished: {error}. What was changed before can be "
                "taken back with Restore. If it happens again, press Check the add-in."
            )
        self._close()
        return _say(told)

    def _close(self) -> None:
        folder, self._session, self._bench, self._folder = self._folder, None, None, None
        if folder is not None:
            rmtree(folder, ignore_errors=True)  # a virus scanner may still look at the copy


def _bench(live: LiveWorkbook, folder: Path, at: datetime) -> Bench:
    book = open_book(live.save_copy(folder))
    home = live.home or _KEPT_ELSEWHERE / book.path.name
    return Bench(live, book, standing_of(book), home, at)


def _snapshot(bench: Bench) -> Snapshot:
    copies = [kept.name for kept in kept_copies(bench.home)]
    cell = bench.live.selected()
    taken = snapshot_of(
        bench.book, bench.at.date(), cell=cell, copies=copies, standing=bench.standing
    )
    grown = {name: replace(table, grows=True) for name, table in taken.tables.items()}
    return replace(taken, tables=grown)


def _say(words: str) -> Row:
    text = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    return [SAY, text, "", ""]


def _table(facts: Facts) -> str:
    rows = [": ".join(part for part in row[:2] if part) for row in facts.rows[:_MOST_ROWS]]
    more = [f"… and {len(facts.rows) - _MOST_ROWS} more"] if len(facts.rows) > _MOST_ROWS else []
    return "\n".join(["", f"{facts.title}:", *rows, *more])
