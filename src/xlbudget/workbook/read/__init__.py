"""Reads a workbook that people have touched: its cells, tables, names and facts, within limits."""

from xlbudget.workbook.read.book import Book, Sheet, open_book
from xlbudget.workbook.read.cells import Cells, Stretch
from xlbudget.workbook.read.names import DefinedName
from xlbudget.workbook.read.tables import Table, TableColumn
from xlbudget.workbook.read.value import NOT_CALCULATED, ErrorValue, NotCalculated, Value

__all__ = [
    "NOT_CALCULATED",
    "Book",
    "Cells",
    "DefinedName",
    "ErrorValue",
    "NotCalculated",
    "Sheet",
    "Stretch",
    "Table",
    "TableColumn",
    "Value",
    "open_book",
]
