"""What a column of a record is: declared once, read by intake, sheets, docs and tests."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

Years = Mapping[int, Decimal]  # an amount by fiscal year


class Kind(StrEnum):
    """What a column holds, and so how it is read, shown and checked."""

    ID = "id"
    TEXT = "text"
    CHOICE = "choice"
    MONEY = "money"
    NUMBER = "number"
    WHOLE = "whole number"
    SHARE = "share"
    RATE = "rate"
    YEAR = "fiscal year"
    DATE = "date"
    YES_NO = "yes or no"
    TAGS = "tags"


@dataclass(frozen=True, slots=True)
class Field:
    """One column: its name in files, its header in sheets, and what it takes."""

    name: str
    header: str
    kind: Kind
    says: str
    choices: tuple[str, ...] = ()
    refers: str = ""
    required: bool = False
    yearly: bool = False
    low: float | None = None
    high: float | None = None
    unit: str = ""

    @property
    def is_number(self) -> bool:
        """Whether the column holds numbers."""
        return self.kind in NUMBERS

    @property
    def blank(self) -> object:
        """Return the value that a blank cell of the column gives."""
        return _BLANKS.get(self.kind)


NUMBERS = frozenset(
    {Kind.MONEY, Kind.NUMBER, Kind.WHOLE, Kind.SHARE, Kind.RATE, Kind.YEAR},
)
_BLANKS: dict[Kind, object] = {
    Kind.ID: "",
    Kind.TEXT: "",
    Kind.CHOICE: "",
    Kind.YES_NO: False,
    Kind.TAGS: (),
}


def column(
    kind: Kind,
    says: str,
    *,
    header: str = "",
    choices: type[StrEnum] | None = None,
    refers: str = "",
    required: bool = False,
    yearly: bool = False,
    low: float | None = None,
    high: float | None = None,
    unit: str = "",
) -> Any:  # noqa: ANN401 - dataclasses.field is typed as its default, which differs by kind
    """Declare a column of a record: a dataclass field that carries its description.

    Args:
        kind: What it holds.
        says: The prompt that a person sees, one sentence.
        header: Header in the sheet; made from the field's name when empty.
        choices: The words allowed, for a choice.
        refers: Name of the record type whose id it holds.
        required: Whether a blank is a finding.
        yearly: One column per fiscal year; the value is a mapping from year to amount.
        low: Least number allowed.
        high: Greatest number allowed.
        unit: Unit shown in the header, such as "$" or "years".

    """
    words = tuple(choice.value for choice in choices) if choices else ()
    meta = {
        "kind": kind,
        "says": says,
        "header": header,
        "choices": words,
        "refers": refers,
        "required": required,
        "yearly": yearly,
        "low": low,
        "high": high,
        "unit": unit,
    }
    if yearly:
        return dataclasses.field(default_factory=dict, metadata=meta)
    return dataclasses.field(default=_BLANKS.get(kind), metadata=meta)


@cache
def fields_of(record: type) -> tuple[Field, ...]:
    """Return the columns of a record type, in the order of its table."""
    return tuple(_field(item) for item in dataclasses.fields(record))


def field_named(record: type, name: str) -> Field:
    """Return one column of a record type by its name in files."""
    return next(item for item in fields_of(record) if item.name == name)


def _field(item: dataclasses.Field[Any]) -> Field:
    facts = dict(item.metadata)
    facts["header"] = facts["header"] or header_from(item.name)
    return Field(name=item.name, **facts)


def header_from(name: str) -> str:
    """Return the header made from a name: ``unit_price`` gives ``Unit price``."""
    return name.removesuffix("_id").replace("_", " ").capitalize()
