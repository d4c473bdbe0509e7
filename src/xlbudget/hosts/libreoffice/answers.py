"""One method for each function of the catalogue, taking and giving what LibreOffice does.

LibreOffice hands over a number, date or truth value as a float, text as a str, a range or array
as rows of them (a blank cell in it as ""), and None for what is left out.  A single blank cell
comes as 0.0.  An error never comes in a range, since LibreOffice answers Err:504 itself; in an
array that the formula calculates it comes as a NaN.
"""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any

from xlbudget.catalogue import FUNCTIONS, OMITTED, CellError, Kind, call
from xlbudget.hosts.libreoffice.calc_errors import error_of, nan_of
from xlbudget.hosts.libreoffice.names import method

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from xlbudget.catalogue import Answer, Function

_NUMBERS = {Kind.NUMBER, Kind.NUMBERS}
_TEXT = {Kind.WORD, Kind.WORDS, Kind.CELLS}
_TAKING_TEXT = {
    name
    for name, function in FUNCTIONS.items()
    if any(parameter.kind in _TEXT for parameter in function.parameters)
}


def methods() -> Mapping[str, Callable[..., object]]:
    """Return the methods of the component by name."""
    return {method(function): _method(function) for function in FUNCTIONS.values()}


def answer(function: Function, given: Sequence[object]) -> Answer:
    """Return what a function answers to arguments as LibreOffice hands them over."""
    cells = [OMITTED if cell is None else cell for cell in given] if None in given else given
    if function.name not in _TAKING_TEXT:
        found = call(function, cells)
        if type(found) is not CellError:
            return found
    # A NaN is no number, so a function of numbers alone has refused it: look for errors now.
    return call(function, list(map(_with_errors, cells)))


def shown(function: Function, answered: Answer) -> object:
    """Return an answer as a cell of LibreOffice takes it, in rows where a function spills."""
    if isinstance(answered, CellError):
        nan = nan_of(answered.error)
        return ((nan,),) if function.spills else nan
    return tuple(map(tuple, answered)) if function.spills else answered  # type: ignore[arg-type]


def _method(function: Function) -> Callable[..., object]:
    if function.takes_any_number:
        return lambda _self, *given: shown(function, answer(function, (*given[:-1], *given[-1])))
    if function.spills or function.name in _TAKING_TEXT:
        return lambda _self, *given: shown(function, answer(function, given))

    if {parameter.kind for parameter in function.parameters} <= _NUMBERS:
        return _of_numbers(function)
    return lambda _self, *given: shown(function, answer(function, given))


def _of_numbers(function: Function) -> Callable[..., object]:
    """Return the method of a function of numbers alone: Python is asked first, cells and all.

    It refuses whatever is no number, and then the common way finds the error and its words.
    """
    python = function.python
    names = [each.name for each in function.parameters if function.by_keyword(each)]
    first = len(function.parameters) - len(names)

    def method(_self: object, *given: object) -> object:
        while given and given[-1] is None:  # most often the last arguments are left out
            given = given[:-1]
        try:
            cells = [cell if type(cell) is float else _line(cell) for cell in given]
            named = {}
            while len(cells) > first:
                named[names[len(cells) - first - 1]] = cells.pop()
            found = python(*cells, **named)
            if type(found) is float and isfinite(found):
                return found
        except Exception:  # noqa: BLE001, S110 - the common way answers, and it never raises
            pass
        return shown(function, answer(function, given))

    return method


def _line(cells: Any) -> Sequence[object]:  # noqa: ANN401 - LibreOffice hands over anything
    """Return the cells of one row or column."""
    return cells[0] if len(cells) == 1 else [cell for (cell,) in cells]


def _with_errors(cell: object) -> object:
    """Return a cell, or rows of cells, with errors for NaNs."""
    if isinstance(cell, tuple):
        return tuple(map(_with_errors, cell))
    if isinstance(cell, float) and cell != cell:  # noqa: PLR0124 - only a NaN is not itself
        return CellError(error_of(cell))
    return cell
