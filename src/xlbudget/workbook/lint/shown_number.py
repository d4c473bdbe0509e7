"""A number as its cell shows it: the text that a number format makes of it."""

from __future__ import annotations

import operator
import re

_BETWEEN = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
_CONDITION = re.compile(r"\[(<=|>=|<>|=|<|>)(-?[\d.]+)\]")
_CURRENCY = re.compile(r"\[\$([^\]-]*)[^\]]*\]")
_KEPT = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.[#0?]*)?|\.[#0?]+")
_DAY = re.compile(r"[ymdhs]+|AM/PM", re.IGNORECASE)
_LONG = {"mmm": "May", "ddd": "Wed", "mmmm": "September", "dddd": "Wednesday"}
_HELD = "\x01"  # stands for words that the format holds, while its digits are looked for
_TESTS = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}


def shown_number(value: float, number: str) -> str | None:
    """Return a number as its cell shows it; None where the format adapts itself to the cell.

    A date is shown by letters that are as wide as the widest it may have.

    Args:
        value: The number.
        number: The number format, such as ``#,##0.00``.

    """
    section, sign = _section(value, number)
    section = _CURRENCY.sub(lambda found: f'"{found[1]}"', section)
    held: list[str] = []

    def keep(found: re.Match[str]) -> str:
        words = found[1] or found[2] or ""
        held.append(words)
        return _HELD if words else ""

    plain = _KEPT.sub(keep, section)
    held = [words for words in held if words]
    if "general" in plain.lower() or "@" in plain or re.search(r"[/][#?\d]|[Ee][+-]", plain):
        return None
    shown = _day(plain) if _DAY.search(plain) else _number(abs(value), plain)
    for words in held:
        shown = shown.replace(_HELD, words, 1)
    return sign + shown


def _section(value: float, number: str) -> tuple[str, str]:
    """Return the part of a format that shows a number, and the sign that it does not show."""
    sections = _BETWEEN.split(number)
    tested = [(_CONDITION.search(section), section) for section in sections]
    if any(found for found, _ in tested):
        for found, section in tested:
            if found is None or _TESTS[found[1]](value, float(found[2])):
                return _CONDITION.sub("", section), "-" if value < 0 else ""
    if value < 0 and len(sections) > 1:
        return sections[1], ""
    which = 2 if value == 0 and len(sections) > 2 else 0  # noqa: PLR2004 - plus; minus; zero
    return sections[which], "-" if value < 0 else ""


def _day(plain: str) -> str:
    return _DAY.sub(lambda found: _LONG.get(found[0].lower(), "0" * max(2, len(found[0]))), plain)


def _number(value: float, plain: str) -> str:
    found = _DIGITS.search(plain)
    if found is None:
        return plain
    whole, _, parts = found[0].partition(".")
    scaled = value * 100 ** plain.count("%") / 1000 ** (len(whole) - len(whole.rstrip(",")))
    comma = "," if "," in whole.rstrip(",") else ""
    shown = f"{scaled:{comma}.{len(parts)}f}".zfill(whole.count("0"))
    shown = shown if "." in found[0] and parts else shown.partition(".")[0]
    return plain[: found.start()] + shown + plain[found.end() :]
