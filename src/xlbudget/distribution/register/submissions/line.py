"""A line of a submission: the line item, what it costs by year, and where it stands."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from operator import attrgetter
from typing import Any

from sqlalchemy.engine import RowMapping

from xlbudget.distribution.register.store.bulk import Row
from xlbudget.distribution.register.store.moment import storable
from xlbudget.distribution.register.store.tables import LINE_FIELDS
from xlbudget.errors import ShapeError
from xlbudget.model.field import Kind, Years, fields_of
from xlbudget.model.line_item import LineItem

_FACTS = tuple(
    item for item in fields_of(LineItem) if item.name not in LINE_FIELDS and item.name != "line_id"
)
_FACT_NAMES = tuple(item.name for item in _FACTS)
_BLANKS = tuple({} if item.yearly else item.blank for item in _FACTS)
_facts_of = attrgetter(*_FACT_NAMES)
_columns_of = attrgetter(*LINE_FIELDS)
_in_json = json.JSONEncoder(separators=(",", ":")).encode
_CENTS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a submission.

    ``amounts`` are dollars to the cent by fiscal year, as analysis computed them; ``sheet`` and
    ``row`` say where the line stands in the file; ``action`` is what the school did with it, such
    as keep, change or new.
    """

    item: LineItem
    amounts: Years = field(default_factory=dict)
    sheet: str = ""
    row: int | None = None
    action: str = ""


def cents_of(line: Line) -> dict[int, int]:
    """Return what a line costs, in whole cents by fiscal year.

    Raises:
        ShapeError: An amount has parts of a cent.

    """
    cents = {year: amount * _CENTS for year, amount in line.amounts.items()}
    if parts := [year for year, amount in cents.items() if amount % 1]:
        raise ShapeError(
            saw=f"The line {line.item.line_id} costs {line.amounts[parts[0]]} in {parts[0]}",
            wants="An amount of a year has whole cents",
            fix="Round it to the cent, half up, before it is recorded",
        )
    return {year: int(amount) for year, amount in cents.items()}


def line_row(position: int, line: Line, cents: Mapping[int, int]) -> Row:
    """Return a line as a row of its table that lacks the number of its submission."""
    item = line.item
    facts = {
        name: _plain(value)
        for name, blank, value in zip(_FACT_NAMES, _BLANKS, _facts_of(item), strict=True)
        if value != blank
    }
    return (
        storable(item.line_id),
        position,
        storable(line.sheet),
        line.row,
        storable(line.action),
        *map(_cell, _columns_of(item)),
        _in_json(cents),
        _in_json(facts),
    )


def line_of(row: RowMapping) -> Line:
    """Return the line that a row of its table holds."""
    facts = {name: row[name] for name in LINE_FIELDS} | row["facts"]
    for name in facts.keys() & _MAKERS.keys():
        facts[name] = _MAKERS[name](facts[name])
    return Line(
        item=LineItem(line_id=row["line_id"], **facts),
        amounts={
            int(year): Decimal(cents).scaleb(-2) for year, cents in sorted(row["amounts"].items())
        },
        sheet=row["sheet"],
        row=row["row"],
        action=row["action"],
    )


def _cell(value: object) -> object:
    if isinstance(value, str):
        return storable(value)
    return str(value) if isinstance(value, Decimal) else value


def _plain(value: object) -> object:
    """Return a value as JSON has it, with every digit of a number."""
    if isinstance(value, Mapping):
        return {str(year): str(amount) for year, amount in value.items()}
    return str(value) if isinstance(value, Decimal) else value


def _number(plain: str | None) -> Decimal | None:
    return None if plain is None else Decimal(plain)


def _years(plain: Mapping[str, str]) -> Years:
    return {int(year): Decimal(amount) for year, amount in plain.items()}


_MAKERS: dict[str, Callable[[Any], object]] = {
    item.name: _years if item.yearly else _number
    for item in fields_of(LineItem)
    if item.is_number and item.kind not in (Kind.WHOLE, Kind.YEAR)
}
