"""What a sheet is made of, as plain data: no colors, no addresses, no file library.

A builder returns a ``Sheet``; a layout gives every cell its address; one writer makes the file.
A calculated cell carries its formula and the value that Python computed for it.  In a formula a
cell of another block is named by a token that the layout turns into an address:
``ref("Gap", "gap", "Year 1")``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Role(StrEnum):
    """What a sheet is for; its tab color follows."""

    ABOUT = "about"
    INPUT = "input"
    DATA = "data"
    CALCULATION = "calculation"
    OUTPUT = "output"
    CHECK = "check"
    LIST = "list"
    LOG = "log"


class Part(StrEnum):
    """What a column is for; fill and lock follow."""

    KEY = "key"
    INPUT = "input"
    CALCULATION = "calculation"
    OUTPUT = "output"
    LABEL = "label"


class Form(StrEnum):
    """How a value is shown."""

    TEXT = "text"
    WRAPPED = "wrapped text"
    LABEL = "label of another record"
    LINK = "link to another cell"
    WHOLE = "whole number"
    NUMBER = "number"
    PLAIN = "plain number"
    FACTOR = "factor"
    DOLLARS = "whole dollars"
    CENTS = "dollars and cents"
    CURRENCY = "dollars with their sign"
    SHARE = "share"
    RATE = "rate"
    YEAR = "fiscal year"
    DATE = "date"


class Emphasis(StrEnum):
    """How a row stands out."""

    NONE = "none"
    TOTAL = "total"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Calculated:
    """A calculated cell: the formula a person sees, and the value Python computed."""

    formula: str
    value: str | float | int | Decimal | bool


@dataclass(frozen=True, slots=True)
class Link:
    """A cell that leads to another sheet of the workbook, or to a cell named by a token."""

    text: str
    sheet: str
    cell: str = "A1"


@dataclass(frozen=True, slots=True)
class Spilled:
    """The first cell of an array formula, and how many cells it takes.

    The cells beside and below it hold their values as plain cells; the block is ``plain``.
    """

    formula: str
    value: str | float
    rows: int
    columns: int


Cell = str | float | int | Decimal | date | bool | None | Calculated | Link | Spilled


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table.

    With a ``formula`` every cell of the column is calculated by it, and the rows hold values.
    ``choices`` names a list; ``good`` is the word that means that nothing is to be done.
    """

    header: str
    part: Part = Part.CALCULATION
    form: Form = Form.TEXT
    width: float = 12
    says: str = ""
    choices: str = ""
    low: float | None = None
    high: float | None = None
    unit: str = ""
    formula: str = ""
    good: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table: the key by which formulas name it, and its cells.

    ``takes`` says what the input cell of this row takes, where rows differ.
    """

    key: str
    cells: tuple[Cell, ...]
    emphasis: Emphasis = Emphasis.NONE
    form: Form | None = None
    takes: Column | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A block with one header row; ``labels`` stand in the row above the header.

    A ``plain`` block is no table of the spreadsheet, where no array formula may stand.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    heading: str = ""
    says: str = ""
    labels: tuple[Cell, ...] = ()
    spare_rows: int = 0
    spare_cells: tuple[Cell, ...] = ()
    filtered: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Headline:
    """A figure at the head of a sheet: a label above, the figure below."""

    label: str
    cell: Cell
    form: Form = Form.DOLLARS


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A series of a chart: its name, its values by tokens, and its place in the palette."""

    name: str
    values: str
    line: bool = False
    color: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart: a finding in a cell above it, the series, and the text for those who cannot see.

    ``from_zero`` holds the value axis at zero: for columns whose amounts are never negative.
    """

    name: str
    kind: str
    finding: Calculated
    categories: str
    series: tuple[Series, ...]
    x_title: str
    y_title: str
    alt: str
    number: str = "#,##0"
    from_zero: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet: what it is for, its headline figures, its blocks and its charts.

    The charts stand below all blocks, or above them, or after the block that is named.
    """

    title: str
    role: Role
    says: str
    headlines: tuple[Headline, ...] = ()
    judgements: tuple[Calculated, ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
    charts_first: bool = False
    charts_after: str = ""
    charts_across: int = 1
    chart_step: int = 6
    frozen_columns: int = 0
    print_columns: int = 0
    landscape: bool = False
    protected: bool = True
    widths: tuple[float, ...] = ()
    headlines_across: int = 5
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Name:
    """A defined name: what it is called, what it stands for, and what it is for."""

    name: str
    refers: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A whole workbook as data; with ``locks_structure`` its tabs stay as they are."""

    title: str
    subject: str
    author: str
    sheets: tuple[Sheet, ...]
    names: tuple[Name, ...]
    opens_on: str
    created: date
    edition: str = "working"
    master: str = ""
    locks_structure: bool = False


def ref(table: str, row: str, column: str, *, fixed: bool = False) -> str:
    """Return the token of one cell; ``fixed`` gives an address with dollar signs."""
    return f"{{{'$' if fixed else ''}{table}|{row}|{column}}}"


def row_range(table: str, row: str, first: str, last: str, *, fixed: bool = False) -> str:
    """Return the token of the cells of one row from one column to another."""
    return ref(table, row, f"{first}..{last}", fixed=fixed)


def column_range(table: str, column: str, *, fixed: bool = True) -> str:
    """Return the token of all data cells of one column."""
    return ref(table, "*", column, fixed=fixed)


def label_of(table: str, column: str, *, fixed: bool = False) -> str:
    """Return the token of the label above the header of a column."""
    return ref(table, "^", column, fixed=fixed)


def this(header: str, table: str = "LineItems") -> str:
    """Return the reference to a column's cell in the same row of a table."""
    return f"{table}[[#This Row],[{header}]]"


def whole(header: str, table: str = "LineItems") -> str:
    """Return the reference to a whole column of a table."""
    return f"{table}[{header}]"


def text(words: str) -> str:
    """Return words as a text constant of a formula."""
    return '"' + words.replace('"', '""') + '"'


def keyed(key: str, cells: Iterable[Cell]) -> Row:
    """Return a row by key and cells."""
    return Row(key=key, cells=tuple(cells))
