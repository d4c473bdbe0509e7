"""The functions as Excel reads them: functions.json, and the list for our own script."""

from __future__ import annotations

import json

from xlbudget.catalogue import FUNCTIONS, Function, Kind, Parameter
from xlbudget.hosts.officejs.names import cell_name

_SHAPES = {False: "scalar", True: "matrix"}


def functions_json(help_page: str) -> str:
    """Return functions.json.

    Every argument is asked for as a range, also one that is to be a single cell.  So Excel does
    not call once for each cell of a range, and a blank cell is not taken for an argument that is
    left out.

    Args:
        help_page: The address of the page with the reference of all functions.

    """
    listed = [_function(each, help_page) for each in FUNCTIONS.values()]
    return json.dumps({"allowErrorForDataTypeAny": True, "functions": listed}, indent=1) + "\n"


def functions_list() -> str:
    """Return the script that says how many arguments each function has."""
    takes = {
        name: {"takes": len(each.parameters), "repeats": each.takes_any_number}
        for name, each in FUNCTIONS.items()
    }
    return (
        "// @ts-check\n"
        "/** Each function by its id: how many arguments it has, and whether the last repeats.\n"
        " * @type {Readonly<Record<string, {takes: number, repeats: boolean}>>} */\n"
        f"export const FUNCTIONS = Object.freeze({json.dumps(takes, indent=1)});\n"
    )


def _function(function: Function, help_page: str) -> dict[str, object]:
    return {
        "id": function.name,
        "name": cell_name(function),
        "description": function.says,
        "helpUrl": f"{help_page}#{function.name}",
        "parameters": [_parameter(function, each) for each in function.parameters],
        "result": {"type": "any", "dimensionality": _SHAPES[function.spills]},
        "options": {"cancelable": True},
    }


def _parameter(function: Function, parameter: Parameter) -> dict[str, object]:
    facts: dict[str, object] = {
        "name": parameter.name,
        "description": parameter.says,
        "type": "any",
        "dimensionality": "matrix",
    }
    if parameter.kind is Kind.CELLS:
        return facts | {"repeating": True}
    return facts | {"optional": True} if function.is_optional(parameter) else facts
