"""Put finished files where they belong: all of them allowed first, the same bytes left alone."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import datetime
from filecmp import cmp
from pathlib import Path

from xlbudget.errors import ExistingFileError, FileError, LockedFileError
from xlbudget.workbook.beside import put_whole
from xlbudget.workbook.save import ENDING, Saved, check_target, save_file

Pair = tuple[Path, Path]
"""A finished file, and where it goes."""


def put_files(pairs: Sequence[Pair], *, force: bool, at: datetime) -> tuple[Saved, ...]:
    """Put files in their places; return those that are new or have changed.

    Args:
        pairs: Each finished file, and where it goes.
        force: Whether other files that stand there are replaced; dated copies are kept.
        at: Now: what the copies are dated.

    Raises:
        ExistingFileError: Another file stands there and ``force`` is false; nothing was put.
        LockedFileError: A program holds the file, or the folder may not be written to.
        FileError: The disk does not take it.

    """
    wanted = [pair for pair in pairs if not _is_same(*pair)]
    for _, target in wanted:
        _check(target, force=force)
    placed = (_place(made, target, force=force, at=at) for made, target in wanted)
    return tuple(one for one in placed if one is not None)


def _place(made: Path, target: Path, *, force: bool, at: datetime) -> Saved | None:
    """Put a file in its place; None when another run has put the same there meanwhile."""
    was_there = target.is_file()
    if was_there and _is_same(made, target):
        return None
    if target.suffix != ENDING:
        return _put(made, target, at, keeps=was_there)
    try:
        return save_file(lambda beside: _copy(made, beside), target, force=force)
    except ExistingFileError:
        if _is_same(made, target):
            return None
        raise


def _is_same(made: Path, target: Path) -> bool:
    return target.is_file() and cmp(made, target, shallow=False)


def _copy(made: Path, target: Path) -> None:
    shutil.copyfile(made, target)


def _check(target: Path, *, force: bool) -> None:
    if target.suffix == ENDING:
        check_target(target, force=force)
    elif target.exists() and not force:
        raise ExistingFileError(
            saw="The file is there already, with other contents",
            wants="Nothing is overwritten unasked",
            fix="Choose another folder, or ask for it with --force: a dated copy is kept",
            place=str(target),
        )


def _put(made: Path, target: Path, at: datetime, *, keeps: bool) -> Saved:
    backup = None
    try:
        target.parent.mkdir(exist_ok=True)
        if keeps:
            backup = target.with_name(f"{target.stem}.bak-{at:%Y%m%d-%H%M%S}{target.suffix}")
            shutil.copy2(target, backup)
        put_whole(target, lambda part: shutil.copyfile(made, part))
    except PermissionError as error:
        raise LockedFileError(
            saw="The file cannot be written",
            wants="It is a place that you may write to, and no program holds the file",
            fix="Close the file, or choose another folder",
            place=str(target),
        ) from error
    except OSError as error:
        raise FileError(
            saw=f"The file cannot be written: {error.strerror or error}",
            wants="The disk has room and takes the name",
            fix="Make room, or choose another folder",
            place=str(target),
        ) from error
    return Saved(target, backup)
