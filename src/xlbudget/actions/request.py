"""A request: what an action wants done that only the host can do, such as writing a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from xlbudget.sheets.plan import Book


@dataclass(frozen=True, slots=True)
class Calculate:
    """Calculate the whole workbook anew."""


@dataclass(frozen=True, slots=True)
class Select:
    """Show a cell to the person: a tab, and an address on it."""

    sheet: str
    cell: str = "A1"


@dataclass(frozen=True, slots=True)
class KeepCopy:
    """Keep a copy of the workbook as it stands, beside it; ``reason`` says before what."""

    reason: str


@dataclass(frozen=True, slots=True)
class RestoreCopy:
    """Give the input cells back what they held in a kept copy, named as the host listed it."""

    copy: str


@dataclass(frozen=True, slots=True)
class WriteWorkbook:
    """Write a new workbook; "" for the path lets the host choose or ask."""

    book: Book
    path: str
    says: str


@dataclass(frozen=True, slots=True)
class ExportPages:
    """Export a sheet as pages to print or mail, in PDF."""

    sheet: str
    path: str


@dataclass(frozen=True, slots=True)
class FreezeCopy:
    """Write a copy in which the functions of xlbudget are values, safe to mail."""

    path: str


@dataclass(frozen=True, slots=True)
class CollectReturns:
    """Collect what came back from the schools: the campaign's folder, and where the files lie."""

    campaign: str
    inbox: str


Request: TypeAlias = (
    Calculate
    | Select
    | KeepCopy
    | RestoreCopy
    | WriteWorkbook
    | ExportPages
    | FreezeCopy
    | CollectReturns
)
