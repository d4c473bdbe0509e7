"""The functions of Excel's cells, made from the catalogue for xlwings' server.

VBA asks for ``CallUDF("xlbudget.hosts.excel.udfs", "XLB_NPV", arguments)``.  xlwings hands the
arguments over raw: its own conversions would turn an empty text into a blank cell, and an error
into a blank or a number.  What the cells are is for the catalogue to say.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable
from inspect import Parameter as PythonParameter
from inspect import Signature
from typing import Any

import xlwings as xw

from xlbudget import __version__
from xlbudget.catalogue import FUNCTIONS, OMITTED, Function, call
from xlbudget.hosts.excel.marks import argument, in_cells
from xlbudget.hosts.faster import faster

Udf = Callable[..., Any]

_FASTER = faster()


def _udf(function: Function) -> Udf:
    def answer(*cells: object) -> list[list[float | str]]:
        return in_cells(call(function, [argument(raw) for raw in cells], _FASTER))

    answer.__name__ = answer.__qualname__ = function.name
    answer.__doc__ = function.says
    # xlwings would take these hints for conversions that it is to make.
    answer.__annotations__ = {}
    answer.__signature__ = _signature(function)  # type: ignore[attr-defined]
    declared: Udf = answer
    for parameter in function.parameters:
        declared = xw.arg(parameter.name, "raw", doc=parameter.says)(declared)
    declared = xw.ret("raw")(declared)
    # Last: every other decorator of xlwings would forget the category again.
    return xw.func(category="xlbudget")(declared)


def _signature(function: Function) -> Signature:
    """Return the arguments as xlwings reads them: what is not handed over is omitted."""
    if function.takes_any_number:
        *first, last = function.parameters
        named = [_named(parameter.name) for parameter in first]
        return Signature([*named, PythonParameter(last.name, PythonParameter.VAR_POSITIONAL)])
    return Signature([_named(each.name, OMITTED) for each in function.parameters])


def _named(name: str, default: object = PythonParameter.empty) -> PythonParameter:
    return PythonParameter(name, PythonParameter.POSITIONAL_OR_KEYWORD, default=default)


@xw.func
@xw.ret("raw")
def about():  # type: ignore[no-untyped-def]  # noqa: ANN201 - xlwings would convert by a hint
    """Return which Python answers, for the button that checks the add-in."""
    words = (
        f"xlbudget {__version__}, xlwings {xw.__version__}, "
        f"Python {platform.python_version()} at {sys.executable}"
    )
    return [[words]]


globals().update({function.name: _udf(function) for function in FUNCTIONS.values()})
