"""The workbook of a comparison: its headline figures and totals, and the lines that differ."""

from __future__ import annotations

from datetime import date

from xlbudget.analysis.comparison import Comparison
from xlbudget.sheets.comparison_figures import figures_sheet
from xlbudget.sheets.comparison_lines import lines_sheet
from xlbudget.sheets.plan import Book


def comparison_book(comparison: Comparison, old: str, new: str, created: date) -> Book:
    """Return the workbook of a comparison as data: a sheet of figures and a sheet of lines.

    Args:
        comparison: What differs.
        old: What people call the budget before, such as its folder.
        new: What they call the budget after.
        created: The day that its properties tell.

    """
    between = f"Before: {old}. After: {new}."
    return Book(
        title="Comparison of two budgets",
        subject=between,
        author="xlbudget",
        sheets=(figures_sheet(comparison, between), lines_sheet(comparison, between)),
        names=(),
        opens_on="Figures",
        created=created,
    )
