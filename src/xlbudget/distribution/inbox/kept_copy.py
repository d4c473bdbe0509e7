"""The copies that are kept of what came back: one for the same bytes, whole, read-only."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from xlbudget.errors import FileError, LockedFileError
from xlbudget.workbook.beside import put_whole

_READ_ONLY = 0o444


def copy_path(sha256: str, folder: Path) -> Path:
    """Return where the copy of some bytes is kept, by their digest."""
    return folder / sha256[:2] / f"{sha256}.xlsx"


def keep(data: bytes, sha256: str, folder: Path) -> None:
    """Keep a copy of some bytes; nothing is done when there is one.

    Args:
        data: The bytes.
        sha256: Their digest, which is the copy's name.
        folder: Where copies are kept.

    Raises:
        LockedFileError: The folder may not be written to.
        FileError: The disk is full.

    """
    path = copy_path(sha256, folder)
    try:
        if not (path.is_file() and path.stat().st_size == len(data)):
            path.parent.mkdir(parents=True, exist_ok=True)
            # Half a copy, which is all that a power cut can leave, is mended by the next run.
            put_whole(path, partial(_write, data), lasting=False)
    except PermissionError as error:
        raise LockedFileError(
            saw=f"{error.filename or path} cannot be written",
            wants="A copy is kept of every file that came back, in the campaign's folder",
            fix="Ask for the right to write to the campaign's folder",
            place=str(folder),
        ) from error
    except OSError as error:
        raise FileError(
            saw=f"A copy cannot be kept: {error.strerror or error}",
            wants="A copy is kept of every file that came back, and the disk has room for it",
            fix="Make room, and run the same command again: it goes on where it stopped",
            place=str(folder),
        ) from error


def _write(data: bytes, part: Path) -> None:
    part.write_bytes(data)
    part.chmod(_READ_ONLY)
