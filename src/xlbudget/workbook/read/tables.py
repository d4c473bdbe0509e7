"""The tables of a sheet: their areas, headers and calculated columns."""

from __future__ import annotations

from dataclasses import dataclass

from xlbudget.workbook.elements import Element, elements
from xlbudget.workbook.read.xml_text import words

_NAMES = ("table", "tableColumns", "tableColumn", "calculatedColumnFormula", "totalsRowFormula")


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table: its header, and its formulas without the equals sign; "" for none."""

    name: str
    formula: str = ""
    totals_formula: str = ""
    totals_label: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a sheet.

    Attributes:
        name: Its name in formulas.
        sheet: The sheet it stands on.
        ref: Its area with header and totals, such as "A5:P40".
        columns: Its columns, from the left.
        has_header: Whether its first row is the header.
        has_totals: Whether its last row is a row of totals.

    """

    name: str
    sheet: str
    ref: str
    columns: tuple[TableColumn, ...]
    has_header: bool = True
    has_totals: bool = False


def read_table(data: bytes, sheet: str, place: str) -> Table | None:
    """Return the table that a part describes; None when it describes none.

    Raises:
        UnreadableFileError: The part is not sound.

    """
    root = next(iter(elements(data, _NAMES, place)), None)
    if root is None or root.name != "table":
        return None
    facts, held = root.facts, root.child("tableColumns")
    return Table(
        words(facts.get("displayName") or facts.get("name", "")),
        sheet,
        facts.get("ref", ""),
        tuple(_column(column) for column in held.inside) if held else (),
        has_header=facts.get("headerRowCount", "1") != "0",
        has_totals=facts.get("totalsRowCount", "0") != "0",
    )


def _column(element: Element) -> TableColumn:
    formula, totals = element.child("calculatedColumnFormula"), element.child("totalsRowFormula")
    return TableColumn(
        words(element.facts.get("name", "")),
        formula.text.strip() if formula else "",
        totals.text.strip() if totals else "",
        words(element.facts.get("totalsRowLabel", "")),
    )
