"""A small Excel behind xlwings' real classes: it holds a workbook's file, and records each call.

Only the objects of COM are made up.  What is written is kept as a person would have typed it; a
copy that is saved has it.
"""

# ruff: noqa: N802, N803 - the names are those of Excel

from functools import cache
from pathlib import Path
from types import SimpleNamespace

import xlwings as xw

from hosts.excel import pywin32
from xlbudget.actions.snapshot import Formula
from xlbudget.hosts.excel.live.unlocked import RIGHTS
from xlbudget.workbook.act.located import Located
from xlbudget.workbook.act.typed_in import typed_in
from xlbudget.workbook.intake.grid import address
from xlbudget.workbook.read import open_book
from xlbudget.workbook.read.address import parted

AUTOMATIC, MANUAL = -4105, -4135


class Application:
    """Excel itself."""

    def __init__(self, calls):
        self.calls = calls
        self.ScreenUpdating = True
        self.EnableEvents = True
        self.Calculation = AUTOMATIC
        self.StatusBar = False
        self.Selection = None
        self.Hwnd = 1

    def CalculateFull(self):
        self.calls.append(("CalculateFull",))

    @property
    def is_quiet(self):
        return not self.ScreenUpdating and not self.EnableEvents and self.Calculation == MANUAL


class Workbook:
    """The open workbook: a file, and what was typed since."""

    def __init__(self, path, full_name=""):
        self.path = Path(path)
        self.calls = []
        self.Application = Application(self.calls)
        self.Name = self.path.name
        self.FullName = full_name or str(path)
        self.typed = {}
        self.book = open_book(self.path)
        self.tabs = {sheet.name: Worksheet(self, sheet.name) for sheet in self.book.sheets}
        self.select(self.book.sheets[0].name, "A1")

    def Worksheets(self, name):
        return self.tabs[name]

    def SaveCopyAs(self, path):
        self.calls.append(("SaveCopyAs",))
        typed_in(self.book, self.typed.values()).write(Path(path))

    def select(self, sheet, cell):
        self.Application.Selection = Range(self.tabs[sheet], *parted(cell), 1, 1)

    @property
    def writes(self):
        return [call[1:] for call in self.calls if call[0] == "Formula"]


class Worksheet:
    """A tab; it refuses what is written while it is protected."""

    def __init__(self, book, name):
        self.Parent = book
        self.Name = name
        self.ProtectContents = False
        self.ProtectDrawingObjects = self.ProtectScenarios = True
        self.EnableSelection = 0
        self.password = ""
        self.allowed = {}
        self.ListObjects = [
            ListObject(self, table) for table in book.book.tables if table.sheet == name
        ]

    @property
    def Protection(self):
        return SimpleNamespace(**dict.fromkeys(RIGHTS, False) | self.allowed)

    def Unprotect(self, password):
        if password != self.password:
            raise pywin32.ComError("The password you supplied is not correct.")
        self.Parent.calls.append(("Unprotect", self.Name))
        self.ProtectContents = False

    def Protect(self, DrawingObjects, Contents, Scenarios, **allowed):
        self.Parent.calls.append(("Protect", self.Name))
        self.ProtectContents, self.allowed = Contents, allowed
        self.ProtectDrawingObjects, self.ProtectScenarios = DrawingObjects, Scenarios

    def Activate(self):
        self.Parent.calls.append(("Activate", self.Name))

    def Cells(self, row, column):
        return Range(self, int(row), int(column), 1, 1)

    def Range(self, first, last=None):
        if isinstance(first, str):
            start, _, end = first.partition(":")
            top, left = parted(start)
            bottom, right = parted(end or start)
        else:
            top, left, bottom, right = first.Row, first.Column, last.Row, last.Column
        return Range(self, top, left, bottom - top + 1, right - left + 1)

    def ExportAsFixedFormat(self, Type, Filename):
        assert Type == 0  # PDF
        self.Parent.calls.append(("ExportAsFixedFormat", self.Name))
        Path(Filename).write_bytes(b"%PDF-1.7")


class Range:
    """Cells of a tab."""

    def __init__(self, sheet, row, column, rows, columns):
        self.Worksheet = sheet
        self.Row, self.Column = row, column
        self.Rows, self.Columns = SimpleNamespace(Count=rows), SimpleNamespace(Count=columns)
        self.Count = rows * columns
        self.Application = sheet.Parent.Application

    @property
    def Address(self):
        return self.GetAddress()

    def GetAddress(self, *_arguments):
        return address(self.Row, self.Column)

    def Select(self):
        self.Worksheet.Parent.calls.append(("Select", self.Worksheet.Name, self.Address))

    @property
    def Formula(self):
        raise AssertionError("cells are read from the saved copy")

    @Formula.setter
    def Formula(self, rows):
        sheet, book = self.Worksheet, self.Worksheet.Parent
        if sheet.ProtectContents:
            raise pywin32.ComError("The cell is protected.")
        assert book.Application.is_quiet
        shape = self.Rows.Count, self.Columns.Count
        assert (len(rows), len(rows[0])) == shape
        book.calls.append(("Formula", sheet.Name, self.Address, shape))
        for i, row in enumerate(rows):
            for j, value in enumerate(row):
                place = self.Row + i, self.Column + j
                book.typed[sheet.Name, *place] = Located(sheet.Name, *place, _taken(value), "", "")


class ListObject:
    """A table."""

    def __init__(self, sheet, table):
        self.sheet = sheet
        start, _, end = table.ref.partition(":")
        top, left = parted(start)
        bottom, right = parted(end)
        self.Name = table.name
        self.Range = Range(sheet, top, left, bottom - top + 1, right - left + 1)
        self.ListRows = SimpleNamespace(Add=self._add)

    def _add(self, AlwaysInsert):
        assert AlwaysInsert
        self.sheet.Parent.calls.append(("ListRows.Add", self.Name))


def _taken(typed):
    """Return what Excel makes of what is typed, or fail where it would make something else."""
    if not isinstance(typed, str):
        return typed
    if typed.startswith("'"):
        return typed[1:]
    if typed.startswith("="):
        return Formula(typed)
    assert typed == "", f"Excel would make what it likes of {typed!r}"
    return None


@cache
def _windows():
    pywin32.server()
    return xw._xlwindows  # noqa: SLF001 - the classes that xlwings has on Windows


def opened(workbook):
    """Return a workbook as xlwings gives it: its own class around our objects."""
    return xw.Book(impl=_windows().Book(xl=workbook))
