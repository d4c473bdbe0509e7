"""How another system's table becomes one of ours: which column is which field, and the rest."""

from __future__ import annotations

from collections.abc import Mapping as ByName
from dataclasses import dataclass, field

from xlbudget.model.crosswalk import Crosswalk
from xlbudget.model.field import Kind
from xlbudget.model.header import Column
from xlbudget.model.tables import TABLES, Table

IMPORTED = {table.file.removesuffix(".csv"): table for table in TABLES if table.file in {
    "line_items.csv", "funding.csv", "goals.csv", "schools.csv",
}}  # fmt: skip
AS_WRITTEN, REVERSED = "as written", "reversed"
DELIMITERS = {",": ",", ";": ";", "tab": "\t", "\t": "\t"}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a field's text comes from: a column, or one part of it, counted from 1."""

    column: str
    separator: str = ""
    part: int = 0

    def text(self, cell: str) -> str | None:
        """Return the text of the field; None when the cell has too few parts."""
        if not self.separator or not cell.strip():
            return cell
        parts = cell.split(self.separator)
        return parts[self.part - 1] if self.part <= len(parts) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """How the rows of a file become records of a table."""

    table: Table
    columns: tuple[tuple[Column, Origin], ...]
    constants: tuple[tuple[Column, str], ...] = ()
    codes: ByName[str, Crosswalk] = field(default_factory=dict)
    skip: ByName[str, tuple[str, ...]] = field(default_factory=dict)  # patterns by column
    number_ids: str = ""  # what the ids of rows begin with that have none of their own
    sheet: str = ""
    delimiter: str = ""
    header_row: int = 1
    decimal_comma: bool = False
    is_reversed: bool = False  # money is written with the other sign

    @property
    def needed(self) -> tuple[str, ...]:
        """Return the columns that the file must have."""
        return tuple(dict.fromkeys((*(origin.column for _, origin in self.columns), *self.skip)))

    @property
    def given(self) -> frozenset[str]:
        """Return the fields that it tells for every record."""
        return frozenset(column.name for column, _ in (*self.columns, *self.constants))

    def is_summed(self, column: Column) -> bool:
        """Return whether a column has a control total: amounts and numbers without codes."""
        is_amount = column.field.kind in (Kind.MONEY, Kind.NUMBER) or column.year is not None
        return is_amount and column.name not in self.codes
