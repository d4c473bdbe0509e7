"""Every file of a folder and the folders in it, in a fixed order; links lead nowhere outside."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from xlbudget.distribution.inbox.found import Found
from xlbudget.distribution.inbox.inbox_code import InboxCode
from xlbudget.distribution.inbox.kind import Kind, is_rubbish_folder, kind_of
from xlbudget.distribution.inbox.reply import EPOCH, Reply, shown_name
from xlbudget.errors import MissingFileError
from xlbudget.workbook.lock_file import lock_of

MOST_DEEP = 32


def walk(roots: Sequence[Path], apart: Collection[Path] = ()) -> Iterator[Found | Reply]:
    """Yield every file; what cannot be entered is a rejected reply, and stops nothing.

    Args:
        roots: Folders, or single files.
        apart: Folders in them that are not looked into.

    Raises:
        MissingFileError: One of the roots is not there.

    """
    outer = _outer(roots)
    left_out = frozenset(path.resolve() for path in apart)
    for root in outer:
        if root.is_dir():
            before = f"{shown_name(root.name)}/" if len(outer) > 1 else ""
            yield from _Walk(root, left_out).folder(root, before, 0)
        else:
            yield _found(root, shown_name(root.name))


class _Walk:
    """A walk through one root."""

    def __init__(self, root: Path, left_out: frozenset[Path]) -> None:
        self._root = root
        self._left_out = left_out

    def folder(self, path: Path, before: str, depth: int) -> Iterator[Found | Reply]:
        """Yield what is in a folder; ``before`` stands before every name."""
        try:
            entries = sorted(path.iterdir(), key=lambda each: (each.name.casefold(), each.name))
        except OSError as error:
            yield _unreadable(before.rstrip("/") or self._root.name, error)
            return
        for entry in entries:
            shown = before + shown_name(entry.name)
            try:
                yield from self._entry(entry, shown, depth)
            except OSError as error:
                yield _unreadable(shown, error)

    def _entry(self, path: Path, shown: str, depth: int) -> Iterator[Found | Reply]:
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            yield self._link(path, shown)
        elif stat.S_ISREG(mode):
            yield _found(path, shown)
        elif not stat.S_ISDIR(mode):
            yield _no_file(shown)
        elif is_rubbish_folder(path.name):
            yield _rubbish(shown)
        elif depth >= MOST_DEEP:
            yield _too_deep(shown)
        elif path not in self._left_out:
            yield from self.folder(path, f"{shown}/", depth + 1)

    def _link(self, path: Path, shown: str) -> Found | Reply:
        """Return the file that a link leads to; a folder is met where it stands."""
        target = Path(os.path.realpath(path, strict=True))
        if not target.is_relative_to(self._root):
            return _leads_out(shown)
        return _found(target, shown) if target.is_file() else _rubbish(shown)


def _outer(roots: Sequence[Path]) -> tuple[Path, ...]:
    """Return the roots by their real paths, without those that lie in another of them."""
    for root in roots:
        if not root.exists():
            raise MissingFileError(
                saw="It is not there",
                wants="It is a folder, or a file, with what came back from schools",
                fix="Name the folder",
                place=str(root),
            )
    real = tuple(dict.fromkeys(root.resolve() for root in roots))
    return tuple(root for root in real if not any(other in root.parents for other in real))


def _found(path: Path, shown: str) -> Found:
    facts = path.stat()
    return Found(
        name=shown,
        kind=kind_of(path.name),
        size=facts.st_size,
        modified=datetime.fromtimestamp(facts.st_mtime, UTC),
        open=lambda: path.open("rb"),
        state=partial(_state, path),
        lock=lock_of(path),
    )


def _state(path: Path) -> object:
    facts = path.stat()
    return facts.st_size, facts.st_mtime_ns, facts.st_ino


def _rubbish(shown: str) -> Found:
    return Found(shown, Kind.RUBBISH, 0, EPOCH, lambda: Path(os.devnull).open("rb"), lambda: None)


def _leads_out(shown: str) -> Reply:
    finding = InboxCode.LEADS_OUT.at(
        shown,
        "It is a link that leads out of the folder",
        "Only what stands in the folder is looked into",
        "Copy the file itself into the folder",
    )
    return Reply((shown,), findings=(finding,))


def _no_file(shown: str) -> Reply:
    finding = InboxCode.NO_WORKBOOK.at(
        shown, "It is no ordinary file", "A workbook is a file", "Take it out of the folder"
    )
    return Reply((shown,), findings=(finding,))


def _too_deep(shown: str) -> Reply:
    finding = InboxCode.UNREADABLE.at(
        shown,
        f"The folder lies more than {MOST_DEEP} folders deep",
        f"Folders are looked into down to {MOST_DEEP} deep",
        "Move it up, or name it by itself",
    )
    return Reply((shown,), findings=(finding,))


def _unreadable(shown: str, error: OSError) -> Reply:
    finding = InboxCode.UNREADABLE.at(
        shown,
        f"It cannot be read: {error.strerror or error}",
        "You have the right to read it, and it is there to the end",
        "Ask for the right to read it, or take it out of the folder",
    )
    return Reply((shown,), findings=(finding,))
