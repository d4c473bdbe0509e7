"""Dated defaults: the assumptions every budget needs, and what each category usually is."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files

from xlbudget.model.assumption import Assumption


@dataclass(frozen=True, slots=True)
class CategoryDefault:
    """What a category of cost usually is: its area, account codes and service life."""

    category: str
    area: str
    function: str
    object: str
    capital_object: str
    life_low: int
    life_high: int
    source: str
    published: date


@cache
def default_assumptions() -> tuple[Assumption, ...]:
    """Return the assumptions that every budget needs, each with source and date."""
    return tuple(
        Assumption(
            key=row["key"],
            value=Decimal(row["value"]),
            unit=row["unit"],
            basis=row["basis"],
            source=row["source"],
            published=_date(row["published"]),
            valid_until=_date(row["valid_until"]),
        )
        for row in _rows("assumptions.csv")
    )


@cache
def category_defaults() -> dict[str, CategoryDefault]:
    """Return the defaults of each category, by its name."""
    return {
        row["category"]: CategoryDefault(
            row["category"],
            row["area"],
            row["function"],
            row["object"],
            row["capital_object"],
            int(row["life_low"]),
            int(row["life_high"]),
            row["source"],
            date.fromisoformat(row["published"]),
        )
        for row in _rows("categories.csv")
    }


def with_defaults(given: Sequence[Assumption]) -> tuple[Assumption, ...]:
    """Return the assumptions given, then the defaults for those not given, each in its order."""
    keys = {item.key for item in given}
    return (*given, *(item for item in default_assumptions() if item.key not in keys))


def assumption_values(given: Sequence[Assumption]) -> dict[str, Decimal]:
    """Return every assumption's value by key, those of the defaults first; a blank value is 0."""
    items = (*default_assumptions(), *given)
    return {item.key: item.value or Decimal(0) for item in items}


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("xlbudget.model") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
