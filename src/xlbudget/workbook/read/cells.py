"""The cells of a sheet: what each holds, by which formula, and how it looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from xlbudget.workbook.read.value import Value


class Stretch(NamedTuple):
    """Cells of one column and one look, in several rows.

    Attributes:
        column: The letters of their column.
        rows: The number of each one's row, as the file writes it.
        values: What each of them shows.
        formulas: The formula of each of them; empty when they have none.
        is_date: Whether they show dates or times.

    """

    column: str
    rows: Sequence[str]
    values: Sequence[Value]
    formulas: Sequence[str]
    is_date: bool

    @property
    def refs(self) -> list[str]:
        """Their addresses."""
        column = self.column
        return [column + row for row in self.rows]


@dataclass(frozen=True, eq=False)
class Single:
    """Cells that are not like the ones above and below them, by address.

    Attributes:
        values: What each of them shows.
        formulas: The formula of each one that has any.
        dates: Those that show a date or a time.

    """

    values: Mapping[str, Value]
    formulas: Mapping[str, str]
    dates: AbstractSet[str]


@dataclass(frozen=True, eq=False)
class Cells:
    """The cells of a sheet: column by column as they were read, and by address.

    Attributes:
        stretches: Most cells of tables; together with the single ones, all cells.
        single: The other cells.
        arrays: The area that a formula fills, by the cell that has it.

    """

    stretches: Sequence[Stretch]
    single: Single
    arrays: Mapping[str, str]

    @property
    def count(self) -> int:
        """How many cells there are."""
        return len(self.single.values) + sum(len(stretch.rows) for stretch in self.stretches)

    @cached_property
    def values(self) -> Mapping[str, Value]:
        """What each cell shows; a blank one that has a look is None, dates are numbers."""
        values = dict(self.single.values)
        for stretch in self.stretches:
            values.update(zip(stretch.refs, stretch.values, strict=True))
        return values

    @cached_property
    def formulas(self) -> Mapping[str, str]:
        """The formula of each cell that has one, without the equals sign.

        Of an array or a data table only its first cell has it.
        """
        formulas = dict(self.single.formulas)
        for stretch in self.stretches:
            if stretch.formulas:
                formulas.update(zip(stretch.refs, stretch.formulas, strict=True))
        return formulas

    @cached_property
    def dates(self) -> AbstractSet[str]:
        """The cells that show a date or a time."""
        stretches = (stretch.refs for stretch in self.stretches if stretch.is_date)
        return frozenset(self.single.dates).union(*stretches)
