"""The command freeze: a copy of a workbook that can be mailed to people without the add-in."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from os.path import realpath
from pathlib import Path

import typer

from xlbudget.errors import ExistingFileError, LockedFileError, MissingFileError
from xlbudget.hosts.as_json import put_json
from xlbudget.hosts.exits import ExitCode
from xlbudget.hosts.terminal import next_step, put, put_table, say, shown_path, stdout, working
from xlbudget.workbook.freeze import Frozen, freeze
from xlbudget.workbook.freeze_note import FrozenCell
from xlbudget.workbook.lock_file import lock_of
from xlbudget.workbook.parts import Package, open_package, write_package
from xlbudget.workbook.save import Saved, check_target, save_file


@dataclass(frozen=True, slots=True)
class Order:
    """What a person asks for: which workbook is frozen, where the copy goes, and how."""

    book: Path
    path: Path
    twins: bool = False
    force: bool = False
    dry_run: bool = False
    as_json: bool = False


def freeze_book(order: Order, today: date) -> None:
    """Write the copy and say what was frozen; exit with 1 when something still needs the add-in.

    Raises:
        MissingFileError: The workbook is not there.
        ExistingFileError: The copy would stand where something stands, or be the workbook itself.
        LockedFileError: A spreadsheet has the workbook open, with values not saved yet.
        UnreadableFileError: It is no sound workbook, or a cell has no value yet.

    """
    _check_book(order)
    check_target(order.path, force=order.force)
    with working(f"Reading {order.book}"):
        package = open_package(order.book)
        frozen = freeze(package, day=today, twins=order.twins)
    saved = None if order.dry_run else _save(package, frozen, order)
    if order.as_json:
        put_json(sys.stdout, _facts(order, frozen, saved))
    else:
        _tell(order, frozen, saved)
    _say_what_matters(order, frozen, saved)
    if not frozen.is_whole:
        raise typer.Exit(ExitCode.FINDINGS)


def _check_book(order: Order) -> None:
    place = str(order.book)
    if not order.book.is_file():
        raise MissingFileError(
            saw="There is no such file",
            wants="The workbook to freeze is needed",
            fix="Look for its folder, and for a slip in its name",
            place=place,
        )
    if realpath(order.book) == realpath(order.path):
        raise ExistingFileError(
            saw="The copy would take the place of the workbook itself",
            wants="The workbook keeps its formulas",
            fix="Choose another name for the copy with -o",
            place=place,
        )
    if lock := lock_of(order.book):
        who = f" by {lock.user}" if lock.user else ""
        raise LockedFileError(
            saw=f"The file is open in {lock.program}{who}",
            wants="The values that are frozen are those of the saved file",
            fix=f"Save and close it; if nobody has it open, delete {lock.file.name} beside it",
            place=place,
        )


def _save(package: Package, frozen: Frozen, order: Order) -> Saved:
    with working(f"Writing {order.path}"):
        return save_file(
            lambda beside: write_package(package, beside, frozen.changed),
            order.path,
            force=order.force,
        )


def _tell(order: Order, frozen: Frozen, saved: Saved | None) -> None:
    put(stdout(), str(order.path))
    if rows := [(sheet, *map(str, counts)) for sheet, counts in _by_sheet(frozen.cells).items()]:
        headers = ("Sheet", "Values", "Native formulas", "Errors")
        put_table(stdout(), "Frozen cells", headers, rows, numbers=(False, True, True, True))
    for remark in frozen.remarks:
        where = " ".join(filter(None, (remark.sheet, remark.place)))
        put(stdout(), f"{where}: {remark.became}.")
    if saved is not None and saved.backup is not None:
        say(f"The file that stood there is kept as {saved.backup.name}.")


def _say_what_matters(order: Order, frozen: Frozen, saved: Saved | None) -> None:
    if not frozen.cells and not frozen.remarks:
        say("Nothing in the workbook calls xlbudget: the copy is the same.")
    if frozen.cells and frozen.never_saved:
        say("The workbook asks to be calculated when it is opened: its values may not be those of "
            "a spreadsheet. Save it in Excel or LibreOffice first if in doubt.")  # fmt: skip
    if saved is None:
        next_step("run the same command without --dry-run; nothing was written.")
    elif not frozen.is_whole:
        next_step("take out by hand what still calls xlbudget, then freeze the workbook again.")
    elif frozen.note:
        next_step(f"mail {shown_path(order.path)}; its sheet {frozen.note} tells what it was.")
    else:
        next_step(f"mail {shown_path(order.path)}.")


def _by_sheet(cells: Iterable[FrozenCell]) -> dict[str, tuple[int, int, int]]:
    """Return how many cells of each sheet became values, native formulas, and errors."""
    counts = Counter((cell.sheet, bool(cell.twin), cell.is_error) for cell in cells)
    return {
        sheet: (
            sum(counts[sheet, False, error] for error in (False, True)),
            counts[sheet, True, False],
            counts[sheet, False, True],
        )
        for sheet in dict.fromkeys(sheet for sheet, _, _ in counts)
    }


def _facts(order: Order, frozen: Frozen, saved: Saved | None) -> dict[str, object]:
    return {
        "book": str(order.book),
        "path": str(order.path),
        "written": saved is not None,
        "backup": str(saved.backup) if saved and saved.backup else None,
        "note": frozen.note or None,
        "whole": frozen.is_whole,
        "never_saved_by_a_spreadsheet": frozen.never_saved,
        "cells": [asdict(cell) for cell in frozen.cells],
        "remarks": [asdict(remark) for remark in frozen.remarks],
    }
