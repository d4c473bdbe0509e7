"""An answer as a person reads it: each number in the form of its unit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xlbudget.catalogue import Unit
from xlbudget.catalogue.function import Rows, Value

_FORM = re.compile(r"^(\$?)(#,##)?0(?:\.(0*)(#*))?(%?)$")
_PLAIN = "0.##########"


def in_unit(value: Value, unit: Unit) -> str:
    """Return a number in the form that a cell of its unit has; text as it is."""
    return value if isinstance(value, str) else _in_form(value, unit.number_format)


def rows_in_unit(rows: Rows, unit: Unit) -> list[list[str]]:
    """Return rows of an answer as texts; in a table each column has a form of its own."""
    if unit is not Unit.TABLE:
        return [[in_unit(value, unit) for value in row] for row in rows]
    columns = [_column(values) for values in zip(*rows, strict=True)]
    return [list(row) for row in zip(*columns, strict=True)]


def _column(values: Sequence[Value]) -> list[str]:
    numbers = [value for value in values if not isinstance(value, str)]
    whole = all(round(number, 2) == round(number) for number in numbers)
    return [
        value if isinstance(value, str) else _in_form(value, _form(value, whole=whole))
        for value in values
    ]


def _form(number: float, *, whole: bool) -> str:
    if whole:
        return "#,##0"
    return "0.0000" if 0 < abs(number) < 1 else "#,##0.00"


def _in_form(number: float, form: str) -> str:
    """Return a number in the form that a spreadsheet would give it."""
    dollar, comma, kept, cut, percent = (_FORM.findall(form) or _FORM.findall(_PLAIN))[0]
    shown = abs(number) * (100 if percent else 1)
    digits = f"{shown:{',' if comma else ''}.{len(kept + cut)}f}"
    for _ in cut:
        digits = digits.removesuffix("0")
    digits = digits.removesuffix(".")
    sign = "-" if number < 0 and digits.strip("0.,") else ""
    return f"{sign}{dollar}{digits}{percent}"
