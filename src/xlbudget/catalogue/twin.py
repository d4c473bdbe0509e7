"""The native twin of a call: the same answer from the spreadsheet's own functions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xlbudget.catalogue.function import Function, Parameter

_CELL = r"\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}"
_SHEET = r"(?:(?:'(?:[^']|'')+'|(?:\[\d+\])?[^\W\d][\w.]*)!)?"
_REFERENCE = re.compile(
    rf"{_SHEET}(?:{_CELL}(?::{_CELL})?|\$?[A-Za-z]{{1,3}}:\$?[A-Za-z]{{1,3}}|[^\W\d][\w.]*)"
    r"|[^\W\d][\w.]*\[(?:[^][']|'.|\[(?:[^][']|'.)*\])*\]"
)
_LIST = re.compile(r"\{[^{}]*\}")
_NUMBER = re.compile(r"\d+(?:\.\d*)?(?:[Ee][+-]?\d+)?")
_PLACE = re.compile(r"\{(\w+)\}")


def twin_of(function: Function, arguments: Sequence[str]) -> str:
    """Return a call in the spreadsheet's own functions, or nothing where that is not sure.

    Args:
        function: An entry of the catalogue.
        arguments: The text of each argument in the cell; empty for one that is left out.

    Returns:
        A formula without its equals sign.  It gives the same number wherever the function of
        the catalogue gives one; it does not refuse what that one refuses.

    """
    given = [*arguments, *[""] * (len(function.parameters) - len(arguments))]
    if not function.twin or len(given) > len(function.parameters):
        return ""
    texts = {
        parameter.name: _argument(function, parameter, text.strip())
        for parameter, text in zip(function.parameters, given, strict=True)
    }
    if not all(texts[name] for name in _PLACE.findall(function.twin)):
        return ""
    return _PLACE.sub(lambda place: texts[place[1]], function.twin)


def _argument(function: Function, parameter: Parameter, text: str) -> str:
    """Return an argument as it can stand between any two signs, or nothing."""
    if not text:
        default = function.default(parameter)
        return repr(default) if isinstance(default, (int, float)) else ""
    if parameter.kind.is_range:
        # A calculation over cells could mean one cell of each, outside of an array formula.
        return text if _REFERENCE.fullmatch(text) or _LIST.fullmatch(text) else ""
    plain = _NUMBER.fullmatch(text) or _REFERENCE.fullmatch(text)
    return text if plain else f"({text})"
