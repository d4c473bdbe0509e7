"""The two ways from a cell of Excel to an answer, each with as much real code as runs here.

Both take the cells of the catalogue and answer in its types; of an error only the code comes back.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import cache

from pyopenvba.interpreter import MISSING, VBAArray, VBAErrorValue, VBARuntimeError

from hosts.excel import pywin32, vba
from xlbudget.catalogue import OMITTED, Answer, CellError, Function
from xlbudget.catalogue.cell import EPOCH
from xlbudget.catalogue.cell_error import NUMBERS
from xlbudget.hosts.excel.marks import MARK, OMITTED_TEXT

NEWER = {
    "#GETTING_DATA": 2043,
    "#SPILL!": 2045,
    "#CONNECT!": 2046,
    "#BLOCKED!": 2047,
    "#UNKNOWN!": 2048,
    "#FIELD!": 2049,
    "#CALC!": 2050,
}
NOT_OPTIONAL = 449
"""VBA's error for a required argument that was left out."""

ERROR_NUMBERS = NUMBERS | NEWER
ERRORS = {number: error for error, number in ERROR_NUMBERS.items()}


def through_udf(function: Function, cells: Sequence[object]) -> Answer:
    """Return what xlwings' real server answers to cells as COM hands them over."""
    answer = pywin32.call_udf(function.name, *map(_for_com, cells))
    if isinstance(answer, str) and answer.startswith(MARK):
        return CellError(ERRORS[int(answer.removeprefix(MARK))])
    return _answer(function, answer)


def through_vba(function: Function, cells: Sequence[object]) -> Answer:
    """Return what a cell shows: the add-in's VBA asks xlwings' real server."""
    try:
        answer = _excel().run(function.name, *map(_for_vba, cells))
    except VBARuntimeError as error:
        if error.number != NOT_OPTIONAL:
            raise
        return CellError("#VALUE!")  # so does Excel, without asking
    if isinstance(answer, VBAErrorValue):
        return CellError(ERRORS[answer.number])
    return _answer(function, answer)


@cache
def _excel():
    return vba.workbench(vba.Machine())


def _answer(function, answer):
    """Return an answer in the catalogue's types: Excel shows a plain array across."""
    if isinstance(answer, list):
        rows = answer if isinstance(answer[0], list) else [answer]
        return tuple(map(tuple, rows))
    if function.spills:
        return ((answer,),)
    return answer


def _for_com(raw):
    """Return an argument as Excel's automation hands it over: a range as an object."""
    if raw is OMITTED:
        return OMITTED_TEXT  # our VBA writes it, since COM's own sign is lost on XLB_WHY
    if isinstance(raw, (list, tuple)):
        if raw and isinstance(raw[0], (list, tuple)):
            return pywin32.Range(tuple(tuple(map(_cell_for_com, row)) for row in raw))
        return tuple(map(_cell_for_com, raw))
    if raw is None or isinstance(raw, (CellError, date, Decimal)):
        return pywin32.Range(((_cell_for_com(raw),),))
    return _cell_for_com(raw)


def _cell_for_com(raw):
    if isinstance(raw, CellError):
        return ERROR_NUMBERS[raw.error] + vba.ERROR_FROM_COM
    if isinstance(raw, date):
        day = raw if isinstance(raw, datetime) else datetime.combine(raw, time())
        return day.replace(tzinfo=UTC)
    if isinstance(raw, int) and not isinstance(raw, bool):
        return float(raw)
    return raw


def _for_vba(raw):
    """Return an argument as Excel hands it to VBA."""
    if raw is OMITTED:
        return MISSING
    if isinstance(raw, (list, tuple)):
        if raw and isinstance(raw[0], (list, tuple)):
            return _range(raw)
        held = [_cell_for_vba(cell) for cell in raw]
        return VBAArray([(1, len(held))], items=[vba.EMPTY if c is None else c for c in held])
    if raw is None or isinstance(raw, (CellError, date, Decimal)):
        return vba.Range([[_cell_for_vba(raw)]])
    return _cell_for_vba(raw)


def _range(rows):
    """Return a range; what a whole column has below its last used row is no row of the sheet."""
    end = len(rows)
    while end > 1 and not any(cell is not None for cell in rows[end - 1]):
        end -= 1
    used = [[_cell_for_vba(cell) for cell in row] for row in rows[:end]]
    return vba.Range(used, len(rows), len(rows[0]))


def _cell_for_vba(raw):
    """Return a cell as ``Value2`` gives it: dates as serial numbers, currency as a number."""
    if isinstance(raw, CellError):
        return VBAErrorValue(ERROR_NUMBERS[raw.error])
    if isinstance(raw, datetime):
        midnight = datetime.combine(raw.date(), time())
        return (raw.date() - EPOCH).days + (raw - midnight).total_seconds() / 86_400
    if isinstance(raw, date):
        return float((raw - EPOCH).days)
    if isinstance(raw, (int, Decimal)) and not isinstance(raw, bool):
        return float(raw)
    return raw
