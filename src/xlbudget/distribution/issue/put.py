"""Put a school's file in its place: whole or not at all, and never over one that was edited."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from glob import escape
from hashlib import file_digest
from pathlib import Path

from xlbudget.errors import FileError, LockedFileError

EARLIER = "earlier"
_PART = ".part"


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes; "" when there is no file.

    Raises:
        LockedFileError: It may not be read.

    """
    with in_words(path):
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()


def put(path: Path, data: bytes) -> None:
    """Write a file that is either there whole or as it was; the same call again changes nothing.

    Raises:
        LockedFileError: The folder may not be written to, or another program holds the file.
        FileError: The disk does not take it, for instance because it is full.

    """
    beside = path.with_name(f".{path.name}.{os.getpid()}{_PART}")
    with in_words(path):
        try:
            with beside.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        finally:
            # Also what a run left that was ended in the middle.
            for left in path.parent.glob(f".{escape(path.name)}.*{_PART}"):
                left.unlink(missing_ok=True)


def set_aside(out: Path, earlier: Mapping[str, tuple[str, int]]) -> None:
    """Move the files of earlier issues into a folder of their own.

    Args:
        out: The folder of what goes out.
        earlier: The file name and the number of each earlier issue, by the SHA-256 of its file.

    Raises:
        FileError: The folder may not be written to.

    """
    for name in dict.fromkeys(name for name, _ in earlier.values()):
        path = out / name
        found = earlier.get(digest_of(path))
        if found is None:
            continue
        with in_words(path):
            (out / EARLIER).mkdir(exist_ok=True)
            path.replace(out / EARLIER / earlier_name(name, found[1]))


def earlier_name(name: str, number: int) -> str:
    """Return the name of the file of an earlier issue.

    Example:
        >>> earlier_name("Lincoln_014.xlsx", 1)
        'Lincoln_014.1.xlsx'

    """
    path = Path(name)
    return f"{path.stem}.{number}{path.suffix}"


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn what a system says of a file into a refusal in words."""
    try:
        yield
    except PermissionError as error:
        raise LockedFileError(
            saw=f"{path.name} cannot be read or written",
            wants="It is in a folder that you may write to, and no program holds it",
            fix="Close it in your spreadsheet, or ask for the right to write to the folder; then "
            "run the same command again: it goes on where it stopped",
            place=str(path),
        ) from error
    except OSError as error:
        raise FileError(
            saw=f"The file cannot be written: {error.strerror or error}",
            wants="The disk has room and takes the name",
            fix="Make room, and run the same command again: it goes on where it stopped",
            place=str(path),
        ) from error
