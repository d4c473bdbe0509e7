"""Worth over time: NPV, internal rates, payback, level yearly figures."""

from __future__ import annotations

from xlbudget import finance
from xlbudget.catalogue.function import Function, Parameter, Value, as_table, down
from xlbudget.catalogue.kind import Kind
from xlbudget.catalogue.unit import Unit
from xlbudget.errors import ShapeError

_FAMILY = "Worth over time"

_TRUCK = (-16_000.0, 2_000.0, 4_000.0, 5_000.0, 5_000.0, 5_000.0, 5_000.0)
_DATED = (-10_000.0, 2_750.0, 4_250.0, 3_250.0, 2_750.0)
_DAYS = ("2008-01-01", "2008-03-01", "2008-10-30", "2009-02-15", "2009-04-01")
_NOT_RECOVERED = "The money does not come back within these flows."

RATE = Parameter("rate", Unit.RATE, "Discount rate per period, such as 3%; above -100%.")
FLOWS = Parameter(
    "flows",
    Unit.DOLLARS,
    "One flow for each period, the first one now; money paid out is negative. No blanks.",
    Kind.NUMBERS,
)
_FIRST_PERIOD = Parameter(
    "first_period",
    Unit.PERIODS,
    "When the first flow falls: 0 is now, 1 the end of the first period.",
)
_DATES = Parameter("dates", Unit.DATE, "The day of each flow, the first one first.", Kind.DATES)
_GUESS = Parameter(
    "guess", Unit.RATE, "A rate near the one wanted, where several rates solve the flows."
)


def scenario_npv(
    rate: float,
    names: list[str],
    flows: list[list[float]],
    first_period: float = 0,
    weights: list[float] | None = None,
) -> list[list[Value]]:
    r"""Return what each scenario is worth today, its place, and their expected worth.

    Use it to lay scenarios side by side: one row of yearly flows for each.

    Args:
        rate: Discount rate per period as a fraction, above -1.
        names: Name of each scenario.
        flows: Dollars: a row for each scenario, a column for each period; outlays negative.
        first_period: When the first flow falls: 0 is now, 1 the end of the first period.
        weights: Chance of each scenario; they sum to 1.  With them a last row shows the
            expected worth.

    Returns:
        A heading; then name, dollars of today and place of each scenario, 1 the best.

    Raises:
        NotANumberError: An argument or a flow is blank, text or not finite.
        RateError: ``rate`` is -1 or less.
        ShapeError: There are no flows, or not as many names or weights as rows.
        ShareError: The weights do not sum to 1, or one lies outside 0 to 1.
        TermError: ``first_period`` is negative.
        NoFiniteAnswerError: A worth is too large to be a number.

    Formula:
        :math:`\sum_k F_k (1 + r)^{-(p + k)}` for each row; the expected worth is
        :math:`\sum_s w_s NPV_s`.

    Source:
        OpenStax, *Principles of Finance* 2e, sections 16.2 and 18.5.

    """
    if len(names) != len(flows):
        raise ShapeError(
            saw=f"There are {len(names)} names and {len(flows)} rows of flows",
            wants="Each scenario has a name and a row of flows",
            fix="Select as many names as rows",
        )
    worths = [finance.npv(rate, row, first_period=first_period) for row in flows]
    places = finance.rank(worths)
    rows: list[list[Value]] = [["Scenario", "NPV", "Place"]]
    rows += [list(row) for row in zip(names, worths, map(float, places), strict=True)]
    if weights is not None:
        rows.append(["Expected", finance.expected_value(worths, weights), ""])
    return rows


