"""Put a district folder in its place: whole or not at all, and never over other data."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from xlbudget.errors import ExistingFileError, FileError, LockedFileError
from xlbudget.model.budget import Budget
from xlbudget.model.folder import folder_texts, save_folder

_PART = ".part"


def check_folder(budget: Budget, target: Path, *, force: bool = False) -> bool:
    """Return whether a folder has this budget already.

    Args:
        budget: The budget.
        target: The folder; it need not be there.
        force: Whether a folder with other data may be replaced.

    Raises:
        ExistingFileError: There is other data in it, and ``force`` is false.
        FileError: It cannot be read.

    """
    try:
        if not target.exists() or (target.is_dir() and not any(target.iterdir())):
            return False
        is_same = target.is_dir() and _has(target, budget)
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


def put_folder(budget: Budget, target: Path, at: datetime, *, force: bool = False) -> Path | None:
    """Write a budget as a folder; return the dated copy of the one that stood there.

    The same call again changes nothing.

    Args:
        budget: The budget.
        target: The folder; made when it is not there.
        at: Now, for the name of the copy.
        force: Whether a folder with other data is replaced.

    Raises:
        ExistingFileError: There is other data in it, and ``force`` is false.
        LockedFileError: The folder around it may not be written to.
        FileError: The disk does not take it.

    """
    if check_folder(budget, target, force=force):
        return None
    beside = _beside(target)
    backup = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _write(budget, beside)
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


def _write(budget: Budget, beside: Path) -> None:
    shutil.rmtree(beside, ignore_errors=True)  # what a run left that was ended in the middle
    save_folder(budget, beside)


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}{_PART}")


def _has(target: Path, budget: Budget) -> bool:
    """Return whether each file of a folder says what the budget's would."""
    files = ((target / name, text) for name, text in folder_texts(budget).items())
    return all(file.is_file() and file.read_bytes() == text.encode() for file, text in files)


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
