"""Put a workbook where a person wants it: whole or not at all, and never over their work."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from xlsxwriter.exceptions import XlsxFileError

from xlbudget.errors import (
    ExistingFileError,
    FileError,
    LockedFileError,
    MissingFileError,
    UnreadableFileError,
)
from xlbudget.sheets.plan import Book
from xlbudget.workbook.beside import beside, settle, sweep
from xlbudget.workbook.lock_file import lock_of
from xlbudget.workbook.write import write_book

ENDING = ".xlsx"
_WRITABLE = 0o222


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a file went, and where the file went that had stood there."""

    path: Path
    backup: Path | None = None


def save_book(book: Book, path: Path, *, force: bool = False) -> Saved:
    """Write a book to a file that is either there whole or not there at all.

    Args:
        book: The workbook as data.
        path: Where it goes, in a folder that is there; its name ends in ``.xlsx``.
        force: Whether a file that stands there is replaced; a dated copy of it is kept.

    Raises:
        ExistingFileError: A file stands there and ``force`` is false, or it is a folder.
        MissingFileError: There is no such folder.
        UnreadableFileError: The name does not end in ``.xlsx``.
        LockedFileError: Another program holds the file, or it may not be written.
        FileError: The disk does not take it, for instance because it is full.

    """
    return save_file(lambda part: write_book(book, part), path, force=force)


def save_file(
    make: Callable[[Path], None],
    path: Path,
    *,
    force: bool = False,
    ending: str = ENDING,
    keeps: bool = True,
) -> Saved:
    """Let a function make a file beside the place where it belongs, and move it there.

    Without ``keeps`` no dated copy is kept of a file that stands there: another copy is.
    """
    check_target(path, force=force, ending=ending)
    target = Path(os.path.realpath(path))
    try:
        with beside(target) as part:
            make(part)
            settle(part)
            check_target(path, force=force, ending=ending)
            backup = _replace(part, target, keeps=keeps)
        sweep(target)
    except XlsxFileError as error:
        _refuse(_cause(error), path)
    except OSError as error:
        _refuse(error, path)
    return Saved(path, backup)


def check_target(path: Path, *, force: bool = False, ending: str = ENDING) -> None:
    """Refuse a place that a file cannot go to; ``save_book`` tells what is refused."""
    try:
        _check(path, ending, force=force)
    except OSError as error:
        _refuse(error, path)


def _check(path: Path, ending: str, *, force: bool) -> None:
    if path.suffix.casefold() != ending:
        noun = "A workbook's" if ending == ENDING else "Its"
        raise UnreadableFileError(
            saw=f"The name does not end in {ending}",
            wants=f"{noun} name ends in {ending}",
            fix=f"Call it {path.stem or 'budget'}{ending}",
            place=str(path),
        )
    if path.is_dir():
        raise ExistingFileError(
            saw="It is a folder",
            wants="A workbook is a file",
            fix="Choose another name",
            place=str(path),
        )
    if not path.parent.is_dir():
        raise MissingFileError(
            saw=f"Its folder {path.parent} is not there",
            wants="A workbook goes into a folder that is there",
            fix="Make the folder, or choose another one",
            place=str(path),
        )
    if path.exists():
        _check_existing(path, force=force)


def _check_existing(path: Path, *, force: bool) -> None:
    if not force:
        raise ExistingFileError(
            saw="The file is there already",
            wants="Nothing is overwritten unasked",
            fix="Choose another name, or ask for it with --force (force=True in Python): "
            "a dated copy of the old file is kept",
            place=str(path),
        )
    if lock := lock_of(Path(os.path.realpath(path))):
        who = f" by {lock.user}" if lock.user else ""
        raise LockedFileError(
            saw=f"The file is open in {lock.program}{who}",
            wants="A file is replaced when no program holds it",
            fix=f"Close it there; if nobody has it open, delete {lock.file.name} beside it",
            place=str(path),
        )
    if not path.stat().st_mode & _WRITABLE:
        _refuse_locked(path, "The file is marked as read-only")
    try:
        path.open("r+b").close()
    except PermissionError:
        _refuse_locked(path, "The file is held by another program, or may not be changed")


def _replace(made: Path, target: Path, *, keeps: bool) -> Path | None:
    """Move a file into its place; return the dated copy of the one that stood there."""
    backup = None
    try:
        if target.exists():
            shutil.copymode(target, made)
        if target.exists() and keeps:
            backup = _backup_of(target)
            shutil.copy2(target, backup)
        made.replace(target)
    except BaseException:
        if backup is not None:
            backup.unlink(missing_ok=True)
        raise
    return backup


def _backup_of(target: Path) -> Path:
    """Return a name for a dated copy that no file bears yet."""
    now = datetime.now().astimezone()
    stem = f"{target.stem}.bak-{now:%Y%m%d-%H%M%S}"
    names = (f"{stem}{mark}{target.suffix}" for mark in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(target.with_name(name) for name in names if not target.with_name(name).exists())


def _cause(error: XlsxFileError) -> OSError:
    cause = error.args[0] if error.args else None
    return cause if isinstance(cause, OSError) else OSError(str(error))


def _refuse(error: OSError, path: Path) -> NoReturn:
    if isinstance(error, PermissionError):
        _refuse_locked(
            path,
            f"The folder {path.parent} may not be written to, or another program holds the file",
            error,
        )
    raise FileError(
        saw=f"The file cannot be written: {error.strerror or error}",
        wants="The disk has room and takes the name",
        fix="Make room, or choose another folder or a shorter name",
        place=str(path),
    ) from error


def _refuse_locked(path: Path, saw: str, error: OSError | None = None) -> NoReturn:
    raise LockedFileError(
        saw=saw,
        wants="It is a place that you may write to, and no program holds the file",
        fix="Close the file in your spreadsheet, or choose another place",
        place=str(path),
    ) from error