FUNCTIONS = (
    Function(
        name="XLB_NPV",
        family=_FAMILY,
        says="What a row of yearly flows is worth today; the first flow falls now.",
        python=finance.npv,
        parameters=(RATE, FLOWS, _FIRST_PERIOD),
        returns=Unit.DOLLARS,
        example=((0.09, _TRUCK), 2_835.62),
        unlike="NPV takes the first flow to fall at the end of the first period, and skips "
        "blanks and text; give first_period 1 for its timing.",
        twin="NPV({rate},{flows})*(1+{rate})^(1-{first_period})",
    ),
    Function(
        name="XLB_XNPV",
        family=_FAMILY,
        says="What flows on given days are worth on the first of these days.",
        python=finance.xnpv,
        parameters=(RATE, FLOWS, _DATES),
        returns=Unit.DOLLARS,
        example=((0.09, _DATED, _DAYS), 2_086.65),
        unlike="XNPV refuses negative rates, and cuts the time off dates as this one does.",
    ),
    Function(
        name="XLB_SCENARIO_NPV",
        family=_FAMILY,
        says="What each scenario is worth today and its place among all: a row for each.",
        python=scenario_npv,
        parameters=(
            RATE,
            Parameter("names", Unit.WORD, "Name of each scenario.", Kind.WORDS),
            Parameter(
                "flows",
                Unit.DOLLARS,
                "A row for each scenario, a column for each period; money paid out is negative.",
                Kind.BLOCK,
            ),
            _FIRST_PERIOD,
            Parameter(
                "weights",
                Unit.SHARE,
                "Chance of each scenario; they sum to 100%. Adds the expected worth.",
                Kind.NUMBERS,
            ),
        ),
        returns=Unit.TABLE,
        example=(
            (
                0.05,
                ("Buy", "Lease"),
                ((-1_000.0, 0.0, 0.0), (-350.0, -350.0, -350.0)),
                0.0,
                (0.5, 0.5),
            ),
            (
                ("Scenario", "NPV", "Place"),
                ("Buy", -1_000.0, 1.0),
                ("Lease", -1_000.79, 2.0),
                ("Expected", -1_000.40, ""),
            ),
        ),
        lays_out=as_table,
    ),
    Function(
        name="XLB_SPV",
        family=_FAMILY,
        says="What one dollar, paid once some periods from now, is worth today.",
        python=finance.single_present_value,
        parameters=(
            RATE,
            Parameter("periods", Unit.PERIODS, "Periods from now until it is paid, 0 or more."),
        ),
        returns=Unit.RATIO,
        example=((0.03, 10.0), 0.7441),
        twin="(1+{rate})^-({periods})",
    ),
    Function(
        name="XLB_UPV",
        family=_FAMILY,
        says="What one dollar a year, paid for some years, is worth today.",
        python=finance.uniform_present_value,
        parameters=(
            RATE,
            Parameter("years", Unit.YEARS, "Number of payments, one a year."),
            Parameter("escalation", Unit.RATE, "Growth of the payment per year."),
            Parameter("first_year", Unit.YEARS, "Year of the first payment: 1, or 0 for now."),
            Parameter("mid_year", Unit.FLAG, "TRUE for payments in mid-year.", Kind.FLAG),
        ),
        returns=Unit.RATIO,
        example=((0.03, 10.0), 8.5302),
        unlike="PV takes a level payment and has no escalation.",
    ),
    Function(
        name="XLB_IRR",
        family=_FAMILY,
        says="The one rate at which flows are worth nothing today; refused where there are more.",
        python=finance.irr,
        parameters=(FLOWS, _GUESS),
        returns=Unit.RATE,
        example=((_TRUCK,), 0.1409),
        unlike="IRR answers with one of several rates without a word; this one refuses, unless "
        "a guess says which is wanted.",
    ),
    Function(
        name="XLB_IRR_ALL",
        family=_FAMILY,
        says="Every rate at which flows are worth nothing today, one below the other.",
        python=finance.irr_all,
        parameters=(FLOWS,),
        returns=Unit.RATE,
        example=(((-1_000.0, 2_210.0, -1_220.8),), ((0.09,), (0.12,))),
        lays_out=down,
        no_answer="No rate above -100 % makes the flows worth nothing, or every rate does.",
    ),
    Function(
        name="XLB_XIRR",
        family=_FAMILY,
        says="The one yearly rate at which flows on given days are worth nothing.",
        python=finance.xirr,
        parameters=(FLOWS, _DATES, _GUESS),
        returns=Unit.RATE,
        example=((_DATED, _DAYS), 0.3734),
        unlike="XIRR can stop at a wrong rate near 0; this one proves that there is only one.",
    ),
    Function(
        name="XLB_MIRR",
        family=_FAMILY,
        says="A plan's yield when what it earns is reinvested at a stated rate.",
        python=finance.mirr,
        parameters=(
            FLOWS,
            Parameter("finance_rate", Unit.RATE, "Rate at which outlays are discounted to now."),
            Parameter("reinvest_rate", Unit.RATE, "Rate at which income grows to the end."),
        ),
        returns=Unit.RATE,
        example=((_TRUCK, 0.09, 0.09), 0.1200),
        unlike="The same as MIRR, but a blank among the flows is refused.",
        twin="MIRR({flows},{finance_rate},{reinvest_rate})",
    ),
    Function(
        name="XLB_PAYBACK",
        family=_FAMILY,
        says="After how many periods flows have paid back what was spent, without interest.",
        python=finance.simple_payback,
        parameters=(FLOWS,),
        returns=Unit.PERIODS,
        example=((_TRUCK,), 4.0),
        no_answer=_NOT_RECOVERED,
    ),
    Function(
        name="XLB_DISCOUNTED_PAYBACK",
        family=_FAMILY,
        says="After how many periods flows have paid back what was spent, with interest.",
        python=finance.discounted_payback,
        parameters=(RATE, FLOWS),
        returns=Unit.PERIODS,
        example=((0.09, _TRUCK), 5.05),
        no_answer=_NOT_RECOVERED,
    ),
    Function(
        name="XLB_ANNUAL_COST",
        family=_FAMILY,
        says="The level yearly cost that is worth the same as one cost today.",
        python=finance.equivalent_annual_cost,
        parameters=(
            Parameter("present_cost", Unit.DOLLARS, "Cost at the start of year 1."),
            RATE,
            Parameter("years", Unit.YEARS, "Years that the item will serve."),
        ),
        returns=Unit.DOLLARS_PER_YEAR,
        example=((540.0, 0.03, 4.0), 145.27),
        unlike="PMT gives the same with the opposite sign.",
        twin="-PMT({rate},{years},{present_cost})",
    ),
    Function(
        name="XLB_ANNUITY",
        family=_FAMILY,
        says="The level yearly flow that is worth the same as a whole plan.",
        python=finance.equivalent_annuity,
        parameters=(RATE, FLOWS),
        returns=Unit.DOLLARS_PER_YEAR,
        example=((0.03, (-365.0, -13.2, -13.2, -13.2, 1.8)), -107.81),
    ),
    Function(
        name="XLB_CHAIN_NPV",
        family=_FAMILY,
        says="What a plan is worth when it is repeated until a common horizon.",
        python=finance.replacement_chain_npv,
        parameters=(
            RATE,
            FLOWS,
            Parameter("horizon", Unit.PERIODS, "Periods to cover: a multiple of the plan's life."),
        ),
        returns=Unit.DOLLARS,
        example=((0.10, (-100.0, 80.0, 80.0), 6.0), 97.47),
    ),
)
