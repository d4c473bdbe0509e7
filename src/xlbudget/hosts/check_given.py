"""What is to be checked: the workbooks and folders that a person named, each once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from xlbudget.hosts.given import is_book
from xlbudget.model.folder_files import FILES

_EXCEL_MARK, _OFFICE_MARK = "~$", ".~lock."


@dataclass(frozen=True, slots=True)
class Given:
    """What is to be checked, in its order, and what is to be said about the rest."""

    paths: tuple[Path, ...]
    notes: tuple[str, ...] = ()


def given(paths: Sequence[Path]) -> Given:
    """Return what is to be checked of what a person named.

    A district folder is one; of another folder that holds workbooks each of them is, but none of
    its folders.  What a program leaves beside an open workbook is passed over, and so is what was
    named before; a note says so.

    Args:
        paths: Workbooks and folders, there or not.

    """
    notes: list[str] = []
    chosen: dict[Path, Path] = {}
    for path in paths:
        found, note = _opened(path)
        notes += [note] if note else []
        for one in found:
            if of := _marked(one):
                notes.append(f"Passed over: {one.name}, the mark that {of} is open in a program.")
            elif (known := chosen.setdefault(_same(one), one)) is not one:
                notes.append(f"Named twice, and looked at once: {known}.")
    return Given(tuple(chosen.values()), tuple(notes))


def is_district_folder(path: Path) -> bool:
    """Return whether a folder holds any file of a budget."""
    return path.is_dir() and any((path / name).exists() for name in FILES)


def _opened(path: Path) -> tuple[Sequence[Path], str]:
    """Return what a path stands for, and what is to be said of that."""
    if not path.is_dir():
        return (path,), ""
    try:
        books = sorted(_books(path), key=lambda book: (book.is_symlink(), book))
    except OSError:
        return (path,), ""  # reading it says why
    count = f"{len(books)} workbook{'s' * (len(books) != 1)}"
    if is_district_folder(path):
        return (path,), f"{path} is a district folder; not looked at: {count} in it." * bool(books)
    if not books:
        return (path,), ""
    return books, f"{path} holds {count}; folders in it are not looked at."


def _books(folder: Path) -> Iterator[Path]:
    """Give the workbooks that stand in a folder."""
    return (one for one in folder.iterdir() if is_book(one) and not _marked(one))


def _marked(path: Path) -> str:
    """Return the workbook whose being open a file marks; "" for any other file."""
    if path.name.startswith(_EXCEL_MARK):
        return path.name.removeprefix(_EXCEL_MARK)
    if path.name.startswith(_OFFICE_MARK):
        return path.name.removeprefix(_OFFICE_MARK).removesuffix("#")
    return ""


def _same(path: Path) -> Path:
    """Return the one path of a file that has several."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # a link to itself
        return path.absolute()
