"""Everything about a function as plain facts, for other programs; their keys are public."""

from __future__ import annotations

import re
from dataclasses import asdict
from difflib import get_close_matches

from xlbudget.catalogue import FUNCTIONS, Function, Parameter, Unit
from xlbudget.catalogue.formula_text import default_text, formula_text, syntax
from xlbudget.catalogue.function import across, down
from xlbudget.errors import UnknownChoiceError
from xlbudget.hosts.docstring import readable, refusals, section

PREFIX = "XLB_"
_SHAPES: dict[object, str] = {
    None: "one cell",
    across: "one row of cells",
    down: "one column of cells",
}
_LIKENESS = 0.5


def find(name: str) -> Function:
    """Return the function of a name; the prefix and capitals may be left out.

    Raises:
        UnknownChoiceError: No function has this name; the nearest ones are named.

    """
    asked = name.strip().upper().replace("-", "_")
    for candidate in (asked, PREFIX + asked):
        if candidate in FUNCTIONS:
            return FUNCTIONS[candidate]
    full = PREFIX + asked.removeprefix(PREFIX)
    near = get_close_matches(full, FUNCTIONS, cutoff=_LIKENESS)
    raise UnknownChoiceError(
        saw=f'There is no function "{name}"',
        wants=f"Near to it: {', '.join(near)}" if near else "A name is such as XLB_NPV",
        fix="See all of them with: xlbudget functions list",
    )


def shape(function: Function) -> str:
    """Return which cells an answer takes."""
    return _SHAPES.get(function.lays_out, "a table of cells")


def returns_in_words(function: Function) -> str:
    """Return what an answer is: which cells it takes, and what they are counted in."""
    if not function.spills:
        return function.returns.says
    unit = "" if function.returns is Unit.TABLE else f", {function.returns.says}"
    return shape(function) + unit


def twin(function: Function) -> str:
    """Return the same question in the spreadsheet's own functions, or nothing."""
    return "=" + re.sub(r"\{(\w+)\}", r"\1", function.twin) if function.twin else ""


def facts(function: Function) -> dict[str, object]:
    """Return everything about a function, ready for JSON."""
    cells, result = function.example
    return {
        "name": function.name,
        "family": function.family,
        "says": function.says,
        "syntax": syntax(function),
        "parameters": [_parameter(function, parameter) for parameter in function.parameters],
        "returns": {**_unit(function.returns), "shape": shape(function)},
        "example": {"formula": formula_text(function, cells), "result": result},
        "formula": readable(section(function, "Formula")),
        "source": readable(section(function, "Source")),
        "errors": [
            asdict(refusal) | {"when": readable(refusal.when)} for refusal in refusals(function)
        ],
        "unlike": function.unlike,
        "twin": twin(function),
        "since": function.since,
    }


def _parameter(function: Function, parameter: Parameter) -> dict[str, object]:
    optional = function.is_optional(parameter)
    return {
        "name": parameter.name,
        **_unit(parameter.unit),
        "kind": parameter.kind.name.lower(),
        "kind_says": parameter.kind.value,
        "says": parameter.says,
        "optional": optional,
        "default": default_text(function, parameter) or None if optional else None,
    }


def _unit(unit: Unit) -> dict[str, object]:
    return {"unit": unit.name.lower(), "unit_says": unit.says}
