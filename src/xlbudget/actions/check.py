"""Check: what is found in the workbook, listed on its sheet Findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from xlbudget.actions.ask import Answers
from xlbudget.actions.edit import TableEdit
from xlbudget.actions.outcome import Outcome
from xlbudget.actions.request import Select
from xlbudget.actions.snapshot import Snapshot, TableNow
from xlbudget.model.finding import Finding, Severity, in_words, worst
from xlbudget.sheets.findings import HEADERS, finding_rows
from xlbudget.sheets.room import FINDINGS

_NEXT: Mapping[Severity | None, str] = {
    Severity.FATAL: "Mend what is fatal first; figures are not to be trusted before.",
    Severity.WARNING: "Correct each warning, or explain in writing why it stands.",
    Severity.INFORMATION: "Remarks are good to know; nothing needs to be done.",
    None: "Nothing is to be done.",
}


def check(snapshot: Snapshot, answers: Answers) -> Outcome:  # noqa: ARG001 - asks nothing
    """Return the edits that list what was found on the sheet Findings, and a count in words.

    Args:
        snapshot: The workbook, with its findings.
        answers: None are asked for.

    """
    found, table = snapshot.findings, snapshot.tables.get(FINDINGS)
    return Outcome(
        says=f"Found: {in_words(found)}. {_NEXT[worst(found)]}{_where(table, found)}",
        edits=tuple(_edits(table, found)) if table else (),
        requests=(Select(table.sheet),) if table else (),
        findings=found,
    )


def _edits(table: TableNow, found: Sequence[Finding]) -> Iterator[TableEdit]:
    """Yield the cells that are not as they should be; rows that are left over are emptied."""
    listed = finding_rows(found, max(1, len(table.rows)))
    blank = (None,) * len(HEADERS)
    for i, now in enumerate(table.rows):
        cells = listed[i] if i < len(listed) else blank
        for header, value in zip(HEADERS, cells, strict=True):
            if header in table.headers and value != (now.get(header) or None):
                yield TableEdit(table.name, i + 1, header, value)


def _where(table: TableNow | None, found: Sequence[Finding]) -> str:
    """Return where the findings are listed; "" when nothing is, or nowhere."""
    if not found or table is None:
        return ""
    if len(found) > len(table.rows):
        return f" The sheet {table.sheet} lists the gravest; xlbudget check lists them all."
    return f" The sheet {table.sheet} lists them."
