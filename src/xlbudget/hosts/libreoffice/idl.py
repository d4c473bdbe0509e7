"""The types of the functions in UNO's own language; LibreOffice reads it as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlbudget.catalogue import FUNCTIONS, Kind
from xlbudget.hosts.libreoffice.names import INTERFACE, MODULE, argument, method

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xlbudget.catalogue import Function, Parameter

ROWS = "sequence< sequence< any > >"


def interface_text(functions: Iterable[Function] = tuple(FUNCTIONS.values())) -> str:
    """Return the interface: one method for each function.

    Every argument is ``any``: only then may it be left out, be one cell, a range or an array.
    """
    opened = " ".join(f"module {name} {{" for name in MODULE)
    lines = [opened, f"interface {INTERFACE} {{", *map(_line, functions), "};", "}; " * len(MODULE)]
    return "\n".join(lines).rstrip() + "\n"


def _line(function: Function) -> str:
    arguments = ", ".join(f"[in] {_type(each)} {argument(each)}" for each in function.parameters)
    return f"    {ROWS if function.spills else 'any'} {method(function)}({arguments});"


def _type(parameter: Parameter) -> str:
    return "sequence< any >" if parameter.kind is Kind.CELLS else "any"
