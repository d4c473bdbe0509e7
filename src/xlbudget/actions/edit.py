"""An edit: one cell takes a value.  It names table, row and header, never an address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from xlbudget.actions.snapshot import Value


@dataclass(frozen=True, slots=True)
class TableEdit:
    """A cell of a table takes a value.

    Attributes:
        table: The table's name.
        row: The row of data, counted from 1; one below the last row makes the table grow.
        header: The header of the column.
        value: What the cell takes; None empties it.

    """

    table: str
    row: int
    header: str
    value: Value


@dataclass(frozen=True, slots=True)
class NameEdit:
    """A named input cell takes a value; None empties it."""

    name: str
    value: Value


Edit: TypeAlias = TableEdit | NameEdit
