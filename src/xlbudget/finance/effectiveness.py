"""How much learning a dollar goes with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlbudget.errors import NoAnswerError
from xlbudget.finance import _arguments as arguments
from xlbudget.finance._answers import finite, total

if TYPE_CHECKING:
    from collections.abc import Sequence


def academic_roi(gain: float, students: float, dollars: float) -> float:
    r"""Return the learning gain, over all students helped, for each dollar spent.

    Use it to rank programs that share one measure, one grade band and one period: across
    measures it says nothing.  The gain is associated with the money, not proved to be its
    effect, unless the evidence is strong.

    Args:
        gain: Average gain of a student, in the units of the measure; negative is a loss.
        students: Number of students helped, 0 or more.
        dollars: Cost of the program over the same period, above 0.

    Returns:
        Units of gain times students, per dollar.

    Raises:
        NotANumberError: An argument is blank, text or not finite.
        ZeroBaseError: ``dollars`` is 0.
        FinanceError: ``students`` or ``dollars`` is negative.
        NoFiniteAnswerError: The ratio is too large to be a number.

    Example:
        0.20 standard deviations, 400 students, $180,000; per $1,000:

        >>> round(1_000 * academic_roi(0.20, 400, 180_000), 4)
        0.4444

    Formula:
        :math:`gain \cdot students / dollars`.

    Source:
        GFOA, *PK-12 Budgeting: Academic ROI*, after Levenson.

    """
    raised = arguments.number(gain, "The gain")
    helped = arguments.at_least(students, "The number of students")
    spent = arguments.divisor(dollars, "The cost in dollars")
    return finite(raised * helped / spent, "The academic return")


def cost_effectiveness(cost_per_student: float, effect: float) -> float:
    """Return what one unit of learning costs for one student.

    Use it to rank programs that share one measure: the lowest is the best.

    Args:
        cost_per_student: Dollars per student, 0 or more.
        effect: Average effect in the units of the measure, above 0.

    Returns:
        Dollars per student and unit of effect.

    Raises:
        NotANumberError: An argument is blank, text or not finite.
        ZeroBaseError: ``effect`` is 0.
        NoAnswerError: ``effect`` is negative; no money buys a loss.
        FinanceError: ``cost_per_student`` is negative.
        NoFiniteAnswerError: The ratio is too large to be a number.

    Example:
        $450 per student for 0.20 standard deviations; per 0.1:

        >>> round(cost_effectiveness(450, 0.20) / 10, 2)
        225.0

    Formula:
        :math:`cost / effect`.

    Source:
        Levin and McEwan, *Cost-Effectiveness Analysis*: the cost-effectiveness ratio.

    """
    cost = arguments.at_least(cost_per_student, "The cost per student")
    gained = arguments.number(effect, "The effect")
    if gained < 0:
        raise NoAnswerError(
            saw=f"The effect is {gained:,.10g}",
            wants="A price per unit of effect needs an effect above 0",
            fix="Show the loss itself; it has no price",
        )
    return finite(cost / arguments.divisor(gained, "The effect"), "The ratio")


def value_of_investment(
    importances: Sequence[float],
    influences: Sequence[float],
    probabilities: Sequence[float] | None = None,
) -> float:
    r"""Return a score of what a project does for the goals of a plan.

    Use it beside the cost, for benefits that have no price.

    Args:
        importances: Weight of each goal, 0 or more.
        influences: What the project does for each goal, on the team's scale; harm is negative.
        probabilities: Chance that it does so, from 0 to 1, for each goal; 1 if left out.

    Returns:
        A score; only comparable within one team and one scale.

    Raises:
        NotANumberError: A number is blank, text or not finite.
        ShapeError: A list is empty, or they are of unlike length.
        ShareError: A probability lies outside 0 to 1.
        FinanceError: An importance is negative.
        NoFiniteAnswerError: The score is too large to be a number.

    Example:
        >>> value_of_investment([5, 3], [2, 4], [0.5, 1.0])
        17.0

    Formula:
        :math:`\sum_g importance_g \cdot influence_g \cdot probability_g`.

    Source:
        CoSN, Value of Investment: importance of a goal and influence of the project on it.

    """
    weights = arguments.numbers(importances, "importance")
    effects = arguments.numbers(influences, "influence")
    arguments.same_length(weights, effects, "importances and influences")
    chances = (
        (1.0,) * len(weights)
        if probabilities is None
        else arguments.numbers(probabilities, "chance")
    )
    arguments.same_length(weights, chances, "importances and chances")
    parts = (
        arguments.at_least(weight, "An importance") * effect * arguments.share(chance, "A chance")
        for weight, effect, chance in zip(weights, effects, chances, strict=True)
    )
    return total(parts, "The score")
