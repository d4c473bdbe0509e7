"""xlbudget for Python programs: write a budget's workbook."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from xlbudget.errors import UnknownChoiceError
from xlbudget.hosts.python import findings, refusal
from xlbudget.model import Budget
from xlbudget.model.finding import Severity, worst
from xlbudget.sheets.book import district_book
from xlbudget.sheets.identity import NONE, identity_of
from xlbudget.workbook.save import save_book

EDITIONS = ("working", "accessible")


def write(
    budget: Budget,
    path: str | PathLike[str],
    edition: str = "working",
    force: bool = False,
) -> Path:
    """Write a budget as the standard district workbook, and return where it went.

    Args:
        budget: The budget.
        path: Where the file goes; its name ends in ``.xlsx``.
        edition: ``working``, or ``accessible``: no fills on inputs, no frozen panes.
        force: Whether a file that stands there is replaced; a dated copy of it is kept.

    Raises:
        BudgetError: Findings are fatal; its text lists them, and nothing is written.
        FileError: The file cannot go there; ``workbook.save`` tells each refusal.
        UnknownChoiceError: There is no such edition.

    """
    if edition not in EDITIONS:
        raise UnknownChoiceError(
            saw=f"There is no edition “{edition}”",
            wants=f"An edition is {' or '.join(EDITIONS)}",
            fix="Take one of these words",
        )
    found = findings(budget)
    if worst(found) is Severity.FATAL:
        raise refusal(found, budget.district.name)
    book = district_book(budget, found, edition, identity=identity_of(budget, NONE))
    return save_book(book, Path(path), force=force).path
