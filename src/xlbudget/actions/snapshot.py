"""A workbook as it stands, as plain data: what an action looks at before it plans anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from xlbudget.model import Budget
from xlbudget.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Formula:
    """What a person typed into an input cell as a formula, with its equals sign."""

    text: str


Value: TypeAlias = str | float | int | bool | date | Decimal | Formula | None
"""What a cell holds; None when it is blank."""


@dataclass(frozen=True, slots=True)
class TableNow:
    """A table as it stands.

    Attributes:
        name: Its name, as ``model.tables`` or the builder of its sheet has it.
        sheet: The tab where it stands.
        headers: Its headers as its builder has them, whatever a person renamed them to.
        rows: What its input cells hold, row by row from the first row of data, by header; blank
            rows that are left for more are there too.
        ids: The row of each record, counted from 1, by the record's own id.
        grows: Whether more rows than ``rows`` can be added, as Excel does.

    """

    name: str
    sheet: str
    headers: tuple[str, ...]
    rows: tuple[Mapping[str, Value], ...]
    ids: Mapping[str, int] = field(default_factory=dict)
    grows: bool = False

    def free_row(self) -> int | None:
        """Return the first blank row below the last filled one, from 1; None when there is none."""
        filled = [number for number, row in enumerate(self.rows, start=1) if any_filled(row)]
        free = max(filled, default=0) + 1
        return free if free <= len(self.rows) or self.grows else None


@dataclass(frozen=True, slots=True)
class Selection:
    """The cell that a person has selected.

    Attributes:
        sheet: Its tab.
        cell: Its address, as "C7".
        formula: Its formula with the equals sign; "" when it has none.
        value: What it shows.
        table: The table that it stands in; "" when it stands in none that is known.
        row: The row of that table, counted from 1.
        header: The header of its column; outside of tables the label of the figure.

    """

    sheet: str
    cell: str
    formula: str = ""
    value: Value = None
    table: str = ""
    row: int = 0
    header: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A workbook as it stands.

    Attributes:
        file: Its name, without a folder.
        day: Today, as the host has it.
        budget: The budget that it holds; None where a finding is fatal.
        findings: What intake and the rules found, with sheet, row and cell.
        tables: Its tables by name: those of the budget, and Findings.
        names: What its named input cells hold, by name.
        selection: The cell that is selected, where the host knows one.
        headlines: What the headline figures of Summary show, as it was last calculated, by label.
        copies: The kept copies of it, the newest first, named as the host lists them.

    """

    file: str
    day: date
    budget: Budget | None
    findings: tuple[Finding, ...] = ()
    tables: Mapping[str, TableNow] = field(default_factory=dict)
    names: Mapping[str, Value] = field(default_factory=dict)
    selection: Selection | None = None
    headlines: Mapping[str, Value] = field(default_factory=dict)
    copies: tuple[str, ...] = ()


def any_filled(row: Mapping[str, Value]) -> bool:
    """Return whether any cell of a row holds something."""
    return any(value not in (None, "") for value in row.values())
