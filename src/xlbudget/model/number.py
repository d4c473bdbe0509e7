"""What number a person means: ``$1,234.50``, ``(12)``, ``12.5%``, ``1.234,50`` where declared."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

MONEY_LIMIT = Decimal(10) ** 13  # beyond it a cell no longer holds every cent
_DIGITS = Context(prec=15, rounding=ROUND_HALF_UP)  # digits that a cell keeps
_LAST = Decimal("1e-12")
_LONGEST = 64
_CURRENCY = re.compile("[$¢£¥€₩₪₫₱₹₽₺₦₴₵₡₲₸₼₾]")
_SPACE = " \u00a0\u2009\u202f'\u2019"


def _body(group: str, point: str) -> re.Pattern[str]:
    grouped = rf"[1-9][0-9]{{0,2}}(?P<gap>[{group}])[0-9]{{3}}(?:(?P=gap)[0-9]{{3}})*"
    return re.compile(
        rf"(?=[{point}]?[0-9])(?P<whole>{grouped}|[0-9]*)(?:[{point}](?P<part>[0-9]*))?"
        r"(?P<power>[eE][+-]?[0-9]{1,3})?"
    )


_WITH_POINT = _body("," + _SPACE, ".")
_WITH_COMMA = _body("." + _SPACE, ",")


class NumberRead(NamedTuple):
    """A number, and whether a percent sign stood behind it."""

    value: Decimal
    percent: bool


def number_from(text: str, *, decimal_comma: bool = False) -> NumberRead | None:
    """Return the number that a text means; None when it means none.

    Args:
        text: What a person wrote; thousands may be set apart, negatives may be in brackets.
        decimal_comma: Whether a comma, not a point, sets the decimals apart.

    """
    plain = _CURRENCY.sub("", text.replace("\u2212", "-"), count=1).strip()
    percent = plain.endswith("%")
    sign, digits = _signed(plain.removesuffix("%").strip())
    pattern = _WITH_COMMA if decimal_comma else _WITH_POINT
    match = pattern.fullmatch(digits) if len(digits) <= _LONGEST else None
    if match is None:
        return None
    whole = re.sub("[^0-9]", "", match["whole"])
    value = Decimal(f"{whole}.{match['part'] or ''}{match['power'] or ''}")
    return NumberRead(sign * value if value else Decimal(0), percent)


def as_kept(value: Decimal) -> Decimal:
    """Return a number rounded to the 15 digits that a cell keeps, at most 12 of them decimals."""
    kept = _DIGITS.plus(value)
    cut = kept.quantize(_LAST)
    return kept if kept == cut else cut


def _signed(text: str) -> tuple[int, str]:
    if text.startswith("(") and text.endswith(")"):
        return -1, text[1:-1].strip()
    if text.startswith("-"):
        return -1, text[1:].strip()
    if text.endswith("-"):
        return -1, text[:-1].strip()
    return 1, text.removeprefix("+").strip()
