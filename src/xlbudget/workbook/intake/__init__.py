"""From an open workbook to a budget: where its tables stand, and what their cells mean."""

from xlbudget.workbook.intake.records import (
    budget_in,
    holds_budget,
    load_workbook,
    said_of_book,
)

__all__ = ["budget_in", "holds_budget", "load_workbook", "said_of_book"]
