"""Write next year's budget as a folder, its lines some thousand at a time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from xlbudget.distribution.consolidate.answers import CHUNK
from xlbudget.distribution.roll.next_budget import Rolled
from xlbudget.model.delimited import rows_text
from xlbudget.model.folder import save_folder
from xlbudget.model.line_item import LineItem
from xlbudget.model.table import table_rows
from xlbudget.model.tables import table_of

_LINES = table_of(LineItem)


def save_next(rolled: Rolled, folder: Path, *, chunk: int = CHUNK) -> None:
    """Write next year's budget as a folder that ``load_folder`` reads.

    Args:
        rolled: The budget.
        folder: The folder; it is not there yet.
        chunk: Lines in memory at a time.

    Raises:
        LockedFileError: The folder may not be written to.

    """
    save_folder(rolled.budget, folder)
    lines = rolled.next_lines()
    with (folder / _LINES.file).open("wb") as file:
        file.write(_text((), rolled.years, first=0))
        while some := tuple(islice(lines, chunk)):
            file.write(_text(some, rolled.years, first=1))


def _text(lines: Sequence[LineItem], years: Sequence[int], first: int) -> bytes:
    """Return lines as rows of the file; ``first`` 0 is with the header."""
    return rows_text(table_rows(_LINES, lines, years)[first:]).encode()
