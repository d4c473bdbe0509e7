"""Carry out what an action came to in the open workbook: a copy first, then cells, the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from xlbudget.actions.edit import Edit
from xlbudget.actions.outcome import Outcome
from xlbudget.actions.request import (
    Calculate,
    CollectReturns,
    ExportPages,
    FreezeCopy,
    KeepCopy,
    Request,
    RestoreCopy,
    Select,
    WriteWorkbook,
)
from xlbudget.hosts.excel.live.command import said_by
from xlbudget.hosts.excel.live.live_workbook import LiveWorkbook
from xlbudget.workbook.act import Standing, blocks, keep, restored
from xlbudget.workbook.act.kept import kept_copy
from xlbudget.workbook.act.located import Located, located
from xlbudget.workbook.read import Book, open_book
from xlbudget.workbook.save import save_book


@dataclass(frozen=True, slots=True)
class Bench:
    """What an action is carried out with.

    Attributes:
        live: The open workbook.
        book: A copy of it as it stood when the button was pressed.
        standing: Where its tables stand.
        home: The file beside which copies are kept.
        at: Now.

    """

    live: LiveWorkbook
    book: Book
    standing: Standing
    home: Path
    at: datetime


def carry_out(outcome: Outcome, bench: Bench, reason: str = "") -> Iterator[str]:
    """Carry out what an action came to; yield what was done, in words.

    Args:
        outcome: What the action came to.
        bench: What it is carried out with.
        reason: Before what a copy is kept; "" keeps none.

    Raises:
        XlbudgetError: A cell has no place, or a file cannot be read or written.

    """
    edits = (*_restored(outcome.requests, bench), *outcome.edits)
    places = located(edits, bench.standing, grows=True, file=bench.book.path.name)
    if places and reason:
        kept = keep(bench.home, reason, bench.at, source=bench.book.path)
        yield f"The workbook as it was is kept: {kept.path}"
    _grow(places, bench)
    bench.live.write(blocks(places), starts_1904=bench.book.facts.starts_1904)
    for request in outcome.requests:
        yield from _request(request, bench)


def _restored(requests: Sequence[Request], bench: Bench) -> tuple[Edit, ...]:
    """Return the edits that give the inputs back what they held in a kept copy."""
    copies = [it.copy for it in requests if isinstance(it, RestoreCopy)]
    books = (open_book(kept_copy(bench.home, copy).path) for copy in copies)
    return tuple(
        edit for book in books for edit in restored(bench.book, book, bench.standing).edits
    )


def _grow(places: Sequence[Located], bench: Bench) -> None:
    """Add the rows that edits need below the last one of their table."""
    for name in {one.table for one in places}:
        stand = bench.standing.tables.get(name)
        rows = [one.row for one in places if one.table == name and one.value is not None]
        if stand is not None and rows:
            over = max(rows) - (stand.first_row + stand.rows - 1)
            if over > 0:
                bench.live.add_rows(stand.sheet, stand.first_row - 1, over)


def _request(request: Request, bench: Bench) -> Iterator[str]:
    match request:
        case Calculate():
            bench.live.calculate()
        case Select(sheet=sheet, cell=cell):
            bench.live.show(sheet, cell)
        case KeepCopy(reason=reason):
            kept = keep(bench.home, reason, bench.at, source=bench.book.path)
            yield f"The copy is {kept.path}"
        case ExportPages(sheet=sheet, path=path):
            bench.live.export(sheet, Path(path))
            yield f"Written: {path}"
        case FreezeCopy(path=path):
            yield said_by("freeze", str(bench.book.path), "-o", path, "--force")
        case _:
            yield from aside(request)


def aside(request: Request) -> Iterator[str]:
    """Carry out a request that needs no open workbook; yield what was done, in words."""
    match request:
        case WriteWorkbook(book=book, path=path, says=says):
            save_book(book, Path(path), force=True)  # Excel's own dialog asked about replacing it
            yield f"{says}: {path}"
        case CollectReturns(campaign=campaign, inbox=inbox):
            yield said_by("collect", campaign, inbox)
