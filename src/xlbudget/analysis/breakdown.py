"""How amounts by year add up under a heading: by area, by school, by program, and so on."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

ZERO = Decimal(0)
Amounts = tuple[Decimal, ...]  # dollars, one figure per year of the plan
Key = TypeVar("Key", bound=Hashable)
Names = Sequence[tuple[str, str]]  # key and label of each row, in order


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a breakdown."""

    key: str  # the word or id that lines carry; "" for lines that carry none
    label: str
    years: Amounts  # dollars by year
    total: Decimal  # dollars over the plan's years, prior amount left out
    prior: Decimal | None = None  # dollars in the year before the plan; None: not known


def sum_by_year(rows: Iterable[Amounts], years: int) -> Amounts:
    """Return the sum of rows year by year; zeros when there is no row.

    Args:
        rows: Amounts by year, each as long as the plan.
        years: Years of the plan.

    """
    sums = [sum(column, ZERO) for column in zip(*rows, strict=True)]
    return tuple(sums) or (ZERO,) * years


def sums_by_key(keys: Iterable[Key], rows: Iterable[Amounts], years: int) -> dict[Key, Amounts]:
    """Return the sum by year of the rows under each key, keys in order of appearance."""
    groups: dict[Key, list[Amounts]] = {}
    for key, row in zip(keys, rows, strict=True):
        groups.setdefault(key, []).append(row)
    return {key: sum_by_year(group, years) for key, group in groups.items()}


def with_unnamed(names: Names, seen: Iterable[str], *, blank: str) -> list[tuple[str, str]]:
    """Return the names, and after them every key seen that is none of them.

    Args:
        names: Known keys with their labels.
        seen: Keys that lines carry.
        blank: Label of the blank key.

    """
    known = dict(reversed(names))  # of two records of one id the first counts
    ordered = list(dict.fromkeys(key for key, _ in names))
    others = sorted(set(seen) - known.keys())
    return [(key, known[key]) for key in ordered] + [(key, key or blank) for key in others]


def breakdown(
    names: Names,
    keys: Sequence[str],
    rows: Iterable[Amounts],
    *,
    years: int,
    blank: str,
    prior: Sequence[Decimal] | None = None,
) -> tuple[Row, ...]:
    """Return one row per name, and one for each other key: together they are everything.

    Args:
        names: Keys that always have a row, with their labels.
        keys: Key of each line.
        rows: Amounts of each line by year.
        years: Years of the plan.
        blank: Label of the lines that carry no key.
        prior: Amount of each line in the year before the plan, when it is known.

    """
    sums = sums_by_key(keys, rows, years)
    before: dict[str, Decimal] = dict.fromkeys(sums, ZERO)
    for key, amount in zip(keys, prior or (), strict=False):
        before[key] += amount
    none = (ZERO,) * years
    return tuple(
        Row(
            key,
            label,
            amounts := sums.get(key, none),
            sum(amounts, ZERO),
            None if prior is None else before.get(key, ZERO),
        )
        for key, label in with_unnamed(names, sums, blank=blank)
    )


def quotient(part: Decimal, whole: Decimal) -> Decimal | None:
    """Return part by whole, not rounded; None when the whole is 0 (a sheet says "none")."""
    return part / whole if whole else None


def quotients(parts: Amounts, wholes: Amounts) -> tuple[Decimal | None, ...]:
    """Return the quotient of each year; None where the whole is 0."""
    return tuple(map(quotient, parts, wholes))


def minus(amounts: Amounts, others: Amounts) -> Amounts:
    """Return the difference of each year."""
    return tuple(amount - other for amount, other in zip(amounts, others, strict=True))
