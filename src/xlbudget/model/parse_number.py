"""What number, share, amount or fiscal year a cell's text means in its column."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from xlbudget.model.fault import Fault, IntakeCode, Parsed, refusal, remark, shown
from xlbudget.model.field import Field, Kind
from xlbudget.model.number import MONEY_LIMIT, as_kept, number_from
from xlbudget.model.split import to_cents

_FISCAL = re.compile(r"(?:FY ?)?(?:(?P<begins>[0-9]{4}) ?[-–/] ?)?(?P<ends>[0-9]{2,4})(?:\.0+)?")
_FISCAL_YEARS = (Decimal(1950), Decimal(2200))
_MILLIONTH = Decimal("0.000001")
_OF_ONE = (Kind.SHARE, Kind.RATE)
_YEAR_DIGITS = 4


def parse_number(field: Field, text: str, *, decimal_comma: bool = False) -> Parsed:
    """Return the number that a text means in its column; shares and rates may be in percent."""
    if field.kind is Kind.YEAR:
        return _year(field, text)
    read = number_from(text, decimal_comma=decimal_comma)
    if read is None or (read.percent and field.kind not in _OF_ONE and field.unit != "%"):
        return _not_a_number(field, text, decimal_comma)
    value = read.value / 100 if read.percent and field.kind in _OF_ONE else read.value
    return _bounds(field, text, value) or _whole(field, text, value) or _kept(field, text, value)


def _not_a_number(field: Field, text: str, decimal_comma: bool) -> Parsed:
    example = "1.234,50" if decimal_comma else "1,234.50"
    comma = "" if decimal_comma else " (for 1234,50 say decimal_comma = true in district.toml)"
    percent = "; a percent sign stands only with shares and rates" if "%" in text else ""
    return refusal(
        IntakeCode.NUMBER,
        f"{field.header} is {shown(text)}",
        f"It is a {field.kind}, such as {example}{comma}{percent}",
        "Write the number alone, or leave the cell blank",
    )


def _year(field: Field, text: str) -> Parsed:
    match = _FISCAL.fullmatch(text.upper())
    year = _fiscal_year(match["begins"], match["ends"]) if match else None
    if year is None:
        return refusal(
            IntakeCode.NUMBER,
            f"{field.header} is {shown(text)}",
            "It is a fiscal year, named after the calendar year in which it ends",
            "Write it as 2027 or 2026-27",
        )
    return _bounds(field, text, Decimal(year)) or Parsed(year)


def _fiscal_year(begins: str | None, ends: str) -> int | None:
    if begins is None:
        return int(ends) if len(ends) == _YEAR_DIGITS else None
    year = int(begins) + 1
    return year if len(ends) != _YEAR_DIGITS - 1 and str(year).endswith(ends) else None


def _bounds(field: Field, text: str, value: Decimal) -> Parsed | None:
    low, high = _limits(field)
    if (low is None or value >= low) and (high is None or value <= high):
        if abs(value) < MONEY_LIMIT:
            return None
        high = MONEY_LIMIT
    return refusal(
        IntakeCode.BOUNDS,
        f"{field.header} is {shown(text)}",
        f"It is {_in_words(low, high)}",
        "Write 50 % as 50% or 0.5" if field.kind in _OF_ONE else "Correct the number",
    )


def _limits(field: Field) -> tuple[Decimal | None, Decimal | None]:
    if field.kind is Kind.YEAR and field.low is None:
        return _FISCAL_YEARS
    low, high = (None if edge is None else Decimal(str(edge)) for edge in (field.low, field.high))
    return low, high


def _in_words(low: Decimal | None, high: Decimal | None) -> str:
    if high == MONEY_LIMIT:
        return "below 10,000,000,000,000 (ten trillion)"
    return f"{low} or more" if high is None else f"from {low} to {high}"


def _whole(field: Field, text: str, value: Decimal) -> Parsed | None:
    if field.kind is not Kind.WHOLE:
        return None
    if value % 1:
        saw = f"{field.header} is {shown(text)}"
        return refusal(IntakeCode.NUMBER, saw, "It is a whole number", "Leave out the decimals")
    return Parsed(value if field.yearly else int(value))


def _kept(field: Field, text: str, value: Decimal) -> Parsed:
    kept = as_kept(value)
    if field.kind is Kind.SHARE:
        kept = kept.quantize(_MILLIONTH, ROUND_HALF_UP)
    elif field.kind is Kind.MONEY and field.yearly:
        kept = to_cents(kept)
    return Parsed(kept, () if kept == value else (_rounding(field, text, kept),))


def _rounding(field: Field, text: str, kept: Decimal) -> Fault:
    return remark(
        IntakeCode.ROUNDING,
        f"{field.header} is {shown(text)} and was rounded to {kept.normalize():f}",
        "Shares have at most 6 decimals, amounts of a year whole cents, numbers 15 digits",
    )
