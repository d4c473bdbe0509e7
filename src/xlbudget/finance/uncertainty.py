"""What a plan is worth when its inputs are not certain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlbudget.errors import UnknownChoiceError
from xlbudget.finance import _arguments as arguments
from xlbudget.finance._answers import finite, total
from xlbudget.finance.simulation import Moments, Simulation, simulate_npv, triangular_moments

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = [
    "Moments",
    "Simulation",
    "TornadoRow",
    "expected_value",
    "simulate_npv",
    "tornado",
    "triangular_moments",
]


@dataclass(frozen=True, slots=True)
class TornadoRow:
    """What one input does to the result while all others stay.

    Attributes:
        name: Name of the input.
        at_low: Result with the input's low value.
        at_high: Result with its high value.
        swing: Distance between the two.

    """

    name: str
    at_low: float
    at_high: float
    swing: float


def expected_value(values: Sequence[float], weights: Sequence[float]) -> float:
    r"""Return the average of what may happen, each weighted by its chance.

    Use it over a complete set of scenarios.

    Args:
        values: What each scenario is worth, in dollars.
        weights: Chance of each, from 0 to 1.  They must sum to 1 and are never stretched.

    Returns:
        Dollars.

    Raises:
        NotANumberError: A value or weight is blank, text or not finite.
        ShapeError: A list is empty, or they are of unlike length.
        ShareError: A weight lies outside 0 to 1, or they do not sum to 1.
        NoFiniteAnswerError: The value is too large to be a number.

    Example:
        >>> round(expected_value([-30_149.77, 61_627.56, 138_404.90], [0.25, 0.50, 0.25]), 2)
        57877.56

    Formula:
        :math:`\sum_s p_s V_s`.

    Source:
        OpenStax, *Principles of Finance* 2e, section 18.5 (scenario analysis).

    """
    held = arguments.numbers(values, "value")
    chances = arguments.shares_of_one(weights, "weight")
    arguments.same_length(held, chances, "values and weights")
    parts = (value * chance for value, chance in zip(held, chances, strict=True))
    return total(parts, "The expected value")


def tornado(
    model: Callable[..., float],
    base: Mapping[str, float],
    swings: Mapping[str, tuple[float, float]],
) -> tuple[TornadoRow, ...]:
    """Return how far each input alone moves a result, the strongest input first.

    Use it to see which estimate deserves the most care.

    Args:
        model: A function that takes the inputs by name and returns the result in dollars.
        base: The expected value of each input by name.
        swings: The low and the high value of each input that is varied.

    Returns:
        A row for each input of ``swings``, sorted by swing; equal swings keep their order.

    Raises:
        NotANumberError: An input or a result is blank, text or not finite.
        ShapeError: A swing is not a pair.
        UnknownChoiceError: An input of ``swings`` is not in ``base``.
        NoFiniteAnswerError: A swing is too large to be a number.
        XlbudgetError: Whatever ``model`` itself refuses.

    Example:
        >>> rows = tornado(lambda price, units: -price * units, {"price": 300, "units": 100},
        ...                {"units": (90, 110), "price": (250, 400)})
        >>> [(row.name, row.at_low, row.at_high, row.swing) for row in rows]
        [('price', -25000.0, -40000.0, 15000.0), ('units', -27000.0, -33000.0, 6000.0)]

    Formula:
        :math:`|f(high) - f(low)|` with all other inputs at their base.

    Source:
        OpenStax, *Principles of Finance* 2e, section 18.5 (sensitivity analysis).

    """
    inputs = {name: arguments.number(value, f"Input {name}") for name, value in base.items()}

    def result(name: str, value: float) -> float:
        return arguments.number(model(**{**inputs, name: value}), "The result of the model")

    rows = []
    for name, ends in swings.items():
        if name not in inputs:
            raise UnknownChoiceError(
                saw=f'A swing is given for "{name}"',
                wants=f"The inputs are {', '.join(inputs)}",
                fix="Use one of these names",
            )
        [(low, high)] = arguments.pairs([ends], f"swing of {name}", "the low and the high value")
        at_low, at_high = result(name, low), result(name, high)
        swing = finite(abs(at_high - at_low), f"The swing of {name}")
        rows.append(TornadoRow(name, at_low, at_high, swing))
    return tuple(sorted(rows, key=lambda row: -row.swing))
