"""A call as it is typed into a cell: ``=XLB_NPV(9%,{-16000,2000})``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from itertools import zip_longest
from math import isclose

from xlbudget.catalogue.cell import OMITTED
from xlbudget.catalogue.cell_error import CellError
from xlbudget.catalogue.function import Function, Parameter
from xlbudget.catalogue.unit import Unit

_PERCENT = (Unit.RATE, Unit.SHARE)
_MOST = 10
_ROUNDING = 1e-15


def formula_text(function: Function, cells: Sequence[object]) -> str:
    """Return the formula that calls a function with cells.

    Args:
        function: An entry of the catalogue.
        cells: The arguments in order, as :func:`xlbudget.catalogue.call` takes them; a list
            becomes an array constant, and one that is left out or empty an empty place.

    """
    named = zip_longest(function.parameters, cells[: len(function.parameters)], fillvalue=OMITTED)
    places = [_argument(raw, parameter) for parameter, raw in named]
    places += [_argument(raw, None) for raw in cells[len(function.parameters) :]]
    while places and not places[-1]:
        places.pop()
    return f"={function.name}({','.join(places)})"


def syntax(function: Function) -> str:
    """Return how a function is written, with what may be left out in brackets."""
    names = [
        f"[{parameter.name}]" if function.is_optional(parameter) else parameter.name
        for parameter in function.parameters
    ]
    more = ["…"] if function.takes_any_number else []
    return f"{function.name}({', '.join((*names, *more))})"


def default_text(function: Function, parameter: Parameter) -> str:
    """Return what stands for an argument that is left out, as a formula writes it, or nothing."""
    default = function.default(parameter)
    return "" if default is None else _argument(default, parameter)


def constant(raw: object) -> str:
    """Return a value as a formula writes it."""
    if isinstance(raw, bool):
        return str(raw).upper()
    if isinstance(raw, (int, float, Decimal)):
        return _number(float(raw))
    if isinstance(raw, CellError):
        return raw.error
    if isinstance(raw, datetime):
        return _text(raw.date().isoformat())
    return _text("" if raw is None else str(raw))


def _argument(raw: object, parameter: object) -> str:
    if raw is OMITTED:
        return ""
    if isinstance(raw, (list, tuple)):
        return _array(raw)
    if isinstance(parameter, Parameter) and parameter.unit in _PERCENT:
        return _percent(raw)
    return constant(raw)


def _array(raw: Sequence[object]) -> str:
    rows = raw if raw and isinstance(raw[0], (list, tuple)) else [raw]
    told = ";".join(",".join(map(constant, row)) for row in rows if isinstance(row, Sequence))
    return f"{{{told}}}" if told else ""


def _percent(raw: object) -> str:
    """Return a rate in percent, where few digits say the same number."""
    if isinstance(raw, float) and abs(raw) <= _MOST:
        told = _number(float(f"{raw * 100:.12g}"))
        if isclose(float(told) / 100, raw, rel_tol=_ROUNDING):
            return f"{told}%"
    return constant(raw)


def _number(value: float) -> str:
    """Return a number in the fewest digits that give it back."""
    short = f"{value:.15g}"
    return (short if float(short) == value else repr(value)).upper()


def _text(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
