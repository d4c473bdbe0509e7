"""Fills a template: cells take values, and nothing else in the workbook changes."""

from xlbudget.workbook.fill.book_values import book_values
from xlbudget.workbook.fill.fill import Filled, fill
from xlbudget.workbook.fill.prepared import Prepared, prepare
from xlbudget.workbook.fill.template import Template, fill_budget, open_template
from xlbudget.workbook.fill.value import Value

__all__ = [
    "Filled",
    "Prepared",
    "Template",
    "Value",
    "book_values",
    "fill",
    "fill_budget",
    "open_template",
    "prepare",
]
