"""Make a file beside its place, and move it there when it is whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

PART = ".part"
_TRIES = 5


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Give a place beside a file where it can be made; nothing is left there after the block."""
    part = target.with_name(f".{target.name}.{os.getpid()}{PART}")
    try:
        yield part
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def put_whole(target: Path, make: Callable[[Path], object], *, lasting: bool = True) -> None:
    """Put a file in its place, whole or not at all; one that stands there is replaced.

    What a run left beside it that was ended in the middle goes.

    Args:
        target: Where the file goes, in a folder that is there.
        make: Makes the file in the place that it is given; may be called again.
        lasting: Whether its bytes are on the disk before it has its name, so that it is whole even
            when the power fails; slow for many files.

    Raises:
        OSError: The disk does not take it, or the folder may not be written to.

    """
    for last in (*(False,) * (_TRIES - 1), True):
        with beside(target) as part:
            try:
                make(part)
                if lasting:
                    settle(part)
                part.replace(target)
            except FileNotFoundError:  # another run put the file, and swept ours away
                if last:
                    raise
            else:
                break
    sweep(target)


def settle(file: Path) -> None:
    """Have the system put a file's bytes on the disk before it takes another's place."""
    with file.open("r+b") as held:
        os.fsync(held.fileno())


def sweep(target: Path) -> None:
    """Delete what runs left beside a file that were ended in the middle."""
    for left in target.parent.glob(f".{escape(target.name)}.*{PART}"):
        with suppress(OSError):
            left.unlink()
