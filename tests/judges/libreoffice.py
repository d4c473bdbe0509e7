"""LibreOffice as a judge: it recalculates our workbooks, and edits them as a person would.

Values: a number, date or truth value is a float (LibreOffice keeps TRUE as 1.0 and a date as its
serial number), text is a str, an empty cell is "", an error is Excel's text for it ("#DIV/0!").
"""

import contextlib
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from judges.uno_client import SYSTEM_PYTHON, LibreOfficeError, UnoClient

__all__ = [
    "CalcError",
    "ErrorCell",
    "FunctionHelp",
    "LibreOffice",
    "LibreOfficeError",
    "Recalculated",
    "what_is_missing",
]

Value = float | str
OLDEST = (25, 2)


@dataclass(frozen=True)
class ErrorCell:
    """A formula cell that holds an error."""

    sheet: str
    cell: str
    error: str


@dataclass(frozen=True)
class CalcError:
    """An error by LibreOffice's own code: 504 and others have no text in Excel."""

    code: int


@dataclass(frozen=True)
class Recalculated:
    """What every formula of a workbook gives, by sheet and cell; the errors once more alone."""

    values: dict[str, dict[str, Value]]
    errors: list[ErrorCell]


@dataclass(frozen=True)
class FunctionHelp:
    """What the function wizard says: a sentence, and name, sentence, optional of arguments."""

    says: str
    category: int
    arguments: list[tuple[str, str, bool]]


def what_is_missing() -> str:
    """Return in words what keeps LibreOffice from judging here, or "" when all is there."""
    soffice = shutil.which("soffice")
    if soffice is None:
        return "LibreOffice is not installed"
    told = subprocess.run([soffice, "--version"], capture_output=True, text=True, check=False)
    version = re.search(r"LibreOffice (\d+)\.(\d+)", told.stdout)
    if version is None or tuple(map(int, version.groups())) < OLDEST:
        return f"LibreOffice 25.2 or newer is needed, this is {told.stdout.strip() or 'none'}"
    with contextlib.suppress(OSError):
        if subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], check=False).returncode == 0:
            return ""
    return f"{SYSTEM_PYTHON} cannot import uno (Debian's python3-uno)"


class LibreOffice:
    """One private LibreOffice process; use it in a ``with`` block, or call ``end``.

    Its fresh profile folder may be prepared before it starts (``judges.unopkg`` puts extensions
    into one).
    """

    def __init__(self, prepare: Callable[[Path], object] | None = None) -> None:
        self._client = UnoClient(prepare=prepare)
        self._ask = self._client.ask

    def recalculate(self, path: Path | str) -> Recalculated:
        """Calculate every formula of a file anew (never trusting its cached values)."""
        return _recalculated(self._ask("recalculate", path=_absolute(path)))

    def open(self, path: Path | str) -> int:
        """Open an editable copy of a file, calculated anew, and return its handle."""
        return int(self._ask("open", path=_absolute(path)))

    def set(self, handle: int, sheet: str, cell: str, content: Value | None) -> None:
        """Put a number, text, "=formula" as Excel writes it, or nothing (None) into a cell.

        Text behind an apostrophe stays text.  A locked cell of a protected sheet is refused; a
        validation rule is not looked at.
        """
        self._ask("set", handle=handle, sheet=sheet, cell=cell, content=content)

    def get(self, handle: int, sheet: str, *cells: str) -> list[Value]:
        """Return the values of single cells, in the order asked."""
        return list(self._ask("get", handle=handle, sheet=sheet, cells=cells))

    def get_range(self, handle: int, sheet: str, area: str) -> list[list[Value]]:
        """Return the values of a range such as "A1:C9", row by row."""
        return list(self._ask("get_range", handle=handle, sheet=sheet, area=area))

    def get_exact(self, handle: int, sheet: str, area: str) -> list[list[Value | CalcError]]:
        """Return the values of a range row by row, with LibreOffice's own codes of errors."""
        rows = self._ask("get_exact", handle=handle, sheet=sheet, area=area)
        return [[CalcError(*v) if isinstance(v, list) else v for v in row] for row in rows]

    def get_formula(self, handle: int, sheet: str, cell: str) -> str:
        """Return a cell's formula as LibreOffice writes it."""
        return str(self._ask("get_formula", handle=handle, sheet=sheet, cell=cell))

    def insert_rows(self, handle: int, sheet: str, row: int, count: int = 1) -> None:
        """Insert empty rows before a row (counted from one); a protected sheet refuses."""
        self._ask("insert_rows", handle=handle, sheet=sheet, row=row, count=count)

    def recalc(self, handle: int) -> Recalculated:
        """Calculate every formula of an open book anew and return all results."""
        return _recalculated(self._ask("recalc", handle=handle))

    def calculate(self, handle: int) -> None:
        """Calculate every formula of an open book anew, and no more."""
        self._ask("calculate", handle=handle)

    def help_of(self, prefix: str) -> dict[str, FunctionHelp]:
        """Return what the function wizard says about functions whose names begin so."""
        found = self._ask("help_of", prefix=prefix)
        return {name: FunctionHelp(*said) for name, said in found.items()}

    def save_as(self, handle: int, path: Path | str) -> None:
        """Save an open book as an .xlsx file, as a person on LibreOffice would."""
        self._ask("save_as", handle=handle, path=_absolute(path))

    def close(self, handle: int) -> None:
        """Close an open book without saving."""
        self._ask("close", handle=handle)

    def to_pdf(self, path: Path | str, folder: Path | str) -> Path:
        """Print a workbook into a folder and return the PDF's path."""
        pdf = Path(_absolute(folder)) / f"{Path(path).stem}.pdf"
        pdf.parent.mkdir(parents=True, exist_ok=True)
        self._ask("to_pdf", path=_absolute(path), pdf=str(pdf))
        return pdf

    def end(self) -> None:
        """End LibreOffice and remove its profile; nothing is left behind."""
        self._client.end()

    @property
    def process_id(self) -> int | None:
        """The soffice process, which leads a session of its own."""
        return self._client.office_process

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()


def _absolute(path: Path | str) -> str:
    return str(Path(path).resolve())


def _recalculated(answer: dict[str, Any]) -> Recalculated:
    return Recalculated(answer["values"], [ErrorCell(*error) for error in answer["errors"]])
