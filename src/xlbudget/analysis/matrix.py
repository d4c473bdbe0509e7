"""A matrix of dollars: who stands in the rows, who in the columns, and what stands between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from xlbudget.analysis.breakdown import ZERO, Amounts, Names, sum_by_year, with_unnamed

Cell = tuple[str, str, Decimal]  # key of the row, key of the column, dollars


@dataclass(frozen=True, slots=True)
class Matrix:
    """Dollars by row and column."""

    rows: tuple[tuple[str, str], ...]  # key and label
    columns: tuple[tuple[str, str], ...]  # key and label
    cells: tuple[Amounts, ...]  # cells[row][column]

    @property
    def row_totals(self) -> Amounts:
        """Return the sum of each row."""
        return tuple(sum(row, ZERO) for row in self.cells)

    @property
    def column_totals(self) -> Amounts:
        """Return the sum of each column."""
        return sum_by_year(self.cells, len(self.columns))

    @property
    def total(self) -> Decimal:
        """Return the sum of all cells."""
        return sum(self.row_totals, ZERO)

    def column(self, key: str) -> Amounts:
        """Return the cells of a column, one for each row; zeros when there is no such column."""
        places = [place for place, (known, _) in enumerate(self.columns) if known == key]
        return tuple(row[places[0]] if places else ZERO for row in self.cells)

    def at(self, row: str, column: str) -> Decimal:
        """Return the cell of a row and a column by their keys; 0 when there is none."""
        rows = [key for key, _ in self.rows]
        columns = [key for key, _ in self.columns]
        known = row in rows and column in columns
        return self.cells[rows.index(row)][columns.index(column)] if known else ZERO


def matrix(
    rows: Names, columns: Names, cells: Iterable[Cell], *, blank_column: str = "not said"
) -> Matrix:
    """Return the cells added up by row and column.

    Args:
        rows: Keys and labels of the rows; cells of other rows are left out.
        columns: Keys and labels of the columns; other columns seen come after them.
        cells: Dollars with the keys of their row and column.
        blank_column: Label of the blank column, when it is seen and not named.

    """
    sums: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    known = {key for key, _ in rows}
    for row, column, amount in cells:
        if row in known:
            sums[row, column] += amount
    seen = {column for _, column in sums}
    heads = tuple(with_unnamed(columns, seen, blank=blank_column))
    sides = tuple(with_unnamed(rows, (), blank=""))
    return Matrix(
        sides,
        heads,
        tuple(tuple(sums.get((row, column), ZERO) for column, _ in heads) for row, _ in sides),
    )
