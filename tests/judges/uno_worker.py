"""Answers JSON lines with one LibreOffice process: ``python3 uno_worker.py SOFFICE PROFILE``.

One request a line, ``{"do": name, ...arguments}``; one answer a line, ``{"result": ...}`` or
``{"error": words}``. It ends, and soffice with it, when standard input is closed.
"""

import json
import signal
import sys
from pathlib import Path
from typing import Any

import uno
from uno_cells import code_of, formula_results, function_help, rows_of, write
from uno_office import Office, properties


class Worker:
    """The commands, each a method named as in the request."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.books: dict[int, Any] = {}

    def recalculate(self, path: str) -> dict[str, Any]:
        """Open a file, calculate every formula anew, and return what the formulas give."""
        document = self.office.load(path, ReadOnly=True)
        try:
            document.calculateAll()
            return formula_results(document)
        finally:
            document.close(True)

    def open(self, path: str) -> int:
        """Open an editable copy, calculated anew, and return its handle."""
        handle = max(self.books, default=0) + 1
        self.books[handle] = self.office.load(path, AsTemplate=True)
        self.books[handle].calculateAll()
        return handle

    def set(self, handle: int, sheet: str, cell: str, content: Any) -> None:
        """Write one cell."""
        write(self.books[handle], self._sheet(handle, sheet), cell, content)

    def get(self, handle: int, sheet: str, cells: list[str]) -> list[Any]:
        """Return the values of single cells, in the order asked."""
        source = self._sheet(handle, sheet)
        return [rows_of(source.getCellRangeByName(cell))[0][0] for cell in cells]

    def get_range(self, handle: int, sheet: str, area: str) -> list[list[Any]]:
        """Return the values of a range, row by row."""
        return rows_of(self._sheet(handle, sheet).getCellRangeByName(area))

    def get_exact(self, handle: int, sheet: str, area: str) -> list[list[Any]]:
        """Return the values of a range, an error as a list of its code."""
        return rows_of(self._sheet(handle, sheet).getCellRangeByName(area), code_of)

    def get_formula(self, handle: int, sheet: str, cell: str) -> str:
        """Return a cell's formula as LibreOffice writes it."""
        return str(self._sheet(handle, sheet).getCellRangeByName(cell).getFormula())

    def insert_rows(self, handle: int, sheet: str, row: int, count: int) -> None:
        """Insert empty rows before a row counted from one."""
        target = self._sheet(handle, sheet)
        if target.isProtected():
            raise PermissionError(f"{sheet} is protected: a person could not insert rows")
        target.getRows().insertByIndex(row - 1, count)

    def recalc(self, handle: int) -> dict[str, Any]:
        """Calculate every formula of an open book anew."""
        self.books[handle].calculateAll()
        return formula_results(self.books[handle])

    def calculate(self, handle: int) -> None:
        """Calculate every formula of an open book anew, and no more."""
        self.books[handle].calculateAll()

    def help_of(self, prefix: str) -> dict[str, Any]:
        """Return what the function wizard says about functions whose names begin so."""
        return function_help(self.office.create("com.sun.star.sheet.FunctionDescriptions"), prefix)

    def save_as(self, handle: int, path: str) -> None:
        """Write an open book to an .xlsx file."""
        self._export(self.books[handle], path, "Calc MS Excel 2007 XML")

    def to_pdf(self, path: str, pdf: str) -> None:
        """Print a workbook to a PDF file, as it looks when opened."""
        document = self.office.load(path, ReadOnly=True)
        try:
            self._export(document, pdf, "calc_pdf_Export")
        finally:
            document.close(True)

    def close(self, handle: int) -> None:
        """Close an open book without saving."""
        self.books.pop(handle).close(True)

    def close_all(self) -> None:
        """Close every open book without saving."""
        for handle in list(self.books):
            self.close(handle)

    def _sheet(self, handle: int, name: str) -> Any:
        return self.books[handle].Sheets.getByName(name)

    def _export(self, document: Any, path: str, filter_name: str) -> None:
        document.storeToURL(uno.systemPathToFileUrl(path), properties(FilterName=filter_name))


def answer(worker: Worker, line: str) -> dict[str, Any]:
    """Carry out one request and return its answer."""
    request = json.loads(line)
    try:
        return {"result": getattr(worker, request.pop("do"))(**request)}
    except Exception as error:  # noqa: BLE001 - every fault belongs to the one who asked
        return {"error": f"{type(error).__name__}: {error}"}


def serve(soffice: str, profile: str) -> None:
    """Start soffice, tell its process id, and answer until there are no more requests."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended while starting"))
    office = Office(soffice, Path(profile))
    try:
        print(json.dumps({"result": office.process.pid}), flush=True)  # noqa: T201 - the protocol
        worker = Worker(office)
        for line in sys.stdin:
            print(json.dumps(answer(worker, line)), flush=True)  # noqa: T201 - the protocol
        worker.close_all()
    finally:
        office.end()


if __name__ == "__main__":
    serve(*sys.argv[1:])
