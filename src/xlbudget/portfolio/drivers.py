"""The uncertain figures behind a plan: what each may be, and what it does to the flows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from xlbudget.finance import _arguments as arguments
from xlbudget.finance import triangular_moments
from xlbudget.finance.simulation import Moments
from xlbudget.portfolio._cells import Numbers
from xlbudget.portfolio._normal_shares import normal_shares

Draws = NDArray[np.float32]
"""Numbers of single precision; where they are called space, two rows to work in."""


@dataclass(frozen=True, slots=True)
class Normal:
    """A figure that strays from its mean to both sides alike.

    Attributes:
        mean: Its average, in any unit.
        standard_deviation: The usual distance from it, 0 or more.
        flows: Dollars that one unit brings in each period, the first one now; money paid out is
            negative.  A saving of x dollars at the end of years 1 to 3 has (0, 1, 1, 1).

    Raises:
        NotANumberError: The mean or the deviation is blank, text or not finite.
        FinanceError: The deviation is negative.

    """

    mean: float
    standard_deviation: float
    flows: Sequence[float]

    def __post_init__(self) -> None:
        """Refuse what is no distribution."""
        arguments.number(self.mean, "The mean")
        arguments.at_least(self.standard_deviation, "The standard deviation")

    def moments(self) -> Moments:
        """Return the mean and the standard deviation."""
        return Moments(self.mean, self.standard_deviation)

    def center(self) -> float:
        """Return the figure from which ``add`` and ``add_linked`` count."""
        return self.mean

    def add(self, stream: Generator, space: Draws, scale: float, worths: Draws) -> None:
        """Draw the figure as often as there are worths, and add it to them, times ``scale``."""
        drawn = space[0]
        stream.standard_normal(out=drawn, dtype=np.float32)
        drawn *= np.float32(scale * self.standard_deviation)
        worths += drawn

    def add_linked(self, points: Numbers, scale: float, worths: Draws) -> None:
        """Add the figure that lies as far out as these points of the normal distribution."""
        worths += (points * (scale * self.standard_deviation)).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Triangular:
    """A figure of which the lowest, the likeliest and the highest value are known.

    Attributes:
        low: Smallest value, in any unit.
        mode: Likeliest value, between the two others.
        high: Largest value.
        flows: Dollars that one unit brings in each period, as in ``Normal``.

    Raises:
        NotANumberError: A value is blank, text or not finite.
        FinanceError: The three do not rise.

    """

    low: float
    mode: float
    high: float
    flows: Sequence[float]

    def __post_init__(self) -> None:
        """Refuse what is no distribution."""
        triangular_moments(self.low, self.mode, self.high)

    def moments(self) -> Moments:
        """Return the mean and the standard deviation."""
        return triangular_moments(self.low, self.mode, self.high)

    def center(self) -> float:
        """Return the figure from which ``add`` and ``add_linked`` count."""
        return self.low + self.high - self.mode

    def add(self, stream: Generator, space: Draws, scale: float, worths: Draws) -> None:
        r"""Draw the figure as often as there are worths, and add it to them, times ``scale``.

        A share u below the mode's share p lies at :math:`a + \sqrt{u (c - a) (b - a)}`, one
        above it at :math:`c - \sqrt{(1 - u) (c - a) (c - b)}`.  Each root stands still at the
        mode when u is held to its own side of p, so their sum takes no choice between them.
        """
        stream.random(out=space[0], dtype=np.float32)
        self._add_shares(space, scale, worths)

    def add_linked(self, points: Numbers, scale: float, worths: Draws) -> None:
        """Add the figure that lies as far out as these points of the normal distribution."""
        shares = normal_shares(points).astype(np.float32)
        self._add_shares(np.stack((shares, shares)), scale, worths)

    def _add_shares(self, space: Draws, scale: float, worths: Draws) -> None:
        width, left = self.high - self.low, self.mode - self.low
        if not width:
            return
        size, turn = scale * width, left / width
        add, subtract = (np.add, np.subtract) if scale > 0 else (np.subtract, np.add)
        shares, root = space
        root.fill(turn)  # numpy compares two arrays thrice as fast as an array and a number
        np.minimum(root, shares, out=root)
        root *= np.float32(size * size * turn)
        add(worths, np.sqrt(root, out=root), out=worths)
        root.fill(turn)
        np.maximum(root, shares, out=root)
        np.subtract(np.float32(1), root, out=root)
        root *= np.float32(size * size * (1 - turn))
        subtract(worths, np.sqrt(root, out=root), out=worths)


Driver = Normal | Triangular
