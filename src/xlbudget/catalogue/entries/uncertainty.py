"""What a plan is worth when its inputs are not certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlbudget import finance
from xlbudget.catalogue.entries.worth import RATE
from xlbudget.catalogue.function import Function, Parameter, Rows, Value, as_table
from xlbudget.catalogue.kind import Kind
from xlbudget.catalogue.unit import Unit
from xlbudget.errors import ShapeError
from xlbudget.finance import _arguments as arguments
from xlbudget.finance._answers import finite, total

if TYPE_CHECKING:
    from xlbudget.finance import Moments, Simulation

_FAMILY = "Uncertainty"


def npv_tornado(
    rate: float,
    names: list[str],
    flows: list[list[float]],
    lows: list[float],
    highs: list[float],
) -> list[list[Value]]:
    r"""Return how far each part of a plan alone moves its NPV, the strongest part first.

    Use it to see which estimate deserves the most care.

    Args:
        rate: Discount rate per period as a fraction, above -1.
        names: Name of each part: devices, licenses, staff, savings.
        flows: Dollars: a row for each part, a column for each period; outlays negative.
        lows: Low factor of each part: 0.9 when it may come to 90 % of its flows.
        highs: High factor of each part.

    Returns:
        A heading; name, NPV at the low and at the high factor, and the distance of the two.

    Raises:
        NotANumberError: An argument, flow or factor is blank, text or not finite.
        RateError: ``rate`` is -1 or less.
        ShapeError: There are no parts, or not as many names, lows or highs as rows.
        NoFiniteAnswerError: A worth or a swing is too large to be a number.

    Formula:
        :math:`|NPV(high_k) - NPV(low_k)|` with all other parts at factor 1.

    Source:
        OpenStax, *Principles of Finance* 2e, section 18.5 (sensitivity analysis).

    """
    for given, noun in ((names, "names"), (lows, "low factors"), (highs, "high factors")):
        if len(given) != len(flows):
            raise ShapeError(
                saw=f"There are {len(given)} {noun} and {len(flows)} rows of flows",
                wants="Each part has a name, a low and a high factor, and a row of flows",
                fix="Select as many cells as rows",
            )
    arguments.listed(flows, "row of flow")
    worths = [finance.npv(rate, part) for part in flows]
    whole = total(worths, "The worth of the plan")
    low, high = arguments.numbers(lows, "low factor"), arguments.numbers(highs, "high factor")
    at_low, at_high = (
        [total((whole, -worth, by * worth), "The worth at a factor") for by, worth in held]
        for held in (zip(low, worths, strict=True), zip(high, worths, strict=True))
    )
    swings = [finite(abs(b - a), "A swing") for a, b in zip(at_low, at_high, strict=True)]
    found = sorted(zip(names, at_low, at_high, swings, strict=True), key=lambda row: -row[-1])
    rows: list[list[Value]] = [["Input", "NPV at low", "NPV at high", "Swing"]]
    rows += [[name, below, above, swing] for name, below, above, swing in found]
    return rows


def _moments_table(moments: Moments) -> Rows:
    return (("Mean", moments.mean), ("Standard deviation", moments.standard_deviation))


def _simulation_table(answer: Simulation) -> Rows:
    return (
        ("Figure", "NPV"),
        ("Mean", answer.mean),
        ("Standard deviation", answer.standard_deviation),
        ("Probability of a loss", answer.probability_of_loss),
        *((f"Percentile {percent}", worth) for percent, worth in answer.percentiles),
    )


_THREE_POINTS = "Low, likeliest and high, in three cells."

FUNCTIONS = (
    Function(
        name="XLB_EXPECTED_VALUE",
        family=_FAMILY,
        says="The average of what may happen, each weighted by its chance.",
        python=finance.expected_value,
        parameters=(
            Parameter("values", Unit.DOLLARS, "What each scenario is worth.", Kind.NUMBERS),
            Parameter("weights", Unit.SHARE, "Chance of each; they sum to 100%.", Kind.NUMBERS),
        ),
        returns=Unit.DOLLARS,
        example=(((100.0, 200.0), (0.25, 0.75)), 175.0),
        unlike="SUMPRODUCT does not mind weights that do not sum to 100%.",
    ),
    Function(
        name="XLB_TORNADO",
        family=_FAMILY,
        says="How far each part of a plan alone moves its NPV, the strongest first: a table.",
        python=npv_tornado,
        parameters=(
            RATE,
            Parameter("names", Unit.WORD, "Name of each part.", Kind.WORDS),
            Parameter(
                "flows",
                Unit.DOLLARS,
                "A row for each part, a column for each period; money paid out is negative.",
                Kind.BLOCK,
            ),
            Parameter("lows", Unit.RATIO, "Low factor of each part: 90%.", Kind.NUMBERS),
            Parameter("highs", Unit.RATIO, "High factor of each part: 120%.", Kind.NUMBERS),
        ),
        returns=Unit.TABLE,
        example=(
            (
                0.0,
                ("Devices", "Staff"),
                ((-1_000.0, 0.0), (-200.0, -200.0)),
                (0.9, 0.5),
                (1.2, 1.5),
            ),
            (
                ("Input", "NPV at low", "NPV at high", "Swing"),
                ("Staff", -1_200.0, -1_600.0, 400.0),
                ("Devices", -1_300.0, -1_600.0, 300.0),
            ),
        ),
        lays_out=as_table,
    ),
    Function(
        name="XLB_TRIANGULAR",
        family=_FAMILY,
        says="The average and the spread of an estimate given as low, likeliest and high.",
        python=finance.triangular_moments,
        parameters=(
            Parameter("low", Unit.NUMBER, "Smallest value."),
            Parameter("mode", Unit.NUMBER, "Likeliest value."),
            Parameter("high", Unit.NUMBER, "Largest value."),
        ),
        returns=Unit.TABLE,
        example=(
            (240_000.0, 250_000.0, 300_000.0),
            (("Mean", 263_333.33), ("Standard deviation", 13_123.35)),
        ),
        lays_out=_moments_table,
    ),
    Function(
        name="XLB_SIMULATE",
        family=_FAMILY,
        says="What a purchase with yearly savings may be worth, by many random draws: a table.",
        python=finance.simulate_npv,
        parameters=(
            RATE,
            Parameter("years", Unit.YEARS, "Years of saving."),
            Parameter("cost", Unit.DOLLARS, f"Dollars paid now. {_THREE_POINTS}", Kind.NUMBERS),
            Parameter(
                "saving",
                Unit.DOLLARS_PER_YEAR,
                f"Dollars saved at each year's end. {_THREE_POINTS}",
                Kind.NUMBERS,
            ),
            Parameter("draws", Unit.NUMBER, "Number of draws, 2 to 100,000."),
            Parameter("seed", Unit.NUMBER, "The same seed gives the same answer."),
            Parameter(
                "percentiles", Unit.PERCENT, "Percentages from 0 to 100 to show.", Kind.NUMBERS
            ),
        ),
        returns=Unit.TABLE,
        example=(
            (
                0.04,
                5.0,
                (240_000.0, 250_000.0, 300_000.0),
                (50_000.0, 70_000.0, 85_000.0),
                2_000.0,
                7.0,
                (5.0, 50.0, 95.0),
            ),
            (
                ("Figure", "NPV"),
                ("Mean", 39_561.23),
                ("Standard deviation", 34_520.02),
                ("Probability of a loss", 0.1425),
                ("Percentile 5", -19_024.46),
                ("Percentile 50", 40_439.36),
                ("Percentile 95", 95_715.98),
            ),
        ),
        lays_out=_simulation_table,
    ),
)
