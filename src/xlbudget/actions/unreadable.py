"""What every action says of a workbook that it cannot work with."""

from __future__ import annotations

from xlbudget.actions.outcome import Outcome
from xlbudget.actions.snapshot import Snapshot


def unreadable(snapshot: Snapshot) -> Outcome:
    """Return the refusal for a workbook that has a fatal finding, with what was found."""
    return Outcome(
        says="The workbook cannot be read whole. Check it first, mend what is fatal, then try "
        "again.",
        findings=snapshot.findings,
        refused=True,
    )


def lacking(table: str) -> Outcome:
    """Return the refusal for a workbook that lacks a table."""
    return Outcome(
        says=f"The workbook has no table {table}. Bring it up to date with: xlbudget migrate BOOK",
        refused=True,
    )
