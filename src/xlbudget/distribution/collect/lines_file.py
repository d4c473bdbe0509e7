"""The lines of last year in a campaign's copy of its district: each school's, when it is asked for.

A state's copy has hundreds of thousands of lines.  No process holds them: it knows where those of
each school stand in the file.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from xlbudget.distribution.packs import keys_of
from xlbudget.model.delimited import rows_in
from xlbudget.model.finding import Place
from xlbudget.model.line_item import LineItem
from xlbudget.model.table import Reading, read_table
from xlbudget.model.tables import table_of

_TABLE = table_of(LineItem)
_SCHOOL, _LINE = "school_id", "line_id"


@dataclass(frozen=True, slots=True)
class LinesFile:
    """Where the lines of each school stand in a file; made by ``lines_file``.

    Attributes:
        path: The file.
        header: Its first row.
        years: Fiscal years of the plan.
        comma: Whether a comma sets decimals apart.
        parts: First and last byte of rows that stand together, by the school in small letters.

    """

    path: Path
    header: list[str]
    years: Sequence[int]
    comma: bool
    parts: Mapping[str, list[tuple[int, int]]]

    def of(self, school_id: str) -> Reading:
        """Return the lines of a school, and what is wrong with them.

        Raises:
            OSError: The file cannot be read any more.

        """
        rows = [self.header]
        with self.path.open("rb") as file:
            for start, end in self.parts.get(school_id.casefold(), ()):
                file.seek(start)
                text = file.read(end - start).decode("utf-8")
                rows += rows_in(io.StringIO(text, newline="\n"))
        place = Place(file=self.path.name)
        return read_table(_TABLE, rows, place=place, years=self.years, decimal_comma=self.comma)


def lines_file(path: Path, years: Sequence[int], *, comma: bool = False) -> LinesFile | None:
    """Return where the lines of each school stand; None unless it is as ``save_folder`` writes it.

    Args:
        path: The file of lines.
        years: Fiscal years of the plan.
        comma: Whether a comma, not a point, sets decimals apart.

    Raises:
        OSError: The file cannot be read.

    """
    parts: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    with path.open("rb") as file:
        lines = _Lines(file)
        rows = rows_in(lines)
        try:
            header = next(rows, [])
            if not {_SCHOOL, _LINE} <= set(header):
                return None
            school, line = header.index(_SCHOOL), header.index(_LINE)
            start = lines.at
            for row in rows:
                for key in keys_of(row[school], row[line]):
                    _add(parts[key], start, lines.at)
                start = lines.at
        except (csv.Error, UnicodeDecodeError, IndexError):
            return None
    return LinesFile(path, header, years, comma, dict(parts))


class _Lines(Iterable[str]):
    """The lines of a file, and how many bytes of it were taken."""

    def __init__(self, file: BinaryIO) -> None:
        self.at = 0
        self._file = file

    def __iter__(self) -> Iterator[str]:
        for line in self._file:
            self.at += len(line)
            yield line.decode("utf-8")


def _add(parts: list[tuple[int, int]], start: int, end: int) -> None:
    """Add a row to the parts of a school; rows that stand together are one part."""
    if parts and parts[-1][1] == start:
        start = parts.pop()[0]
    parts.append((start, end))
