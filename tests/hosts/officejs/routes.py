"""Turns the cells of the catalogue into what Excel hands to an Office.js function, and back."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from hosts.libreoffice.argument_cells import serial
from xlbudget.catalogue import OMITTED, CellError, Function
from xlbudget.catalogue.block import SHEET_ROWS
from xlbudget.catalogue.cell_error import NUMBERS


def handed_over(function: Function, cells: Sequence[object]) -> list[object]:
    """Return the arguments as Excel on the web hands them over: every one is a range."""
    if not function.takes_any_number:
        given = [_argument(raw) for raw in cells]
        return given + [None] * (len(function.parameters) - len(given))
    first = len(function.parameters) - 1
    return [*(_argument(raw) for raw in cells[:first]), [_argument(raw) for raw in cells[first:]]]


def with_zeros(raw: object) -> object:
    """Return an argument as Excel on the desktop has it: 0 for each blank cell."""
    if isinstance(raw, (list, tuple)):
        return tuple(map(with_zeros, raw))
    return 0.0 if raw is None else raw


def answered(shown: dict) -> object:
    """Return what a cell shows in the types of the catalogue."""
    if "error" in shown:
        return CellError(shown["error"], shown["reason"])
    value = shown["value"]
    if isinstance(value, list):
        return tuple(tuple(map(_value, row)) for row in value)
    return _value(value)


def _value(value):
    return value if isinstance(value, str) else float(value)


def _argument(raw):
    if raw is OMITTED or raw in ((), []):
        return None
    rows = raw if isinstance(raw, (list, tuple)) else ((raw,),)
    if not isinstance(rows[0], (list, tuple)):
        rows = (rows,)
    if len(rows) >= SHEET_ROWS:
        filled = [row for row in rows if any(cell is not None for cell in row)]
        return {"whole": len(rows), "rows": [list(map(_cell, row)) for row in filled]}
    return [list(map(_cell, row)) for row in rows]


def _cell(raw):
    if isinstance(raw, CellError):
        known = raw.error in NUMBERS
        return {
            "type": "Error",
            "basicType": "Error",
            "basicValue": raw.error if known else "#VALUE!",
        }
    if isinstance(raw, date):
        return serial(raw)
    return float(raw) if isinstance(raw, Decimal) else raw
