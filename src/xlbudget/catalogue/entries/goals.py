"""Is the money linked to a goal of the plan?"""

from __future__ import annotations

from math import fsum

from xlbudget.catalogue.function import Function, Parameter, Value, as_table
from xlbudget.catalogue.kind import Kind
from xlbudget.catalogue.unit import Unit
from xlbudget.finance import _arguments as arguments
from xlbudget.finance._answers import total

_FAMILY = "Goals"
_EVERY = "Every line item has a goal"

_GOALS = Parameter("goals", Unit.WORD, "Goal of each line item; blank for none.", Kind.WORDS)


def aligned_share(goals: list[str], amounts: list[float]) -> float:
    r"""Return which share of the money is linked to a goal.

    Use it as the headline of a plan; the lines behind the rest come from ``unaligned``.

    Args:
        goals: Goal of each line item; empty for none.  A whole column of a sheet ends with
            its last filled cell, so goals may be fewer than amounts: the last have none.
        amounts: Dollars of each line item, 0 or more.

    Returns:
        A share from 0 to 1.

    Raises:
        NotANumberError: An amount is blank, text or not finite.
        ShapeError: There are no line items, or more goals than amounts.
        FinanceError: An amount is negative.
        ZeroBaseError: The amounts sum to 0.
        NoFiniteAnswerError: The sum is too large to be a number.

    Formula:
        :math:`\sum A_{linked} / \sum A`.

    Source:
        GFOA, *Best Practices in School Budgeting*: align the budget with the goals.

    """
    held = arguments.numbers(amounts, "amount")
    linked = _filled_up(goals, len(held), "goals and amounts")
    checked = [arguments.at_least(amount, "An amount") for amount in held]
    whole = arguments.divisor(total(checked, "The sum of the amounts"), "The sum of the amounts")
    return fsum(a for a, goal in zip(checked, linked, strict=True) if goal) / whole


def unaligned(
    line_items: list[str], goals: list[str], amounts: list[float] | None = None
) -> list[list[Value]]:
    """Return the line items that are linked to no goal.

    Use it as a list of what is still to do before the board meets.

    Args:
        line_items: Name of each line item.
        goals: Goal of each line item; empty for none.  They may be fewer than line items,
            as in :func:`aligned_share`.
        amounts: Dollars of each line item, to be shown beside it.

    Returns:
        A heading, and a row for each line item without a goal, in their order.

    Raises:
        NotANumberError: An amount is blank, text or not finite.
        ShapeError: There are no line items, more goals, or not as many amounts.

    Formula:
        None.

    Source:
        Own list, after GFOA, *Best Practices in School Budgeting*.

    """
    arguments.listed(line_items, "line item")
    linked = _filled_up(goals, len(line_items), "goals and line items")
    rows: list[list[Value]] = [["Line item"]]
    rows += [[name] for name in line_items]
    if amounts is not None:
        held = arguments.numbers(amounts, "amount")
        arguments.same_length(line_items, held, "line items and amounts")
        beside: list[Value] = ["Amount", *held]
        rows = [[*row, value] for row, value in zip(rows, beside, strict=True)]
    found = [row for row, goal in zip(rows[1:], linked, strict=True) if not goal and any(row)]
    done: list[Value] = [_EVERY, 0.0]
    return [rows[0], *(found or [done[: len(rows[0])]])]


def _filled_up(goals: list[str], count: int, names: str) -> list[str]:
    """Return a goal for each line: what lies below the last goal of a column has none."""
    linked = [*goals, *[""] * (count - len(goals))]
    arguments.same_length(linked, range(count), names)
    return linked


FUNCTIONS = (
    Function(
        name="XLB_ALIGNED_SHARE",
        family=_FAMILY,
        says="Which share of the money is linked to a goal of the plan.",
        python=aligned_share,
        parameters=(
            _GOALS,
            Parameter("amounts", Unit.DOLLARS, "Dollars of each line item.", Kind.NUMBERS),
        ),
        returns=Unit.SHARE,
        example=((("G01", "", "G02"), (600.0, 100.0, 300.0)), 0.9),
    ),
    Function(
        name="XLB_UNALIGNED",
        family=_FAMILY,
        says="The line items that are linked to no goal: a list.",
        python=unaligned,
        parameters=(
            Parameter("line_items", Unit.WORD, "Name of each line item.", Kind.WORDS),
            _GOALS,
            Parameter(
                "amounts", Unit.DOLLARS, "Dollars of each line item, shown beside.", Kind.NUMBERS
            ),
        ),
        returns=Unit.TABLE,
        example=(
            (("Chromebooks", "Carts", "Fiber"), ("G01", "", ""), (600.0, 100.0, 300.0)),
            (("Line item", "Amount"), ("Carts", 100.0), ("Fiber", 300.0)),
        ),
        lays_out=as_table,
    ),
)
