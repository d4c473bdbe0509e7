"""From an open workbook to a budget: where its tables stand, and what their cells mean."""

from xlbudget.workbook.intake.records import load_workbook

__all__ = ["load_workbook"]
