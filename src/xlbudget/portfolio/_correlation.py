"""Which figures move together: a table of correlations, taken apart to draw from it."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import numpy as np

from xlbudget.errors import FinanceError, ShapeError
from xlbudget.portfolio._cells import Numbers, table

_ROUNDING = 1e-9


def linked_parts(correlation: Sequence[Sequence[float]] | Numbers, drivers: int) -> Numbers:
    """Return L with L L' = correlation: what each driver takes of independent normal numbers.

    Unlike numpy's, this takes figures that move exactly together, too.

    Args:
        correlation: A row and a column for each driver.
        drivers: How many drivers there are.

    Raises:
        NotANumberError: A correlation is blank, text or not finite.
        ShapeError: It is not a square of the drivers' number.
        FinanceError: It is not symmetric with 1 on the diagonal, or cannot hold.

    Example:
        >>> linked_parts([[1, 0.6], [0.6, 1]], 2).tolist()
        [[1.0, 0.0], [0.6, 0.8]]

    Source:
        Cholesky's decomposition.

    """
    held = table(correlation, "correlation")
    if held.shape != (drivers, drivers):
        raise ShapeError(
            saw=f"The correlation holds {' x '.join(map(str, held.shape))} numbers",
            wants=f"There are {drivers} drivers, and each needs its row and its column",
            fix="Write 1 for a driver and itself, and 0 where two do not hang together",
        )
    if (held != held.T).any() or (held.diagonal() != 1).any():
        raise _impossible("The correlation differs above and below its diagonal, or is not 1 on it")
    parts = np.zeros_like(held)
    for row in range(drivers):
        for column in range(row):
            rest = held[row, column] - parts[row] @ parts[column]
            own = parts[column, column]
            if own:
                parts[row, column] = rest / own
            elif abs(rest) > _ROUNDING:
                raise _impossible(f"Driver {row + 1} is tied in ways that cannot hold at once")
        left = 1 - float(parts[row] @ parts[row])
        if left < -_ROUNDING:
            raise _impossible(f"Driver {row + 1} is tied in ways that cannot hold at once")
        parts[row, row] = sqrt(left) if left > _ROUNDING else 0
    return parts


def _impossible(saw: str) -> FinanceError:
    return FinanceError(
        saw=saw,
        wants="Each correlation lies from -1 to 1, and all of them must be able to hold at once",
        fix="Lessen the strongest ones, or leave the correlation out",
    )
