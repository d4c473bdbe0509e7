"""A result of an analysis as a plain table: for DataFrames, JSON and the terminal alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from xlbudget.model.field import Kind

Cell = object  # a value, or for a yearly column one value for each year of the plan


@dataclass(frozen=True, slots=True)
class ResultColumn:
    """A column of a result: its name, and what it holds."""

    name: str
    kind: Kind
    yearly: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """A result: its name, the sentence that says what it is, its columns and rows."""

    name: str
    says: str
    years: tuple[int, ...]
    columns: tuple[ResultColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def column(self, name: str) -> list[Cell]:
        """Return the values of one column, row by row."""
        position = [column.name for column in self.columns].index(name)
        return [row[position] for row in self.rows]


def texts(*names: str) -> tuple[ResultColumn, ...]:
    """Return columns that hold words."""
    return tuple(ResultColumn(name, Kind.TEXT) for name in names)


def money(*names: str, yearly: bool = False) -> tuple[ResultColumn, ...]:
    """Return columns that hold dollars."""
    return tuple(ResultColumn(name, Kind.MONEY, yearly) for name in names)


def numbers(*names: str) -> tuple[ResultColumn, ...]:
    """Return columns that hold numbers."""
    return tuple(ResultColumn(name, Kind.NUMBER) for name in names)


def whole(*names: str) -> tuple[ResultColumn, ...]:
    """Return columns that hold whole numbers."""
    return tuple(ResultColumn(name, Kind.WHOLE) for name in names)


def shares(*names: str) -> tuple[ResultColumn, ...]:
    """Return columns that hold fractions."""
    return tuple(ResultColumn(name, Kind.SHARE) for name in names)


def fiscal_years(*names: str) -> tuple[ResultColumn, ...]:
    """Return columns that hold fiscal years."""
    return tuple(ResultColumn(name, Kind.YEAR) for name in names)


def wide(result: Result) -> Iterator[tuple[str, ResultColumn, list[Cell]]]:
    """Yield name, column and values, with one column for each year of a yearly one."""
    for column in result.columns:
        values = result.column(column.name)
        if not column.yearly:
            yield column.name, column, values
            continue
        for k, year in enumerate(result.years):
            yield f"{column.name}_{year}", column, [_at(value, k) for value in values]


def by_year(years: Sequence[int], *measures: Iterable[Cell]) -> tuple[tuple[Cell, ...], ...]:
    """Return one row for each year: the fiscal year, and each measure of that year."""
    return tuple(zip(years, *measures, strict=True))


def _at(values: Cell, k: int) -> Cell:
    return values[k] if isinstance(values, tuple) else None
