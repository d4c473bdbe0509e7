"""Copies of a workbook that are kept beside it, so that what an action did can be taken back."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from xlbudget.errors import FileError, MissingFileError

MOST_KEPT = 20
_ENDING = ".kept"
_STAMP = "%Y-%m-%dT%H%M%S"
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{6})(?:-\d+)?(?: (.*))?", re.DOTALL)
_LONGEST = 60
_UNSAFE = re.compile(r"[^\w ()-]+")


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept copy: its name in the list, its file, the moment, and why it was kept."""

    name: str
    path: Path
    at: datetime
    reason: str


def folder_of(book: Path) -> Path:
    """Return the folder in which copies of a workbook are kept."""
    return book.with_name(f"{book.stem}{_ENDING}")


def keep(book: Path, reason: str, at: datetime, *, source: Path | None = None) -> Kept:
    """Keep a copy of a workbook as it stands; the oldest go where there are more than enough.

    Args:
        book: The workbook.
        reason: Why it is kept, such as ``before add-line``.
        at: The moment.
        source: The file that holds it as it stands; its own file when none is given.

    Raises:
        FileError: The copy cannot be written.

    """
    folder = folder_of(book)
    words = " ".join(_UNSAFE.sub(" ", reason).split())[:_LONGEST].strip()
    stem, behind = f"{at:{_STAMP}}", f" {words}" if words else ""
    names = (
        f"{stem}{mark}{behind}{book.suffix}" for mark in ("", *(f"-{n}" for n in range(2, 1000)))
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = next(folder / name for name in names if not (folder / name).exists())
        shutil.copy2(source or book, path)
        for old in kept_copies(book)[MOST_KEPT:]:
            old.path.unlink(missing_ok=True)
    except OSError as error:
        raise FileError(
            saw=f"A copy of the workbook cannot be kept: {error.strerror or error}",
            wants="Before a workbook is changed, a copy of it is kept beside it",
            fix="Make room, or move the workbook to a folder of your own",
            place=str(folder),
        ) from error
    return Kept(path.stem, path, at, words)


def kept_copies(book: Path) -> tuple[Kept, ...]:
    """Return the kept copies of a workbook, the newest first."""
    folder = folder_of(book)
    found = _copies(folder, book.suffix) if folder.is_dir() else ()
    return tuple(sorted(found, key=lambda kept: (kept.at, kept.name), reverse=True))


def kept_copy(book: Path, name: str) -> Kept:
    """Return a kept copy by its name in the list.

    Raises:
        MissingFileError: There is none of that name.

    """
    copies = kept_copies(book)
    found = next((kept for kept in copies if kept.name == name), None)
    if found is None:
        raise MissingFileError(
            saw=f"There is no kept copy {name}",
            wants="Copies are kept in the folder beside the workbook",
            fix=f"Name one of these: {'; '.join(kept.name for kept in copies) or 'none is kept'}",
            place=str(folder_of(book)),
        )
    return found


def _copies(folder: Path, ending: str) -> Iterator[Kept]:
    for path in folder.iterdir():
        named = _NAME.fullmatch(path.stem)
        if named and path.suffix == ending and path.is_file():
            at = datetime.strptime(named[1], _STAMP)  # noqa: DTZ007 - the clock of the machine
            yield Kept(path.stem, path, at, named[2] or "")
