"""Put a school's file in its place: whole or not at all, and never over one that was edited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from hashlib import file_digest
from pathlib import Path

from xlbudget.distribution.in_words import in_words
from xlbudget.workbook.beside import PART, beside, put_whole, settle

EARLIER = "earlier"
_AT_ONCE = 4  # files that the disk is asked to take at once


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
    with in_words(path):
        put_whole(path, lambda part: part.write_bytes(data))


def put_all(files: Sequence[tuple[Path, bytes]]) -> None:
    """Write files that are each there whole or as they were.

    Several are made at once: a disk takes them in little more time than one.

    Raises:
        LockedFileError: The folder may not be written to, or another program holds a file.
        FileError: The disk does not take them, for instance because it is full.

    """
    with ExitStack() as stack, ThreadPoolExecutor(_AT_ONCE) as threads:
        parts = [stack.enter_context(beside(path)) for path, _ in files]
        made = threads.map(_make, files, parts)
        for (path, data), part, _ in zip(files, parts, made, strict=True):
            with in_words(path):
                try:
                    part.replace(path)
                except FileNotFoundError:
                    put(path, data)


def _make(file: tuple[Path, bytes], part: Path) -> None:
    path, data = file
    with in_words(path), suppress(FileNotFoundError):  # another run swept it away
        part.write_bytes(data)
        settle(part)


def sweep_all(folder: Path) -> None:
    """Delete what runs left in a folder that were ended in the middle."""
    for left in folder.glob(f".*{PART}"):
        with in_words(left):
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
