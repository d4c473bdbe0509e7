"""A formula in words: cells by their names, and what each function in it does."""

from __future__ import annotations

import re
from collections.abc import Mapping

from xlbudget.sheets.labels import LABELED, label
from xlbudget.sheets.plan import Calculated, Cell, Column, Row
from xlbudget.sheets.precedents import Precedents
from xlbudget.sheets.reference import ALL, HEADERS, LABELS, THIS, Reference, references

FUNCTIONS: Mapping[str, str] = {
    "ABS": "leaves the sign away",
    "COUNT": "counts the numbers",
    "COUNTA": "counts the cells that hold something",
    "COUNTIF": "counts the cells that meet a condition",
    "COUNTIFS": "counts the rows that meet all conditions",
    "FIND": "looks for a text in a text, with its case",
    "HYPERLINK": "leads to another cell",
    "IF": "takes the first value if the condition holds, else the second",
    "IFERROR": "takes the second value if the first is an error",
    "INDEX": "takes the cell at a place of a range",
    "INT": "rounds down to a whole number",
    "ISNUMBER": "asks whether it is a number",
    "ISTEXT": "asks whether it is a text",
    "LEFT": "takes the first letters",
    "LEN": "counts the letters",
    "MATCH": "finds the place of a value in a range",
    "MAX": "takes the greatest",
    "MID": "takes letters from the middle",
    "MIN": "takes the least",
    "MOD": "takes what a division leaves",
    "MONTH": "takes the month of a date",
    "N": "counts a text as 0",
    "REPT": "repeats a text, or leaves it away with 0",
    "RIGHT": "takes the last letters",
    "ROUND": "rounds to so many decimals",
    "ROUNDUP": "rounds up",
    "ROW": "takes the number of the row",
    "SEARCH": "looks for a text in a text, whatever its case",
    "SMALL": "takes the least, or the one at a place from below",
    "SQRT": "takes the square root",
    "SUBSTITUTE": "puts a text in the place of another",
    "SUM": "adds up",
    "SUMIFS": "adds up the rows that meet all conditions",
    "SUMPRODUCT": "multiplies row by row, and adds up",
    "TRIM": "takes blanks away at both ends",
    "YEAR": "takes the year of a date",
}
"""What each function of the workbook's own formulas does, as the end of a sentence."""

_NAMES = ("Description", *dict.fromkeys(facts.name_header for facts in LABELED.values()))
_CALL = re.compile(r'"(?:[^"]|"")*"|([A-Z][A-Z.0-9]*)\(')


def functions_in(formula: str) -> tuple[str, ...]:
    """Return the functions that a formula calls, in order of the alphabet."""
    return tuple(sorted({found[1] for found in _CALL.finditer(formula) if found[1]}))


def in_words(book: Precedents, formula: str) -> str:
    """Return a formula whose references are replaced with names in square brackets."""
    pieces, at = [], 0
    for found in references(formula):
        pieces += [formula[at : found.start], f"[{named(book, found)}]"]
        at = found.end
    pieces.append(formula[at:])
    return "".join(pieces).removeprefix("=")


def named(book: Precedents, reference: Reference) -> str:
    """Return what a reference is called: ``Quantity``, ``Total cost, Year 1``."""
    if not reference.table or reference.table not in book.blocks:
        return reference.column
    header = reference.column.replace("..", " to ")
    if reference.row in (THIS, HEADERS):
        return header
    if reference.row == LABELS:
        return f"fiscal year of {header}"
    block = book.blocks[reference.table]
    if reference.row == ALL:
        return f"all {header} of {block.sheet}"
    rows = [row for row in block.table.rows if row.key in reference.row.split("..")]
    words = " to ".join(dict.fromkeys(row_name(row, block.table.columns) for row in rows))
    return f"{words}, {header}" if words else header


def row_name(row: Row, columns: tuple[Column, ...]) -> str:
    """Return what a row is called: its id and name, or the first text in it, or its key."""
    texts = {column.header: _text(cell) for column, cell in zip(columns, row.cells, strict=False)}
    first = next(filter(None, texts.values()), row.key)
    name = next(filter(None, (texts.get(header) for header in _NAMES)), "")
    return label(first, name) if name and name != first else first


def _text(cell: Cell) -> str:
    value = cell.value if isinstance(cell, Calculated) else cell
    return value if isinstance(value, str) else ""
