"""The command migrate: an older workbook's inputs in the current template."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from os.path import realpath
from pathlib import Path

import typer

from xlbudget.errors import ExistingFileError
from xlbudget.hosts.exits import ExitCode
from xlbudget.hosts.migrate_shown import put_migrated, put_refused
from xlbudget.hosts.terminal import working
from xlbudget.model.finding import Finding
from xlbudget.workbook.fill import fill_budget, open_template
from xlbudget.workbook.migrate import USUAL, Migrated, Space, migrate
from xlbudget.workbook.save import Saved, check_target, save_file
from xlbudget.workbook.write import write_book

_Make = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What a person asks for: which workbook is brought forward, where to, and how."""

    old: Path
    path: Path
    template: Path | None = None  # a template to be filled; None: the standard one is written
    space: Space = USUAL
    edition: str = ""  # "": that of the old workbook
    force: bool = False
    dry_run: bool = False
    as_json: bool = False


def migrate_book(order: Order, today: date) -> None:
    """Write the new workbook and say what became of everything in the old one.

    Raises:
        FileError: The old workbook or the template cannot be read, the old one is of another or a
            newer template, or the new one cannot go where it should.

    """
    _check_names(order)
    check_target(order.path, force=order.force)
    with working(f"Reading {order.old}"):
        found = migrate(order.old, today, space=order.space, edition=order.edition)
    with working(f"Writing {order.path}"):
        make, findings = _maker(order, found)
        saved = None if make is None or order.dry_run else _save(make, order)
    if make is None:
        put_refused(found, findings, order.old, order.path, as_json=order.as_json)
        raise typer.Exit(ExitCode.INVALID)
    put_migrated(found, saved, order.old, order.path, as_json=order.as_json)


def _check_names(order: Order) -> None:
    for given in filter(None, (order.old, order.template)):
        if realpath(given) == realpath(order.path):
            raise ExistingFileError(
                saw="The new workbook would take its place",
                wants="What the new workbook is made from stays as it is",
                fix="Choose another name for the new one with -o",
                place=str(given),
            )


def _maker(order: Order, found: Migrated) -> tuple[_Make | None, Sequence[Finding]]:
    """Return what writes the new workbook; nothing where findings are fatal, and these."""
    budget, book = found.budget, found.book
    if budget is None or book is None:
        return None, found.findings
    if order.template is None:
        return lambda beside: write_book(book, beside), ()
    template, of_template = open_template(order.template)
    if template is None:
        return None, of_template
    filled, misfits = fill_budget(template, budget, found.findings, identity=found.identity)
    if filled is None:
        return None, (*of_template, *misfits)
    return lambda beside: _put(beside, filled.data), of_template


def _put(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _save(make: _Make, order: Order) -> Saved:
    return save_file(make, order.path, force=order.force)
