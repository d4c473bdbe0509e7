"""One step of an installation: what it does to the machine, in words and in deed."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from xlbudget.errors import LockedFileError


@dataclass(frozen=True, slots=True)
class Step:
    """A step that is told before it is done, so that a dry run tells exactly what would be.

    Attributes:
        says: What it does, as an order with its object: "Copy … to …".
        do: Does it.
        wants_excel_closed: Whether a running Excel would undo it, or holds its file.

    """

    says: str
    do: Callable[[], None]
    wants_excel_closed: bool = False


def put_file(content: bytes, target: Path) -> None:
    """Write a file as a whole or not at all, and make its folder.

    Raises:
        LockedFileError: A program holds the file, or the folder may not be written to.

    """
    target.parent.mkdir(parents=True, exist_ok=True)
    new = target.with_name(f"{target.name}.new")
    try:
        new.write_bytes(content)
        os.replace(new, target)  # noqa: PTH105 - Path.replace hides which of the two is held
    except PermissionError as error:
        new.unlink(missing_ok=True)
        raise _held(target) from error


def remove_file(target: Path) -> None:
    """Remove a file, if it is there.

    Raises:
        LockedFileError: A program holds the file.

    """
    try:
        target.unlink(missing_ok=True)
    except PermissionError as error:
        raise _held(target) from error


def remove_empty(folder: Path) -> None:
    """Remove a folder if nothing is left in it."""
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _held(target: Path) -> LockedFileError:
    return LockedFileError(
        saw=f"{target} cannot be replaced or removed",
        wants="A file that Excel or another program has open cannot be changed",
        fix="Close every Excel window, then run the same command again",
    )
