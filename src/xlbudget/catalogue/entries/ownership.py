"""What owning devices costs: a year, a plan, a school day; one line or a hundred thousand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlbudget import finance
from xlbudget.catalogue.function import Function, Parameter, Value, across, as_table
from xlbudget.catalogue.kind import Kind
from xlbudget.catalogue.unit import Unit
from xlbudget.errors import ShapeError
from xlbudget.finance import _arguments as arguments
from xlbudget.finance._answers import total

if TYPE_CHECKING:
    from collections.abc import Sequence

_FAMILY = "Cost of ownership"
_LAST_YEAR = 9_999

_PRICE = Parameter("price", Unit.DOLLARS, "Dollars per device.")
_SETUP = Parameter("setup", Unit.DOLLARS, "Dollars per device, once, at each purchase.")
_LIFE = Parameter("service_life", Unit.YEARS, "Years of service, 1 or more.")
_RESIDUAL = Parameter("residual", Unit.DOLLARS, "Dollars per device got back at the end.")
_QUANTITY = Parameter("quantity", Unit.NUMBER, "Number of devices, spares included.")
_ANNUAL = Parameter(
    "annual_unit_cost", Unit.DOLLARS_PER_YEAR, "Dollars per device a year: repair, licenses."
)
_HORIZON = Parameter("horizon", Unit.YEARS, "Years of the plan.")
_LINES = Parameter(
    "lines",
    Unit.TABLE,
    "A row for each line: quantity, price, setup, service life, residual, annual unit cost, "
    "first year. No blanks: 0 where there is nothing.",
    Kind.BLOCK,
)


def tco_schedule(
    categories: list[str],
    lines: list[list[float]],
    horizon: int,
    first_fiscal_year: int | None = None,
) -> list[list[Value]]:
    """Return what a plan's devices cost to own, by category and year, with totals.

    Use it for the table of a board paper: lines of one category are added up.

    Args:
        categories: Category of each line; lines without one are shown as "No category".
        lines: As in :func:`xlbudget.finance.tco_by_year`.
        horizon: Years of the plan, 1 to 50.
        first_fiscal_year: Fiscal year of year 1, for the heading (2027); "Year 1" without.

    Returns:
        A heading, a row for each category in the order of the lines, and a total, in dollars.

    Raises:
        NotANumberError: A cell is blank, text or not finite, or not whole years.
        ShapeError: There are no lines, not as many as categories, or a row has not 7 cells.
        TermError: A service life or year is below 1, or ``horizon`` outside 1 to 50.
        FinanceError: A quantity is negative.
        NoFiniteAnswerError: A cost is too large to be a number.

    Formula:
        Sums of :math:`Q ((P + U - S) / L + A)`.

    Source:
        CoSN, Project Cost Estimator: annualized initial cost and ongoing annual cost.

    """
    if len(categories) != len(lines):
        raise ShapeError(
            saw=f"There are {len(categories)} categories and {len(lines)} lines",
            wants="Each line has a category",
            fix="Select as many categories as lines",
        )
    by_category: dict[str, list[Sequence[float]]] = {}
    by_line = finance.tco_by_year(lines, horizon)
    for category, costs in zip(categories, by_line, strict=True):
        by_category.setdefault(category or "No category", []).append(costs)
    rows: list[list[Value]] = [["Category", *_heads(len(by_line[0]), first_fiscal_year), "Total"]]
    rows += [_summed(category, costs) for category, costs in by_category.items()]
    rows.append(_summed("Total", by_line))
    return rows


def _heads(years: int, first_fiscal_year: int | None) -> list[str]:
    if first_fiscal_year is None:
        return [f"Year {year}" for year in range(1, years + 1)]
    first = arguments.whole(first_fiscal_year, "The first fiscal year", highest=_LAST_YEAR)
    return [f"FY{first + year}" for year in range(years)]


def _summed(name: str, costs: Sequence[Sequence[float]]) -> list[Value]:
    sums = [total(column, "The cost of a year") for column in zip(*costs, strict=True)]
    return [name, *sums, total(sums, "The cost of the plan")]


_CHROMEBOOKS = (358.0, 7.0, 4.0, 15.0, 1_050.0, 0.0)
_TWO_LINES = ((100.0, 400.0, 0.0, 4.0, 0.0, 20.0, 1.0), (10.0, 800.0, 0.0, 8.0, 0.0, 0.0, 2.0))

FUNCTIONS = (
    Function(
        name="XLB_TCO",
        family=_FAMILY,
        says="What a fleet of like devices costs in each year of its service.",
        python=finance.annual_ownership_cost,
        parameters=(
            _PRICE,
            _SETUP,
            _LIFE,
            _RESIDUAL,
            _QUANTITY,
            _ANNUAL,
            Parameter("rate", Unit.RATE, "Discount rate; without it an even spread."),
        ),
        returns=Unit.DOLLARS_PER_YEAR,
        example=((*_CHROMEBOOKS, 0.03), 99_339.94),
    ),
    Function(
        name="XLB_TCO_YEARS",
        family=_FAMILY,
        says="What a fleet costs in each year of a plan: a row of years.",
        python=finance.ownership_schedule,
        parameters=(
            _PRICE,
            _SETUP,
            _LIFE,
            _HORIZON,
            _RESIDUAL,
            _QUANTITY,
            _ANNUAL,
            Parameter("first_year", Unit.YEARS, "Year of the plan in which they are bought."),
            Parameter("last_year", Unit.YEARS, "Last year of service; none when it goes on."),
            Parameter("refresh", Unit.FLAG, "FALSE when they are bought only once.", Kind.FLAG),
        ),
        returns=Unit.DOLLARS_PER_YEAR,
        example=(
            (400.0, 0.0, 4.0, 7.0, 0.0, 1.0, 0.0, 1.0, 6.0),
            ((100.0, 100.0, 100.0, 100.0, 100.0, 300.0, 0.0),),
        ),
        lays_out=across,
    ),
    Function(
        name="XLB_TCO_BY_YEAR",
        family=_FAMILY,
        says="What each line of devices costs to own in each year: a row for each line.",
        python=finance.tco_by_year,
        parameters=(_LINES, _HORIZON),
        returns=Unit.DOLLARS_PER_YEAR,
        example=(
            (_TWO_LINES, 3.0),
            ((12_000.0, 12_000.0, 12_000.0), (0.0, 1_000.0, 1_000.0)),
        ),
        lays_out=as_table,
    ),
    Function(
        name="XLB_TCO_SCHEDULE",
        family=_FAMILY,
        says="What devices cost to own by category and year, with totals: a table.",
        python=tco_schedule,
        parameters=(
            Parameter("categories", Unit.WORD, "Category of each line.", Kind.WORDS),
            _LINES,
            _HORIZON,
            Parameter("first_fiscal_year", Unit.FISCAL_YEAR, "Fiscal year of year 1."),
        ),
        returns=Unit.TABLE,
        example=(
            (("Devices", "Network"), _TWO_LINES, 2.0, 2027.0),
            (
                ("Category", "FY2027", "FY2028", "Total"),
                ("Devices", 12_000.0, 12_000.0, 24_000.0),
                ("Network", 0.0, 1_000.0, 1_000.0),
                ("Total", 12_000.0, 13_000.0, 25_000.0),
            ),
        ),
        lays_out=as_table,
    ),
    Function(
        name="XLB_REFRESH_RESERVE",
        family=_FAMILY,
        says="What to set aside each year so that a fleet can always be replaced.",
        python=finance.refresh_reserve,
        parameters=(
            _QUANTITY,
            Parameter("unit_cost", Unit.DOLLARS, "Dollars per device, setup included."),
            _LIFE,
        ),
        returns=Unit.DOLLARS_PER_YEAR,
        example=((2_400.0, 365.0, 4.0), 219_000.0),
        twin="{quantity}*{unit_cost}/{service_life}",
    ),
    Function(
        name="XLB_DEVICE_DAY",
        family=_FAMILY,
        says="What a device costs on each day of school.",
        python=finance.cost_per_device_day,
        parameters=(
            Parameter("price", Unit.DOLLARS, "Dollars per device, with all that belongs to it."),
            Parameter("years", Unit.YEARS, "Years of service, 1 or more."),
            Parameter("days_per_year", Unit.DAYS, "School days a year, 1 to 366."),
        ),
        returns=Unit.DOLLARS_PER_DAY,
        example=((400.0, 5.0, 180.0), 0.44),
        twin="{price}/({years}*{days_per_year})",
    ),
)
