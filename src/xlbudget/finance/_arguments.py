"""Is an argument usable?  Every refusal of an argument is declared here, once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from math import fsum, inf, isfinite, isinf
from numbers import Real
from typing import TYPE_CHECKING, cast

from xlbudget.errors import (
    FinanceError,
    NotANumberError,
    RateError,
    ShapeError,
    ShareError,
    TermError,
    ZeroBaseError,
)

if TYPE_CHECKING:
    from collections.abc import Sized

LONGEST_TERM = 10_000
"""More periods than any plan has: 800 years of months."""

_WEIGHTS_MISS_ONE_BY = 1e-9
_LONGEST_QUOTE = 40
_PAIR = 2
_ONLY_FLOATS = {float}


def number(value: object, subject: str) -> float:
    """Return ``value`` as a float, or refuse what is not a finite number."""
    if type(value) is float and isfinite(value):  # the usual one, and quick
        return value
    if type(value) is int or (isinstance(value, (Real, Decimal)) and not isinstance(value, bool)):
        converted = _as_float(value)
        if isfinite(converted):
            return converted
    raise NotANumberError(
        saw=f"{subject} is {shown(value)}",
        wants="A plain number is needed",
        fix="Type a number there, such as 48600 or 0.03, and 0 where there is nothing",
    )


def numbers(values: Iterable[object], noun: str) -> tuple[float, ...]:
    """Return all ``values`` as floats; a refusal names the position, counted from 1."""
    held = values if type(values) is tuple and values else listed(values, noun)
    if set(map(type, held)) == _ONLY_FLOATS:
        floats = cast("tuple[float, ...]", held)
        if isfinite(sum(floats)):  # then each of them is
            return floats
    return tuple(
        # The first branch is the usual one, and quick: no words are made for a good number.
        value
        if type(value) is float and isfinite(value)
        else number(value, f"{noun.capitalize()} {position} of {len(held)}")
        for position, value in enumerate(held, start=1)
    )


def pairs(values: Iterable[object], noun: str, parts: str) -> tuple[tuple[float, float], ...]:
    """Return ``values`` as pairs of floats; ``parts`` says in words what a pair holds."""
    held = _sequence(values, noun)
    checked = []
    for position, pair in enumerate(held, start=1):
        subject = f"{noun.capitalize()} {position} of {len(held)}"
        if not isinstance(pair, (tuple, list)) or len(pair) != _PAIR:
            raise ShapeError(
                saw=f"{subject} is not a pair",
                wants=f"Each {noun} is a pair of numbers: {parts}",
                fix="Give two numbers for it",
            )
        checked.append((number(pair[0], f"{subject}, first part,"), number(pair[1], subject)))
    return tuple(checked)


def rate(value: object, subject: str = "The discount rate") -> float:
    """Return a rate per period, above -1."""
    if type(value) is float and -1 < value < inf:  # the usual one, and quick
        return value
    checked = number(value, subject)
    if checked <= -1:
        raise RateError(
            saw=f"{subject} is {checked:.2%}",
            wants="A rate must be above -100 %",
            fix="Write 3 % as 3% or 0.03",
        )
    return checked


def whole(value: object, subject: str, *, lowest: int = 1, highest: int = LONGEST_TERM) -> int:
    """Return a whole number of periods between ``lowest`` and ``highest``."""
    checked = number(value, subject)
    if not checked.is_integer():
        raise NotANumberError(
            saw=f"{subject} is {checked:,.10g}",
            wants="A whole number is needed",
            fix="Round it, or use shorter periods",
        )
    return int(_between(checked, subject, lowest, highest))


def moment(value: object, subject: str, *, latest: float = LONGEST_TERM) -> float:
    """Return a time in periods from now, between 0 and ``latest``; it may be fractional."""
    if (type(value) is float or type(value) is int) and 0 <= value <= latest:  # the usual one
        return value
    return _between(number(value, subject), subject, 0, latest)


def at_least(value: object, subject: str, lowest: float = 0.0) -> float:
    """Return a number that is ``lowest`` or more."""
    checked = number(value, subject)
    if checked < lowest:
        raise outside(subject, checked, f"It must be {lowest:,.10g} or more")
    return checked


def divisor(value: object, subject: str) -> float:
    """Return a number above 0, since something will be divided by it."""
    checked = at_least(value, subject)
    if checked == 0:
        raise zero_base(subject)
    return checked


def share(value: object, subject: str) -> float:
    """Return a share from 0 to 1."""
    checked = number(value, subject)
    if not 0 <= checked <= 1:
        raise ShareError(
            saw=f"{subject} is {checked:,.10g}",
            wants="A share lies between 0 and 1",
            fix="Write 25 % as 25% or 0.25",
        )
    return checked


def shares_of_one(values: Iterable[object], noun: str) -> tuple[float, ...]:
    """Return shares from 0 to 1 that sum to 1."""
    held = tuple(
        share(value, f"{noun.capitalize()} {position}")
        for position, value in enumerate(numbers(values, noun), start=1)
    )
    if abs(fsum(held) - 1) > _WEIGHTS_MISS_ONE_BY:
        raise ShareError(
            saw=f"The {noun}s sum to {fsum(held):.10g}",
            wants="They must sum to 1, that is 100 %",
            fix="Correct them; they are not stretched to fit",
        )
    return held


def same_length(first: Sized, second: Sized, names: str) -> None:
    """Refuse two lists of unlike length; ``names`` says which, as in 'flows and dates'."""
    if len(first) != len(second):
        raise ShapeError(
            saw=f"There are {len(first)} and {len(second)} {names}",
            wants="Each one needs its partner",
            fix="Give both lists the same length",
        )


def day_numbers(dates: Iterable[object]) -> tuple[int, ...]:
    """Return each date as days after the first one, which may be fewer than 0."""
    held = listed(dates, "date")
    days = [
        day_of(value, f"Date {position}").toordinal()
        for position, value in enumerate(held, start=1)
    ]
    return tuple(day - days[0] for day in days)


def day_of(value: object, subject: str) -> date:
    """Return a calendar date, without the time of the day."""
    if not isinstance(value, date):
        raise NotANumberError(
            saw=f"{subject} is {shown(value, 'not a date')}",
            wants="A calendar date is needed",
            fix="Type a date such as 2027-07-01",
        )
    return value.date() if isinstance(value, datetime) else value


def listed(values: object, noun: str) -> tuple[object, ...]:
    """Return the values of a list that holds one at least."""
    held = _sequence(values, noun)
    if not held:
        raise ShapeError(
            saw=f"There are no {noun}s",
            wants=f"At least one {noun} is needed",
            fix=f"Give the {noun}s, and 0 where there is nothing",
        )
    return held


def outside(subject: str, seen: float, wants: str) -> FinanceError:
    """Return the refusal of a number that lies outside what makes sense."""
    return FinanceError(
        saw=f"{subject} is {seen:,.10g}", wants=wants, fix="Check the number and its sign"
    )


def zero_base(subject: str) -> ZeroBaseError:
    """Return the refusal of a division by nothing."""
    return ZeroBaseError(
        saw=f"{subject} is 0",
        wants="It is divided by, so it must be above 0",
        fix="Fill it in, or leave this figure out",
    )


def _between(checked: float, subject: str, lowest: float, highest: float) -> float:
    if not lowest <= checked <= highest:
        raise TermError(
            saw=f"{subject} is {checked:,.10g}",
            wants=f"It must lie between {lowest:,.10g} and {highest:,.10g}",
            fix="Check the number, and whether years or months are meant",
        )
    return checked


def _sequence(values: object, noun: str) -> tuple[object, ...]:
    """Return the values of a list; text, a blank and a lone number are no lists."""
    if type(values) is tuple:
        return values
    if values is None or isinstance(values, (str, bytes)):
        raise NotANumberError(
            saw=f"In place of the {noun}s stands {shown(values)}",
            wants=f"A list of {noun}s is needed",
            fix=f"Give the {noun}s in order of time, one for each period",
        )
    if not isinstance(values, Iterable):
        raise ShapeError(
            saw=f"There is one single {noun}, not a list",
            wants=f"A list of {noun}s is needed",
            fix=f"Give all {noun}s, in order",
        )
    return tuple(values)


def _as_float(value: Real | Decimal | int) -> float:
    try:
        return float(value)
    except (OverflowError, ValueError):  # a whole number of 400 digits; a signalling NaN
        return float("nan")


def shown(value: object, otherwise: str = "not a usable number") -> str:
    """Return what a person would say stands there."""
    if value is None or (isinstance(value, str) and not value):
        return "blank"
    if isinstance(value, bool):
        return f"the truth value {str(value).upper()}"
    if isinstance(value, str):
        cut = value if len(value) <= _LONGEST_QUOTE else value[:_LONGEST_QUOTE] + "…"
        return f'the text "{cut}"'
    if isinstance(value, date):
        return f"the date {value.isoformat()[: len('2027-07-01')]}"
    if isinstance(value, float) and not isfinite(value):
        return "infinite" if isinf(value) else "not a number"
    return "a list" if isinstance(value, (list, tuple)) else otherwise
