"""What LibreOffice calls the functions of the catalogue, and the component that answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlbudget.catalogue import Function, Parameter

IDENTIFIER = "org.xlbudget.functions"
"""The extension, as ``unopkg list`` names it."""

MODULE = ("org", "xlbudget")
INTERFACE = "XFunctions"
SERVICE = "org.xlbudget.Functions"
"""The component that answers.  Its name stands in saved .ods files, so it can never change."""


def method(function: Function) -> str:
    """Return the name of a function's method: "xlbTcoYears" for XLB_TCO_YEARS."""
    return _joined(function.name.lower())


def argument(parameter: Parameter) -> str:
    """Return the name of an argument: "firstPeriod" for first_period."""
    return _joined(parameter.name)


def _joined(name: str) -> str:
    """Return a name without underscores, which UNO's language refuses."""
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)
