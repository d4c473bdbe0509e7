"""What a system says of a campaign's file that it does not read or write, as a refusal in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from xlbudget.errors import FileError, LockedFileError


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
