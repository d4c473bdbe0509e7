"""CalcAddIns.xcu: the functions as people see them in the function wizard and type them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from xlbudget.catalogue import FUNCTIONS
from xlbudget.hosts.libreoffice.names import SERVICE, argument, method

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xlbudget.catalogue import Function, Parameter

CATEGORY = "Add-In"
"""LibreOffice has no categories of others; in this one all our functions stand together."""

_ROOT = (
    '<oor:component-data xmlns:oor="http://openoffice.org/2001/registry"'
    ' oor:name="CalcAddIns" oor:package="org.openoffice.Office">'
)


def descriptor_text(functions: Iterable[Function] = tuple(FUNCTIONS.values())) -> str:
    """Return name, help and arguments of each function.

    The compatibility name is what stands in an .xlsx file: the same text as in Excel.
    """
    nodes = "".join(map(_function, functions))
    inner = _node("AddInInfo", _node(SERVICE, _node("AddInFunctions", nodes), made=True))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_ROOT}\n{inner}</oor:component-data>\n'


def _function(function: Function) -> str:
    facts = (
        _text("DisplayName", function.name)
        + _text("Description", function.says)
        + f'<prop oor:name="Category"><value>{CATEGORY}</value></prop>\n'
        + _text("CompatibilityName", function.name)
    )
    parameters = _node(
        "Parameters", "".join(_parameter(function, each) for each in function.parameters)
    )
    return _node(method(function), facts + parameters, made=True)


def _parameter(function: Function, parameter: Parameter) -> str:
    # The wizard shows every argument as optional, since UNO's "any" may be left out.
    says = (
        f"{parameter.says} May be left out." if function.is_optional(parameter) else parameter.says
    )
    said = _text("DisplayName", parameter.name) + _text("Description", says)
    return _node(argument(parameter), said, made=True)


def _node(name: str, inner: str, *, made: bool = False) -> str:
    new = ' oor:op="replace"' if made else ""
    return f'<node oor:name="{name}"{new}>\n{inner}</node>\n'


def _text(name: str, text: str) -> str:
    return f'<prop oor:name="{name}"><value xml:lang="en-US">{escape(text)}</value></prop>\n'
