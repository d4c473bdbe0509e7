"""The parts of a workbook's package, as XML, and a small book to write."""

import zipfile
from datetime import date
from xml.etree import ElementTree as ET

from xlbudget.sheets.plan import Book, Calculated, Chart, Column, Role, Row, Series, Sheet, Table
from xlbudget.sheets.plan import column_range as span
from xlbudget.workbook.write import write_book

SPACES = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "d": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
}
MONEY = Table(
    name="Money",
    columns=(Column(header="What"), Column(header="One"), Column(header="Two")),
    rows=(Row(key="a", cells=("a", 1, 2)), Row(key="b", cells=("b", 3, 4))),
)


def series(name, column, **facts):
    """A series of the table Money."""
    return Series(name=name, values=span("Money", column), **facts)


def chart(kind, *of, **facts):
    """A chart of the table Money."""
    given = {
        "name": "C",
        "kind": kind,
        "finding": Calculated('="Two is more"', "Two is more"),
        "categories": span("Money", "What"),
        "series": of or (series("First", "One"),),
        "x_title": "Fiscal year",
        "y_title": "Dollars",
        "alt": "Two columns of two amounts each; the second is the greater one.",
    }
    return Chart(**(given | facts))


def book_of(*charts, tables=(MONEY,), **facts):
    """A book of one sheet."""
    sheet = Sheet(
        title="Data", role=Role.OUTPUT, says="Read it.", tables=tables, charts=charts, **facts
    )
    return Book(
        title="A budget",
        subject="Budget",
        author="xlbudget",
        sheets=(sheet,),
        names=(),
        opens_on="Data",
        created=date(2026, 7, 1),
    )


def part(path, name):
    """A part of a package by its name, as XML."""
    with zipfile.ZipFile(path) as package:
        return ET.fromstring(package.read(name))  # noqa: S314 - the file is ours


def written(book, folder, name):
    """A part of a book that was just written."""
    path = folder / "book.xlsx"
    write_book(book, path)
    return part(path, name)


def texts(element, path):
    """The texts of all elements at a path."""
    return [found.text for found in element.findall(path, SPACES)]


def values(element, path, attribute="val"):
    """An attribute of all elements at a path."""
    return [found.get(attribute) for found in element.findall(path, SPACES)]
