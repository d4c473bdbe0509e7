"""What a cell says in its column: the text that a file would have, and what is odd about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from xlbudget.model.fault import Fault, IntakeCode, short, shown
from xlbudget.model.field import Field, Kind
from xlbudget.model.finding import Severity
from xlbudget.model.parse import parse
from xlbudget.sheets.labels import LABELED, MARK
from xlbudget.workbook.intake.grid import Grid
from xlbudget.workbook.read import NOT_CALCULATED, ErrorValue, Value

_DAY_0, _DAY_0_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LAST_SERIAL = 2_958_465  # the last day of the year 9999
_WORDS = frozenset({Kind.ID, Kind.TEXT, Kind.TAGS, Kind.CHOICE})


@dataclass(frozen=True, slots=True)
class CellRead:
    """What a cell says, as text, and what is odd about it."""

    text: str
    faults: tuple[Fault, ...] = ()


def read_cell(field: Field, grid: Grid, row: int, column: int) -> CellRead:
    """Return what a cell of an input column says.

    A formula counts as its value; a label such as “G07 · Grade 3 reading” as its id; a number as
    the digits that the cell shows at most, so that no trace of binary fractions is left.
    """
    value = grid.value(row, column)
    if value is None:
        return CellRead("")
    read = _read(field, value, grid, is_date=_is_date(value, grid, row, column))
    formula = grid.formula(row, column)
    if not formula or not read.text:
        return read
    return CellRead(read.text, (*read.faults, _formula(field, formula, read.text)))


def number_text(number: float) -> str:
    """Return a number's digits: the 15 that a cell keeps.

    Example:
        >>> number_text(0.1 + 0.2), number_text(1100.0)
        ('0.3', '1100')

    """
    return f"{Decimal(f'{number:.15g}'):f}"


def id_in(label: str) -> str:
    """Return the id in a label, or in a bare id.

    Example:
        >>> id_in("G07 · Grade 3 reading"), id_in("G07 ·"), id_in("G07")
        ('G07', 'G07', 'G07')

    """
    return f"{label.strip()} ".split(MARK)[0].strip()


def _is_date(value: Value, grid: Grid, row: int, column: int) -> bool:
    is_number = isinstance(value, float) and not isinstance(value, bool)
    return is_number and grid.is_date(row, column)


def _read(field: Field, value: Value, grid: Grid, *, is_date: bool) -> CellRead:
    match value:
        case ErrorValue():
            return CellRead("", (_error(field, value.code),))
        case bool():
            return _truth(field, is_true=value)
        case float():
            return _number(field, value, grid, is_date=is_date)
        case str():
            return _text(field, value)
    return CellRead("", (_not_calculated(field),)) if value is NOT_CALCULATED else CellRead("")


def _truth(field: Field, *, is_true: bool) -> CellRead:
    if field.kind is Kind.YES_NO:
        return CellRead("yes" if is_true else "no")
    text = "TRUE" if is_true else "FALSE"
    return CellRead(text, _odd(field, f"the truth value {text}", text, "It is taken as a word"))


def _number(field: Field, number: float, grid: Grid, *, is_date: bool) -> CellRead:
    text = number_text(number)
    if field.kind is Kind.DATE:
        return CellRead(day_text(number, grid) or text)
    if is_date:
        is_word = field.kind in _WORDS
        text = (day_text(number, grid) or text) if is_word else text
        held = f"the date {day_text(number, grid) or text}"
        why = "A spreadsheet makes dates of what looks like one, such as 3-5 for grades"
        weight = Severity.WARNING if is_word else Severity.FATAL  # no amount was meant by a day
        return CellRead(text, _odd(field, held, text, why, weight))
    if field.kind in (Kind.ID, Kind.TEXT, Kind.TAGS):
        why = "A spreadsheet drops zeros in front of a number: 0100 is 100"
        found = _odd(field, f"the number {text}", text, why, Severity.INFORMATION)
        return CellRead(text, found)
    return CellRead(text)


def _text(field: Field, text: str) -> CellRead:
    if field.refers in LABELED:
        return CellRead(id_in(text))
    if field.is_number or field.kind is Kind.DATE:
        noun = "date" if field.kind is Kind.DATE else "number"
        why = f"It is read as the {noun} it means, but formulas of the workbook do not count it"
        return CellRead(text, _odd(field, f"the text {shown(text)}", text, why))
    return CellRead(text)


def day_text(number: float, grid: Grid) -> str:
    """Return the day that a cell's number stands for; "" when it stands for none."""
    if not 0 < number <= _LAST_SERIAL:
        return ""
    start = _DAY_0_1904 if grid.starts_1904 else _DAY_0
    try:
        return (start + timedelta(days=int(number))).isoformat()
    except OverflowError:
        return ""


def _odd(
    field: Field, held: str, text: str, why: str, severity: Severity = Severity.WARNING
) -> tuple[Fault, ...]:
    """Return the fault that a cell holds another kind of value; none when it is refused anyway."""
    if parse(field, text).refused:
        return ()
    noun = "text" if field.kind in _WORDS else f"a {field.kind}"
    saw = f"{field.header} holds {held}"
    fix = f"Format the cell as text and type it again, if {short(text)} is not what was meant"
    if field.kind not in _WORDS:
        fix = "Type it again as a plain value"
    return (Fault(IntakeCode.FORM, saw, f"The column takes {noun}. {why}", fix, severity),)


def _formula(field: Field, formula: str, text: str) -> Fault:
    return Fault(
        IntakeCode.FORM,
        f"{field.header} holds the formula {shown('=' + formula)}",
        f"Its value counts, {short(text)}",
        "Nothing needs to be done",
        Severity.INFORMATION,
    )


def _error(field: Field, code: str) -> Fault:
    return Fault(
        IntakeCode.NO_VALUE,
        f"{field.header} shows {code}",
        "A cell holds a value, or is blank",
        "Correct its formula, or type the value",
    )


def _not_calculated(field: Field) -> Fault:
    return Fault(
        IntakeCode.NO_VALUE,
        f"{field.header} holds a formula whose result is not in the file",
        "A formula was calculated, and the workbook saved",
        "Open the workbook in Excel or LibreOffice, let it calculate, and save it",
    )
