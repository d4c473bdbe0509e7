"""Where a record of a budget stands, for the findings of rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from xlbudget.model.budget import Budget
from xlbudget.model.choices import LineStatus
from xlbudget.model.finding import Finding, Place, Rule, Severity
from xlbudget.model.line_item import LineItem
from xlbudget.model.tables import Table, table_of

Record = TypeVar("Record")


def place_of(record: object, index: int = 0, column: str = "") -> Place:
    """Return the place of a record: rows as in a file of ``save_folder``, the header row 1.

    Args:
        record: A record of any table.
        index: Its position in the table, from 0.
        column: Name of the column that is meant.

    """
    table = table_of(type(record))
    return Place(file=table.file, row=index + 2, column=column, record=table.id_of(record))


def placed(budget: Budget, record: type[Record]) -> Iterator[tuple[Place, Record]]:
    """Yield each record of a type with its place, in order."""
    return placed_in(budget, table_of(record))


def placed_in(budget: Budget, table: Table) -> Iterator[tuple[Place, Any]]:
    """Yield each record of a table with its place, in order."""
    for index, item in enumerate(table.records(budget)):
        yield place_of(item, index), item


def asked_lines(budget: Budget) -> Iterator[tuple[Place, LineItem]]:
    """Yield each line that is asked for, which is all but the lapsed ones, with its place."""
    for place, line in placed(budget, LineItem):
        if line.status != LineStatus.LAPSED:
            yield place, line


def found(
    rule: Rule,
    place: Place,
    column: str = "",
    *,
    saw: str,
    wants: str,
    fix: str,
    severity: Severity | None = None,
) -> Finding:
    """Return a finding of a rule.

    Args:
        rule: The rule.
        place: The record's place.
        column: Name of the column that is meant.
        saw: What was seen.
        wants: What is allowed.
        fix: What to do.
        severity: How grave it is, where that is not the rule's own severity.

    """
    where = replace(place, column=column) if column else place
    return Finding(severity or rule.severity, rule.code, where, saw, wants, fix)


def relocated(
    findings: Iterable[Finding], rows: Mapping[str, Sequence[int]]
) -> tuple[Finding, ...]:
    """Return findings of rules with the rows in which their records truly stood.

    Args:
        findings: Findings whose rows are as in a file of ``save_folder``.
        rows: For each file the row of each of its records, in order.

    """
    return tuple(_relocated(finding, rows.get(finding.place.file, ())) for finding in findings)


def _relocated(finding: Finding, rows: Sequence[int]) -> Finding:
    row = finding.place.row
    if row is None or row - 2 >= len(rows):
        return finding
    return replace(finding, place=replace(finding.place, row=rows[row - 2]))
