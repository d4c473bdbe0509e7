"""Call a function with the cells of a host.  It never raises, and answers no text for a number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from math import isfinite
from typing import Any, TypeAlias

from xlbudget.catalogue.block import argument
from xlbudget.catalogue.cell import OMITTED, plain
from xlbudget.catalogue.cell_error import CellError, ErrorInCellError
from xlbudget.catalogue.function import Function, Parameter, Rows, Value
from xlbudget.catalogue.kind import CONVERT, Kind, number_or_none
from xlbudget.errors import NotANumberError, ShapeError, XlbudgetError

Answer: TypeAlias = Value | Rows | CellError

_NOTHING_FASTER: Mapping[str, Callable[..., Any]] = {}


def call(
    function: Function,
    cells: Sequence[object],
    faster: Mapping[str, Callable[..., Any]] = _NOTHING_FASTER,
) -> Answer:
    """Return what a function answers to cells, or the error that its cell should show.

    Args:
        function: An entry of the catalogue.
        cells: The arguments in order, as the host holds them (``xlbudget.catalogue.cell``): a
            cell, or rows of cells; OMITTED for one that is left out.
        faster: Other implementations by function name, for a host that has numpy; they take
            and answer the same.

    Returns:
        A number or text, rows of them where the function spills, or an error with its reason.

    """
    try:
        positional, keywords = _arguments(function, cells)
        python = faster.get(function.name, function.python) if faster else function.python
        answer = python(*positional, **keywords)
        if type(answer) is float and isfinite(answer):
            return answer
        return _shown(function, answer)
    except ErrorInCellError as error:
        return _handed_on(error)
    except XlbudgetError as refusal:
        return _error_within(cells) or CellError(
            refusal.cell_error, str(refusal), type(refusal).code
        )
    except Exception as fault:  # noqa: BLE001 - a cell must show something; tests let none pass
        return _fault(fault)


@dataclass(frozen=True, slots=True)
class _Part:
    """How one argument is handed to Python."""

    name: str
    convert: Callable[[object, str], object]
    required: bool
    by_keyword: bool


@cache
def _parts(function: Function) -> tuple[_Part, ...]:
    return tuple(
        _Part(
            name=parameter.name,
            convert=_converter(function, parameter),
            required=not function.is_optional(parameter),
            by_keyword=function.by_keyword(parameter),
        )
        for parameter in function.parameters
        if parameter.kind is not Kind.CELLS
    )


def _converter(function: Function, parameter: Parameter) -> Callable[[object, str], object]:
    """Return what converts an argument; a blank is none where a function takes None for it."""
    may_be_none = function.is_optional(parameter) and function.default(parameter) is None
    if parameter.kind is Kind.NUMBER and may_be_none:
        return number_or_none
    return CONVERT[parameter.kind]


@cache
def _short(function: Function) -> tuple[int, tuple[tuple[Callable[..., object], str], ...]]:
    """Return how many arguments are needed, and how those are converted that have a place."""
    parts = _parts(function)
    by_place = tuple((part.convert, part.name) for part in parts if not part.by_keyword)
    return sum(part.required for part in parts), by_place


def _arguments(
    function: Function, cells: Sequence[object]
) -> tuple[list[object], dict[str, object]]:
    """Return the arguments for Python; where none is left out, the short way."""
    needed, by_place = _short(function)
    if not needed <= len(cells) <= len(by_place):
        return _each_argument(function, cells)
    positional = []
    for (convert, name), raw in zip(by_place, cells, strict=False):
        if raw is OMITTED:
            return _each_argument(function, cells)
        positional.append(convert(raw, name))
    return positional, {}


def _each_argument(
    function: Function, cells: Sequence[object]
) -> tuple[list[object], dict[str, object]]:
    positional: list[object] = []
    keywords: dict[str, object] = {}
    parts = _parts(function)
    given = len(cells)
    for place, part in enumerate(parts):
        raw = cells[place] if place < given else OMITTED
        if raw is OMITTED:
            if part.required:
                raise _left_out(part.name)
            # What follows is handed over by name, since Python cannot skip a place.
            continue
        value = part.convert(raw, part.name)
        if part.by_keyword or len(positional) < place:
            keywords[part.name] = value
        else:
            positional.append(value)
    if given > len(parts):
        _take_the_rest(function, cells[len(parts) :], positional)
    return positional, keywords


def _take_the_rest(function: Function, rest: Sequence[object], positional: list[object]) -> None:
    if function.takes_any_number:
        positional.extend(rest)
    elif any(raw is not OMITTED for raw in rest):
        most = len(function.parameters)
        raise ShapeError(
            saw=f"{function.name} was given {most + len(rest)} arguments",
            wants=f"It takes {most} at most",
            fix="Look for a comma too many, or a number with a comma in it",
        )


def _left_out(name: str) -> NotANumberError:
    return NotANumberError(
        saw=f"{argument(name)} is left out",
        wants="It is needed",
        fix="Fill it in; 0 is a value as well",
    )


def _shown(function: Function, answer: object) -> Answer:
    """Return an answer as cells; what is no finite number has an error instead."""
    if function.lays_out is not None:
        rows = function.lays_out(answer)
        return rows or CellError("#N/A", function.no_answer)
    if isinstance(answer, str):
        return answer
    if isinstance(answer, (bool, int, float)) and isfinite(answer):
        return float(answer)
    return CellError("#N/A" if answer is None else "#NUM!", function.no_answer)


def _error_within(cells: Sequence[object]) -> CellError | None:
    """Return the first error in the arguments: it goes before every refusal."""
    try:
        for cell in chain.from_iterable(map(_cells_of, cells)):
            plain(cell)
    except ErrorInCellError as error:
        return _handed_on(error)
    return None


def _cells_of(raw: object) -> Iterator[object]:
    for row in raw if isinstance(raw, (list, tuple)) else (raw,):
        yield from row if isinstance(row, (list, tuple)) else (row,)


def _handed_on(error: ErrorInCellError) -> CellError:
    return CellError(
        error.error, f"A cell among the arguments shows {error}. Mend that cell first."
    )


def _fault(fault: Exception) -> CellError:
    return CellError("#VALUE!", f"A fault of xlbudget, not of yours: {type(fault).__name__}. "
                     "Please report it with the formula.", "XLB-000")  # fmt: skip
