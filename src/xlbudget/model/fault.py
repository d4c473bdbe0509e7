"""What is wrong with a file, row or cell, before it is known where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.finding_code import FindingCode

_SHOWN = 40


class IntakeCode(FindingCode):
    """The kinds of findings that intake makes; the manual lists them from here."""

    MISSING_FILE = "XLI-01", "A file that is needed is not in the folder."
    UNREADABLE = "XLI-02", "A file is not readable as what its name says."
    TOO_LARGE = "XLI-03", "A file is larger, or has more rows, than a budget may have."
    ENCODING = "XLI-04", "A file is not written in UTF-8."
    HEADER = "XLI-05", "A column is missing, repeated, or not known."
    ROW = "XLI-06", "A row has more or fewer cells than the header."
    TEXT = "XLI-07", "A text is too long, or has characters that no cell can hold."
    ID = "XLI-08", "An id has characters that spreadsheets misread."
    NUMBER = "XLI-09", "A cell that should hold a number does not."
    BOUNDS = "XLI-10", "A number is outside what its column allows."
    ROUNDING = "XLI-11", "A number had more digits than are kept, and was rounded."
    CHOICE = "XLI-12", "A word is none of the column's choices."
    DATE = "XLI-13", "A cell that should hold a date does not."
    YES_NO = "XLI-14", "A cell that should say yes or no does not."
    NO_VALUE = "XLI-15", "A cell of a workbook shows an error, or was never calculated."
    FORM = "XLI-16", "A cell of a workbook holds its value in another form, such as a formula."
    STANDS = "XLI-17", "A table of a workbook, or a row of it, is not where formulas look for it."
    OPEN = "XLI-18", "A program has the workbook open, so that the file may lack the last changes."


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault without its place."""

    code: str
    saw: str
    wants: str
    fix: str
    severity: Severity = Severity.FATAL

    def at(self, place: Place) -> Finding:
        """Return the finding that this fault is, at a place."""
        return Finding(self.severity, self.code, place, self.saw, self.wants, self.fix)


class Parsed(NamedTuple):
    """A value, and what is to be said about the text that it came from."""

    value: object
    faults: tuple[Fault, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether a fault is fatal, so that there is no value."""
        return any(fault.severity is Severity.FATAL for fault in self.faults)


def refusal(code: IntakeCode, saw: str, wants: str, fix: str) -> Parsed:
    """Return the outcome of reading a text that means nothing in its column."""
    return Parsed(None, (Fault(code, saw, wants, fix),))


def remark(code: IntakeCode, saw: str, wants: str) -> Fault:
    """Return a fault that was mended on the way in."""
    return Fault(code, saw, wants, "Nothing needs to be done", Severity.INFORMATION)


def percent(share: Decimal) -> str:
    """Return a fraction of 1 as a percentage in words: ``15 %``."""
    return f"{float(share) * 100:.6g} %"


def short(text: str) -> str:
    """Return a person's words on one line and not too long."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def shown(text: str) -> str:
    """Return a person's words in quotation marks, on one line and not too long."""
    return f"“{short(text)}”"
