"""Rows of text out of a file with commas, semicolons or tabs, and back; within bounds."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from xlbudget.model.fault import Fault, IntakeCode, remark

MOST_BYTES = 64 * 1024 * 1024
MOST_ROWS = 20_000
MOST_DATA_BYTES = 1024 * 1024 * 1024
MOST_DATA_ROWS = 1_000_000
"""Limits of a district's own files: last year's lines of a thousand schools stand in one."""
_ENCODINGS = ("utf-8-sig", "cp1252")
SEPARATORS = (",", ";", "\t")
_HEAD = 4096
_FORMULA = re.compile(r"'*(?:[=+@\t\r]|-(?![0-9.]+$))")  # a negative number is none


class Rows(NamedTuple):
    """The rows of a file, or none, and what is to be said about the file."""

    rows: list[list[str]] | None
    faults: tuple[Fault, ...] = ()


class _RefusedError(Exception):
    """A file is refused; carries the fault, and never leaves this module."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.saw)
        self.fault = fault


def read_rows(
    path: Path, *, most_bytes: int = MOST_BYTES, most_rows: int = MOST_ROWS, separator: str = ""
) -> Rows:
    """Return the rows of a delimited file; a fault and no rows when it cannot be one.

    Nothing is raised.  The separator, unless it is given, is the one that the first line has
    most of; text is UTF-8, or else Windows-1252, with a remark.

    Args:
        path: The file.
        most_bytes: Greatest size that is read.
        most_rows: Most rows below the header that are read.
        separator: What sets the cells of a row apart.

    """
    try:
        _look_at(path, most_bytes)
        return _decoded(path, most_rows, separator)
    except _RefusedError as refused:
        return Rows(None, (refused.fault,))
    except OSError as error:
        return Rows(None, (unreadable(error.strerror or "cannot be opened"),))


def read_data(path: Path) -> Rows:
    """Return the rows of one of a district's own files: as ``read_rows``, with room for a state."""
    return read_rows(path, most_bytes=MOST_DATA_BYTES, most_rows=MOST_DATA_ROWS)


def read_text(path: Path, *, most_bytes: int = MOST_BYTES) -> tuple[str, tuple[Fault, ...]]:
    """Return a whole file's text; "" and a fault when it cannot be read.

    Args:
        path: The file.
        most_bytes: Greatest size that is read.

    """
    try:
        _look_at(path, most_bytes)
        content = path.read_bytes()
    except _RefusedError as refused:
        return "", (refused.fault,)
    except OSError as error:
        return "", (unreadable(error.strerror or "cannot be opened"),)
    for encoding, faults in _attempts():
        try:
            return content.decode(encoding), faults
        except UnicodeDecodeError:
            continue
    return "", (_not_text(),)


def rows_text(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as the text of a comma-separated file.

    Text that a spreadsheet would take for a formula gets an apostrophe, which ``read_rows``
    takes away again.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    found = _FORMULA.match
    writer.writerows([f"'{cell}" if cell and found(cell) else cell for cell in row] for row in rows)
    return out.getvalue()


def safe_cell(text: str) -> str:
    """Return a text as a cell of a CSV file: before what a spreadsheet would calculate stands '.

    ``read_rows`` takes the apostrophe away again; a negative number stays one.

    Example:
        >>> safe_cell("=1+1"), safe_cell("-5.25"), safe_cell("Chromebooks")
        ("'=1+1", '-5.25', 'Chromebooks')

    """
    return f"'{text}" if _FORMULA.match(text) else text


def rows_in(lines: Iterable[str]) -> Iterator[list[str]]:
    """Yield the rows that ``rows_text`` wrote; ``lines`` are some lines of its text, whole rows.

    Raises:
        csv.Error: They are no rows with commas.

    """
    return ([_bare(cell) for cell in row] for row in csv.reader(lines, strict=True))


def unreadable(why: str) -> Fault:
    """Return the fault of a file that cannot be read, for instance for want of permission."""
    return Fault(
        IntakeCode.UNREADABLE,
        f"The file cannot be read: {why}",
        "It is a text file that you may open",
        "Check its permissions, and that no other program holds it",
    )


def _look_at(path: Path, most_bytes: int) -> None:
    if not path.is_file():
        raise _RefusedError(unreadable("it is a folder or a device"))
    size = path.stat().st_size
    if size > most_bytes:
        raise _RefusedError(
            Fault(
                IntakeCode.TOO_LARGE,
                f"The file has {size:,} bytes",
                f"A file of a budget has at most {most_bytes:,}",
                "Check that it is the right file, and leave out what is no budget line",
            )
        )
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if b"\0" in head or head.startswith(b"PK\x03\x04"):
        raise _RefusedError(_not_text())


def _not_text() -> Fault:
    return Fault(
        IntakeCode.UNREADABLE,
        "The file is not plain text; it may be a workbook, or be written in UTF-16",
        "It is text in UTF-8",
        "Open it in your spreadsheet and save it as “CSV UTF-8”",
    )


def _attempts() -> Iterator[tuple[str, tuple[Fault, ...]]]:
    yield _ENCODINGS[0], ()
    fault = remark(
        IntakeCode.ENCODING,
        "The file is not UTF-8 and was read as Windows-1252",
        "Files are UTF-8, so that every name is kept",
    )
    yield _ENCODINGS[1], (fault,)


def _decoded(path: Path, most_rows: int, separator: str) -> Rows:
    for encoding, faults in _attempts():
        try:
            with path.open(encoding=encoding, newline="") as file:
                return Rows(_rows(file, most_rows, separator), faults)
        except UnicodeDecodeError:
            continue
    raise _RefusedError(_not_text())


def _rows(file: io.TextIOBase, most_rows: int, separator: str) -> list[list[str]]:
    likely = _separator(file.readline())
    file.seek(0)
    reader = csv.reader(file, delimiter=separator or likely, strict=True)
    rows: list[list[str]] = []
    try:
        rows.extend([_bare(cell) for cell in row] for row in islice(reader, most_rows + 2))
    except csv.Error as error:
        raise _RefusedError(_broken(len(rows) + 1, error)) from error
    if len(rows) > most_rows + 1:
        raise _RefusedError(
            Fault(
                IntakeCode.TOO_LARGE,
                f"The file has more than {most_rows:,} rows",
                f"A budget has at most {most_rows:,} of a kind",
                "Add up small items into one line, or split the budget by department",
            )
        )
    return rows


def _separator(line: str) -> str:
    plain = re.sub('"[^"]*"', "", line)
    return max(SEPARATORS, key=plain.count)


def _bare(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell) else cell


def _broken(row: int, error: csv.Error) -> Fault:
    return Fault(
        IntakeCode.UNREADABLE,
        f"Row {row} cannot be read: {error}",
        "Text with quotation marks begins and ends with one, and doubles those inside",
        "Look at the row for a quotation mark that is not closed",
    )
