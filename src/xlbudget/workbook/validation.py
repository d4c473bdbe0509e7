"""What a column takes, as data validation with a prompt and a message that says what is allowed."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from xlbudget.sheets.plan import Column, Form, Part

TITLE_LIMIT, MESSAGE_LIMIT = 32, 255
_DECIMALS = {Form.NUMBER, Form.PLAIN, Form.CENTS, Form.DOLLARS, Form.SHARE, Form.RATE, Form.FACTOR}
_WHOLES = {Form.WHOLE, Form.YEAR}
_LEAST, _GREATEST = -1e13, 1e13


def validate_column(
    page: Worksheet, column: Column, first_row: int, last_row: int, index: int
) -> None:
    """Add the validation of an input column to its cells."""
    if column.part not in {Part.INPUT, Part.KEY}:
        return
    rule = _rule(column)
    prompt = {
        "ignore_blank": False,
        "input_title": column.header[:TITLE_LIMIT],
        "input_message": column.says[:MESSAGE_LIMIT],
        "error_title": column.header[:TITLE_LIMIT],
        "error_message": _allowed(column)[:MESSAGE_LIMIT],
        "error_type": "stop",
    }
    page.data_validation(first_row, index, last_row, index, rule | prompt)


def _rule(column: Column) -> dict[str, object]:
    if column.choices:
        return {"validate": "list", "source": f"={column.choices}"}
    if column.form in _DECIMALS | _WHOLES:
        low, high = _bounds(column)
        kind = "integer" if column.form in _WHOLES else "decimal"
        return {"validate": kind, "criteria": "between", "minimum": low, "maximum": high}
    if column.form is Form.DATE:
        return {"validate": "decimal", "criteria": "between", "minimum": 1, "maximum": 73_050}
    return {"validate": "any"}


def _bounds(column: Column) -> tuple[float, float]:
    low = _LEAST if column.low is None else column.low
    high = _GREATEST if column.high is None else column.high
    if column.form is Form.WHOLE:
        return max(low, -2e9), min(high, 2e9)
    if column.form is Form.YEAR:
        return max(low, 1990), min(high, 2110)
    return low, high


def _allowed(column: Column) -> str:
    if column.choices:
        return f"{column.header} takes a choice from its list. {column.says}"
    if column.form is Form.DATE:
        return f"{column.header} takes a date, such as 2026-06-30."
    if column.form not in _DECIMALS | _WHOLES:
        return f"{column.header} takes text. {column.says}"
    noun = "a whole number" if column.form in _WHOLES else "a number"
    return f"{column.header} takes {noun}{_bounds_in_words(column)}, without text."


def _bounds_in_words(column: Column) -> str:
    low, high = column.low, column.high
    if column.form is Form.YEAR:
        low, high = _bounds(column)
    if low is not None and high is not None:
        return f" from {_plain(low)} to {_plain(high)}"
    if low is not None:
        return f", {_plain(low)} or more"
    return "" if high is None else f", {_plain(high)} or less"


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)
