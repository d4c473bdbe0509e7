"""The commands that write a workbook: demo, new, template."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from xlbudget.hosts.as_json import findings_json, put_json
from xlbudget.hosts.exits import ExitCode
from xlbudget.hosts.given import read_budget
from xlbudget.hosts.shown import put_findings
from xlbudget.hosts.terminal import next_step, put, say, stderr, stdout, working
from xlbudget.model.finding import Finding, in_words
from xlbudget.sheets.book import district_book
from xlbudget.sheets.identity import identity_of
from xlbudget.sheets.plan import Book
from xlbudget.sheets.room import Room
from xlbudget.sheets.template import ROOM, template_book
from xlbudget.workbook.save import Saved, check_target, save_book


@dataclass(frozen=True, slots=True)
class Order:
    """What a person asks for: which folder or workbook becomes which workbook, and how."""

    folder: Path
    path: Path
    edition: str = "working"
    force: bool = False
    dry_run: bool = False
    as_json: bool = False


def make(order: Order) -> None:
    """Write the workbook of a folder or of a filled workbook, or say why not."""
    check_target(order.path, force=order.force)
    with working(f"Reading {order.folder}"):
        budget, findings = read_budget(order.folder)
    if budget is None:
        _refuse(order, findings)
        raise typer.Exit(ExitCode.INVALID)
    with working(f"Writing {order.path}"):
        identity = identity_of(budget, order.folder.resolve().name)
        book = district_book(budget, findings, order.edition, identity=identity)
        saved = _save(book, order)
    if order.as_json:
        put_json(sys.stdout, _facts(order, findings, saved, book))
    else:
        _tell(book, order, saved)
    say(f"Findings: {in_words(findings)}.")
    _next_open(book, order, findings)


def make_template(
    path: Path, *, edition: str, force: bool, dry_run: bool, room: Room = ROOM
) -> None:
    """Write the empty standard workbook."""
    order = Order(Path(), path, edition, force, dry_run)
    check_target(path, force=force)
    with working(f"Writing {path}"):
        book = template_book(edition, room=room)
        saved = _save(book, order)
    _tell(book, order, saved)
    _next_open(book, order)


def _save(book: Book, order: Order) -> Saved | None:
    return None if order.dry_run else save_book(book, order.path, force=order.force)


def _refuse(order: Order, findings: Sequence[Finding]) -> None:
    if order.as_json:
        put_json(sys.stdout, _facts(order, findings, None, None))
    put_findings(stderr(), findings)
    next_step("mend what is fatal, then run the same command again. Nothing was written.")


def _tell(book: Book, order: Order, saved: Saved | None) -> None:
    put(stdout(), str(order.path))
    if saved is None:
        say(f"A dry run: {len(book.sheets)} sheets would be written; nothing was.")
        return
    size = saved.path.stat().st_size
    say(f"Written: {len(book.sheets)} sheets, {size / 1000:,.0f} kB, {order.edition} edition.")
    if saved.backup is not None:
        say(f"The file that stood there is kept as {saved.backup.name}.")


def _next_open(book: Book, order: Order, findings: Sequence[Finding] = ()) -> None:
    if order.dry_run:
        next_step("run the same command without --dry-run.")
        return
    told = "; its sheet Findings tells what to correct or explain" if findings else ""
    next_step(f"open {order.path} in Excel or LibreOffice: it opens on {book.opens_on}{told}.")


def _facts(
    order: Order, findings: Sequence[Finding], saved: Saved | None, book: Book | None
) -> dict[str, object]:
    return {
        "folder": str(order.folder),
        "path": str(order.path),
        "edition": order.edition,
        "written": saved is not None,
        "backup": str(saved.backup) if saved and saved.backup else None,
        "sheets": [sheet.title for sheet in book.sheets] if book else [],
        "findings": findings_json(findings),
    }
