"""What a person gives as a budget: a district folder, or a workbook that was filled."""

from __future__ import annotations

from pathlib import Path

from xlbudget.model import Budget
from xlbudget.model.finding import Finding
from xlbudget.model.folder import load_folder

_BOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})


def read_budget(path: Path) -> tuple[Budget | None, tuple[Finding, ...]]:
    """Return the budget that a folder or a workbook holds, and every finding.

    Args:
        path: A district folder, or a file whose name ends as a workbook's does.

    Returns:
        The budget, or None when a finding is fatal; and the findings in their order.

    Raises:
        FileError: There is no such folder or file, or it cannot be read as what it is.

    """
    if not is_book(path):
        return load_folder(path)
    from xlbudget.workbook.intake import load_workbook  # noqa: PLC0415 - a folder needs none of it

    return load_workbook(path)


def is_book(path: Path) -> bool:
    """Return whether a path is meant as a workbook; a folder may have any name."""
    return path.suffix.casefold() in _BOOKS and not path.is_dir()
