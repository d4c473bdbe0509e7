"""Put a district folder in its place: whole or not at all, and never over other data."""

from __future__ import annotations

import shutil
from datetime import datetime
from filecmp import cmp
from pathlib import Path
from tempfile import TemporaryDirectory

from xlbudget.errors import ExistingFileError, FileError, LockedFileError
from xlbudget.model.budget import Budget
from xlbudget.model.folder import save_folder

_PART = ".part"


def check_folder(made: Path, target: Path, *, force: bool = False) -> bool:
    """Return whether a folder has the files of another already, byte for byte.

    Args:
        made: The folder that is to take its place.
        target: The folder; it need not be there.
        force: Whether a folder with other data may be replaced.

    Raises:
        ExistingFileError: There is other data in it, and ``force`` is false.
        FileError: It cannot be read.

    """
    try:
        if not target.exists() or (target.is_dir() and not any(target.iterdir())):
            return False
        is_same = target.is_dir() and _has(target, made)
    except OSError as error:
        raise _refusal(error, target) from error
    if is_same or (force and target.is_dir()):
        return is_same
    raise ExistingFileError(
        saw="It is there already, with something else in it",
        wants="Nothing is overwritten unasked",
        fix="Choose another folder, or ask for it with --force: a dated copy of it is kept",
        place=str(target),
    )


def put_folder(made: Path, target: Path, at: datetime, *, force: bool = False) -> Path | None:
    """Put a copy of a finished folder in its place; return the dated copy of what stood there.

    The same call again changes nothing.

    Args:
        made: The finished folder.
        target: Where it goes; made when it is not there.
        at: Now, for the name of the copy.
        force: Whether a folder with other data is replaced.

    Raises:
        ExistingFileError: There is other data in it, and ``force`` is false.
        LockedFileError: The folder around it may not be written to.
        FileError: The disk does not take it.

    """
    if check_folder(made, target, force=force):
        return None
    beside = _beside(target)
    backup = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(beside, ignore_errors=True)  # what a run left that was ended in the middle
        shutil.copytree(made, beside)
        if target.exists() and any(target.iterdir()):
            backup = target.with_name(f"{target.name}.bak-{at:%Y%m%d-%H%M%S}")
            target.rename(backup)
        elif target.exists():
            target.rmdir()
        beside.replace(target)
    except OSError as error:
        raise _refusal(error, target) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return backup


def put_budget(budget: Budget, target: Path, at: datetime, *, force: bool = False) -> Path | None:
    """Put a budget in its place as a folder, as ``put_folder`` does."""
    with TemporaryDirectory(prefix="xlbudget-") as room:
        made = Path(room, "data")
        save_folder(budget, made)
        return put_folder(made, target, at, force=force)


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}{_PART}")


def _has(target: Path, made: Path) -> bool:
    """Return whether a folder has each file of another, byte for byte."""
    files = ((target / file.name, file) for file in made.iterdir())
    return all(there.is_file() and cmp(there, file, shallow=False) for there, file in files)


def _refusal(error: OSError, target: Path) -> FileError:
    if isinstance(error, PermissionError):
        return LockedFileError(
            saw=f"{error.filename or target} cannot be written",
            wants="It is a folder that you may write to, and no program holds its files",
            fix="Close the files in your spreadsheet, or choose another folder",
            place=str(target),
        )
    return FileError(
        saw=f"The folder cannot be written: {error.strerror or error}",
        wants="The disk has room and takes the name",
        fix="Make room, or choose another folder",
        place=str(target),
    )
