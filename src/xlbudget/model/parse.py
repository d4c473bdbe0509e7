"""What value a cell's text means: text in, a value of the column's kind or a fault out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

from xlbudget.model import text as words
from xlbudget.model.fault import Fault, IntakeCode, Parsed, refusal, remark, shown
from xlbudget.model.field import Field, Kind
from xlbudget.model.parse_number import parse_number

_YES = frozenset({"yes", "y", "true", "t", "x", "1", "✓"})
_NO = frozenset({"no", "n", "false", "f", "0"})
_DAYS = (date(1950, 1, 1), date(2200, 12, 31))
_ISO = re.compile(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})(?:[T ]00:00(?::00)?)?")
_US = re.compile(r"(?P<m>[0-9]{1,2})/(?P<d>[0-9]{1,2})/(?P<y>[0-9]{4})")


def parse(field: Field, text: str, *, decimal_comma: bool = False) -> Parsed:
    """Return the value that a cell's text means in its column; a blank gives the blank value.

    Args:
        field: The column.
        text: What the cell holds.
        decimal_comma: Whether a comma, not a point, sets decimals apart.

    Returns:
        The value and its faults; after a fatal fault the value is the blank one.

    """
    plain = words.cleaned(text)
    if not plain:
        return Parsed(field.blank)
    if words.is_too_long(plain):
        parsed = _too_long(field, plain)
    elif field.is_number:
        parsed = parse_number(field, plain, decimal_comma=decimal_comma)
    else:
        parsed = _WORDS[field.kind](field, plain)
    value = field.blank if parsed.refused else parsed.value
    said = (_left_out(field),) if words.is_unfit(text) else ()
    return Parsed(value, parsed.faults + said)


@lru_cache(maxsize=1024)
def choice_from(choices: tuple[str, ...], text: str) -> str | None:
    """Return the one choice that a text means, whatever its case; None when none or several.

    The first words of a choice suffice when only one choice begins with them.
    """
    wanted = _plain_words(text)
    plain = {_plain_words(choice): choice for choice in choices}
    if wanted in plain:
        return plain[wanted]
    begun = [choice for start, choice in plain.items() if start.startswith(f"{wanted} ")]
    return begun[0] if len(begun) == 1 else None


def _plain_words(text: str) -> str:
    return re.sub(r"[\s_–-]+", " ", text).strip().casefold()


def _text(_: Field, plain: str) -> Parsed:
    return Parsed(plain)


def _id(field: Field, plain: str) -> Parsed:
    name = words.cleaned_id(plain)
    if words.is_id(name):
        return Parsed(name)
    return refusal(
        IntakeCode.ID,
        f"{field.header} is {shown(plain)}",
        words.ID_RULE,
        "Choose a plain one, for instance L-014, and write it the same everywhere",
    )


def _choice(field: Field, plain: str) -> Parsed:
    found = choice_from(field.choices, plain)
    if found is not None:
        return Parsed(found)
    return refusal(
        IntakeCode.CHOICE,
        f"{field.header} is {shown(plain)}",
        f"It is one of: {', '.join(field.choices)}",
        "Write one of these words",
    )


def _tags(field: Field, plain: str) -> Parsed:
    parse_one = _choice if field.choices else _id
    parts = [parse_one(field, part.strip()) for part in plain.split(";") if part.strip()]
    values: dict[str, str] = {}
    for part in parts:
        values.setdefault(str(part.value).casefold(), str(part.value))
    return Parsed(tuple(values.values()), tuple(fault for part in parts for fault in part.faults))


def _yes_no(field: Field, plain: str) -> Parsed:
    word = plain.casefold()
    if word in _YES or word in _NO:
        return Parsed(word in _YES)
    return refusal(
        IntakeCode.YES_NO,
        f"{field.header} is {shown(plain)}",
        "It is yes or no; true, false, x, 1 and 0 are read too",
        "Write yes or no",
    )


def _date(field: Field, plain: str) -> Parsed:
    match = _ISO.fullmatch(plain) or _US.fullmatch(plain)
    try:
        day = date(int(match["y"]), int(match["m"]), int(match["d"])) if match else date.min
    except ValueError:
        day = date.min
    if _DAYS[0] <= day <= _DAYS[1]:
        return Parsed(day)
    return refusal(
        IntakeCode.DATE,
        f"{field.header} is {shown(plain)}",
        f"It is a date from {_DAYS[0].year} to {_DAYS[1].year}",
        "Write it as 2026-07-31 or 7/31/2026",
    )


def _too_long(field: Field, plain: str) -> Parsed:
    return refusal(
        IntakeCode.TEXT,
        f"{field.header} has {len(plain):,} characters",
        f"A cell holds at most {words.LONGEST_TEXT:,} characters",
        "Shorten it, or keep the long text in a document and name that here",
    )


def _left_out(field: Field) -> Fault:
    return remark(
        IntakeCode.TEXT,
        f"{field.header} had control characters, which were left out",
        "Text has none, for no cell can hold them",
    )


_WORDS: Mapping[Kind, Callable[[Field, str], Parsed]] = {
    Kind.ID: _id,
    Kind.TEXT: _text,
    Kind.CHOICE: _choice,
    Kind.TAGS: _tags,
    Kind.YES_NO: _yes_no,
    Kind.DATE: _date,
}
