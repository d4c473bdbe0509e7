"""What a thing costs over its whole life, and whether to lease or to buy it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlbudget import finance
from xlbudget.catalogue.entries.worth import RATE
from xlbudget.catalogue.function import Function, Parameter, Rows
from xlbudget.catalogue.kind import Kind
from xlbudget.catalogue.unit import Unit

if TYPE_CHECKING:
    from xlbudget.finance import LeaseOrBuy

_FAMILY = "Life-cycle cost"

_STUDY_YEARS = Parameter("years", Unit.YEARS, "Length of the study period, 1 or more.")


def _lease_or_buy_table(answer: LeaseOrBuy) -> Rows:
    return (
        ("Way", "Present cost"),
        ("Lease", answer.lease),
        ("Buy", answer.buy),
        ("Cheaper", answer.cheaper),
    )


FUNCTIONS = (
    Function(
        name="XLB_LCC",
        family=_FAMILY,
        says="Everything that an alternative costs over a study period, in dollars of today.",
        python=finance.life_cycle_cost,
        parameters=(
            RATE,
            _STUDY_YEARS,
            Parameter("investment", Unit.DOLLARS, "Dollars paid now."),
            Parameter("recurring", Unit.DOLLARS_PER_YEAR, "Dollars at each year's end."),
            Parameter(
                "nonrecurring",
                Unit.DOLLARS,
                "Two columns, year and dollars: operation that is not yearly.",
                Kind.PAIRS,
            ),
            Parameter(
                "replacements",
                Unit.DOLLARS,
                "Two columns, year and dollars: replacements, less what they bring.",
                Kind.PAIRS,
            ),
            Parameter("residual", Unit.DOLLARS, "Dollars that it is worth at the end."),
            Parameter(
                "energy_present_value", Unit.DOLLARS, "Dollars of today for energy and water."
            ),
        ),
        returns=Unit.DOLLARS,
        example=(
            (0.024, 15.0, 5_000_000.0, 200_000.0, (), (), 2_500_000.0),
            5_742_966.65,
        ),
    ),
    Function(
        name="XLB_NET_SAVINGS",
        family=_FAMILY,
        says="What an alternative saves over its life against the base case.",
        python=finance.net_savings,
        parameters=(
            Parameter("base", Unit.DOLLARS, "Life-cycle cost without the project."),
            Parameter("alternative", Unit.DOLLARS, "Life-cycle cost with it."),
        ),
        returns=Unit.DOLLARS,
        example=((311_627.56, 250_000.0), 61_627.56),
        twin="{base}-{alternative}",
    ),
    Function(
        name="XLB_SIR",
        family=_FAMILY,
        says="Dollars of saving for one dollar of added investment, both of today.",
        python=finance.savings_to_investment_ratio,
        parameters=(
            Parameter(
                "operating_savings",
                Unit.DOLLARS,
                "Operation and repair of the base case less those of the alternative.",
            ),
            Parameter(
                "added_investment",
                Unit.DOLLARS,
                "Investment of the alternative less that of the base case.",
            ),
        ),
        returns=Unit.RATIO,
        example=((308_166.0, 170_000.0), 1.8127),
        no_answer="There is a saving and no added investment: the ratio has no end.",
    ),
    Function(
        name="XLB_AIRR",
        family=_FAMILY,
        says="A project's yearly yield when its savings are reinvested: the adjusted IRR.",
        python=finance.adjusted_irr,
        parameters=(
            Parameter("sir", Unit.RATIO, "Savings-to-investment ratio, above 0."),
            Parameter("reinvest_rate", Unit.RATE, "Rate at which savings are reinvested."),
            _STUDY_YEARS,
        ),
        returns=Unit.RATE,
        example=((1.812741, 0.03, 21.0), 0.0596),
        twin="(1+{reinvest_rate})*{sir}^(1/{years})-1",
    ),
    Function(
        name="XLB_LEASE_OR_BUY",
        family=_FAMILY,
        says="What leasing and buying cost in dollars of today, and which one costs less.",
        python=finance.lease_or_buy,
        parameters=(
            RATE,
            Parameter("years", Unit.YEARS, "Years for which the thing is needed."),
            Parameter("lease_payment", Unit.DOLLARS_PER_YEAR, "Lease at each year's end."),
            Parameter("purchase_price", Unit.DOLLARS, "Dollars paid now by the buyer."),
            Parameter(
                "owner_annual_cost", Unit.DOLLARS_PER_YEAR, "What the owner alone bears a year."
            ),
            Parameter("resale_value", Unit.DOLLARS, "What the owner gets back at the end."),
            Parameter(
                "lease_annual_cost", Unit.DOLLARS_PER_YEAR, "What the lessee alone bears a year."
            ),
            Parameter(
                "paid_in_advance",
                Unit.FLAG,
                "TRUE when the lease is paid at each year's start.",
                Kind.FLAG,
            ),
        ),
        returns=Unit.TABLE,
        example=(
            (0.024, 15.0, 500_000.0, 5_000_000.0, 200_000.0, 2_500_000.0),
            (
                ("Way", "Present cost"),
                ("Lease", 6_236_474.33),
                ("Buy", 5_742_966.65),
                ("Cheaper", "buy"),
            ),
        ),
        lays_out=_lease_or_buy_table,
    ),
)
