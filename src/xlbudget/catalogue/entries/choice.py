"""Which projects to take when money is short."""

from __future__ import annotations

from xlbudget import finance
from xlbudget.catalogue.function import Function, Parameter, Value, as_table
from xlbudget.catalogue.kind import Kind
from xlbudget.catalogue.unit import Unit
from xlbudget.errors import ShapeError

_FAMILY = "Choice"


def rationing(
    names: list[str], projects: list[tuple[float, float]], budget: float
) -> list[list[Value]]:
    r"""Return the projects that are worth most together and fit into a budget, by name.

    Use it where projects are independent and indivisible.

    Args:
        names: Name of each project.
        projects: At most 40 pairs of investment (dollars, 0 or more) and net present value.
        budget: Dollars that may be spent, 0 or more.

    Returns:
        A heading; name, investment and worth of each chosen project; and a total.

    Raises:
        NotANumberError: A number is blank, text or not finite.
        ShapeError: There are no projects, more than 40, or not as many as names.
        FinanceError: An investment or the budget is negative.
        NoFiniteAnswerError: A total is too large to be a number.

    Formula:
        Maximize :math:`\sum x_k NPV_k` with x 0 or 1 and :math:`\sum x_k I_k \le budget`.

    Source:
        E. Horowitz and S. Sahni, "Computing Partitions with Applications to the Knapsack
        Problem", *Journal of the ACM* 21 (1974).

    """
    if len(names) != len(projects):
        raise ShapeError(
            saw=f"There are {len(names)} names and {len(projects)} projects",
            wants="Each project has a name",
            fix="Select as many names as projects",
        )
    plan = finance.capital_rationing(projects, budget)
    rows: list[list[Value]] = [["Project", "Investment", "NPV"]]
    rows += [[names[place], *map(float, projects[place])] for place in plan.chosen]
    return [*rows, ["Total", plan.investment, plan.npv]]


FUNCTIONS = (
    Function(
        name="XLB_RATIONING",
        family=_FAMILY,
        says="The projects that are worth most together and fit into a budget: a table.",
        python=rationing,
        parameters=(
            Parameter("names", Unit.WORD, "Name of each project.", Kind.WORDS),
            Parameter(
                "projects",
                Unit.DOLLARS,
                "Two columns, at most 40 rows: investment and net present value.",
                Kind.PAIRS,
            ),
            Parameter("budget", Unit.DOLLARS, "Dollars that may be spent."),
        ),
        returns=Unit.TABLE,
        example=(
            (("Fiber", "Carts", "Labs"), ((60.0, 40.0), (50.0, 30.0), (50.0, 30.0)), 100.0),
            (
                ("Project", "Investment", "NPV"),
                ("Carts", 50.0, 30.0),
                ("Labs", 50.0, 30.0),
                ("Total", 100.0, 60.0),
            ),
        ),
        lays_out=as_table,
    ),
)
