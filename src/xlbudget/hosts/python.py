"""xlbudget for Python programs: read a district folder or a filled workbook, and judge it."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from xlbudget.errors import BudgetError
from xlbudget.hosts.given import read_budget
from xlbudget.model import Budget
from xlbudget.model.finding import Finding, Severity
from xlbudget.model.rules import findings_of


def load(folder: str | PathLike[str]) -> Budget:
    """Return the budget that a district folder or a filled workbook holds.

    Args:
        folder: A folder with ``district.toml``, ``line_items.csv`` and what else there is; or a
            workbook that xlbudget made and people filled, ``budget.xlsx``.

    Raises:
        BudgetError: Findings are fatal; its text lists them all.
        FileError: There is no such folder or file, or it is no workbook that can be read.

    """
    budget, found = read_budget(Path(folder))
    if budget is None:
        raise refusal(found, str(folder))
    return budget


def findings(budget: Budget) -> tuple[Finding, ...]:
    """Return what the rules find in a budget: faults, and what is worth knowing."""
    return tuple(findings_of(budget))


def refusal(found: Iterable[Finding], place: str) -> BudgetError:
    """Return the error that lists every fatal finding of a budget.

    Args:
        found: The findings; those that are not fatal are left out.
        place: The folder, or the name of the district.

    """
    fatal = [finding for finding in found if finding.severity is Severity.FATAL]
    noun = "finding is" if len(fatal) == 1 else "findings are"
    listed = "".join(f"\n{number}. {finding}" for number, finding in enumerate(fatal, start=1))
    return BudgetError(
        saw=f"{len(fatal)} {noun} fatal",
        wants="A budget without fatal findings is read and written",
        fix=f"Mend what follows{listed}\n",
        place=place,
    )
