"""The command act: an action done to a workbook's file, the edits and the results in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from os.path import realpath
from pathlib import Path

from xlbudget.actions.outcome import Outcome
from xlbudget.actions.request import Calculate, RestoreCopy
from xlbudget.actions.snapshot import Snapshot
from xlbudget.actions.verb import Group, Verb
from xlbudget.actions.verbs import verb as verb_named
from xlbudget.errors import ExistingFileError, MissingFileError, UnreadableFileError
from xlbudget.hosts.act_asks import Ways, outcome_of
from xlbudget.hosts.act_edits import changes_of
from xlbudget.hosts.act_order import Done, Order
from xlbudget.hosts.act_requests import Work, check_requests
from xlbudget.hosts.act_told import stop, tell, tell_dry
from xlbudget.hosts.terminal import working
from xlbudget.workbook.act import (
    Applied,
    Kept,
    Standing,
    apply,
    keep,
    kept_copies,
    restored,
    snapshot_of,
    standing_of,
)
from xlbudget.workbook.act.kept import kept_copy
from xlbudget.workbook.intake import holds_budget
from xlbudget.workbook.read import Book, open_book
from xlbudget.workbook.save import Saved, check_target, save_file


@dataclass(frozen=True, slots=True)
class Opened:
    """A workbook that is open, with where its tables stand."""

    book: Book
    standing: Standing


def act(order: Order, now: datetime) -> None:
    """Do an action to a workbook, or say what it still needs to know.

    Raises:
        UnknownChoiceError: There is no such action, sheet or cell.
        InputError: The workbook has not room enough.
        FileError: A file is not there, is open in a spreadsheet, or is not what it should be.

    """
    verb = verb_named(order.name)
    _check(order, verb)
    with working(f"Reading {order.book}"):
        opened = None if order.book is None else _open(order.book, verb)
        snapshot = _snapshot(order, opened, now)
    ways = Ways(order.answers, order.suggested, order.asks)
    outcome = outcome_of(verb, snapshot, ways)
    if outcome.refused or outcome.waits:
        stop(order, Done(verb, outcome))
    applied = _applied(order, outcome, opened)
    changes = changes_of(opened.book, applied.edits) if opened and applied else ()
    results = applied.results if applied else None
    if order.dry_run:
        tell_dry(order, Done(verb, outcome, changes, results))
        return
    work = Work(order.output or order.book if applied else order.book, now, order.force)
    check_requests(outcome.requests, work)
    saved, kept = _write(order, verb, applied, now)
    tell(order, Done(verb, outcome, changes, results, saved, kept), work)


def _open(path: Path, verb: Verb) -> Opened:
    """Open a workbook; refuse one that holds no budget where the action needs one."""
    book = open_book(path)
    if verb.needs_budget and not holds_budget(book):
        raise UnreadableFileError(
            saw="It is not the workbook of a district's budget",
            wants="An action works on the sheets Assumptions and Line items that xlbudget made",
            fix="Name the district's workbook; a school's is checked with: xlbudget check",
            place=str(path),
        )
    return Opened(book, standing_of(book))


def _snapshot(order: Order, opened: Opened | None, now: datetime) -> Snapshot:
    if opened is None:
        return Snapshot(file="", day=now.date(), budget=None)
    copies = [kept.name for kept in kept_copies(opened.book.path)]
    return snapshot_of(
        opened.book, now.date(), cell=order.cell, copies=copies, standing=opened.standing
    )


def _check(order: Order, verb: Verb) -> None:
    """Refuse at once what could not be written in the end."""
    if order.book is None:
        if verb.group is not Group.MENU:
            raise MissingFileError(
                saw=f"No workbook is named for {verb.name}",
                wants="This action is done to a workbook",
                fix=f"Name it: xlbudget act {verb.name} BOOK",
            )
        return
    if order.output is not None and realpath(order.output) == realpath(order.book):
        raise ExistingFileError(
            saw="The result would take the place of the workbook",
            wants="With -o the workbook stays as it is",
            fix="Leave out -o to change the workbook itself; a copy of it is kept",
            place=str(order.book),
        )
    if order.output is not None:
        check_target(order.output, force=order.force)
    elif verb.keeps and not order.dry_run:
        _check_free(order.book)


def _check_free(book: Path) -> None:
    if book.is_file():
        check_target(book, force=True)


def _applied(order: Order, outcome: Outcome, opened: Opened | None) -> Applied | None:
    """Return the workbook with the edits and results; None for an action that changes nothing."""
    copy = next((it.copy for it in outcome.requests if isinstance(it, RestoreCopy)), None)
    calculates = any(isinstance(it, Calculate) for it in outcome.requests)
    if opened is None or not (outcome.edits or copy or calculates):
        return None
    with working(f"Calculating {order.book}"):
        if copy is None:
            return apply(opened.book, outcome.edits, standing=opened.standing)
        path = kept_copy(opened.book.path, copy).path
        back = restored(opened.book, open_book(path), opened.standing)
        edits = (*back.edits, *outcome.edits)
        return apply(opened.book, edits, standing=opened.standing, known=back.known)


def _write(
    order: Order, verb: Verb, applied: Applied | None, now: datetime
) -> tuple[Saved | None, Kept | None]:
    """Write the changed workbook; before it takes the place of the old one, keep a copy of that."""
    if applied is None or order.book is None:
        return None, None
    kept = None
    if order.output is None:
        _check_free(order.book)
        kept = keep(order.book, f"before {verb.name}", now) if verb.keeps else None
    saved = save_file(
        lambda part: _put(part, applied.data),
        order.output or order.book,
        force=order.force or order.output is None,
        keeps=order.output is not None,
    )
    return saved, kept


def _put(part: Path, data: bytes) -> None:
    part.write_bytes(data)
