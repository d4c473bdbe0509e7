"""Does lasting money carry lasting cost, and what does E-rate pay?"""

from __future__ import annotations

from xlbudget import finance
from xlbudget.catalogue.function import Function, Parameter
from xlbudget.catalogue.kind import Kind
from xlbudget.catalogue.unit import Unit

_FAMILY = "Funding"

_NEED = Parameter("recurring_need", Unit.DOLLARS, "Dollars needed again each year.")

FUNCTIONS = (
    Function(
        name="XLB_ONE_TIME_SHARE",
        family=_FAMILY,
        says="Which share of the funding comes from money that ends.",
        python=finance.one_time_share,
        parameters=(
            Parameter("one_time", Unit.DOLLARS, "Dollars from one-time sources."),
            Parameter("total", Unit.DOLLARS, "Dollars from all sources, above 0."),
        ),
        returns=Unit.SHARE,
        example=((30_000.0, 120_000.0), 0.25),
        twin="{one_time}/{total}",
    ),
    Function(
        name="XLB_EXPOSED_SHARE",
        family=_FAMILY,
        says="Which share of the recurring need is paid by money that ends.",
        python=finance.exposed_recurring_share,
        parameters=(
            Parameter("exposed", Unit.DOLLARS, "Recurring need paid from one-time sources."),
            _NEED,
        ),
        returns=Unit.SHARE,
        example=((117_449.29, 371_449.29), 0.3162),
        twin="{exposed}/{recurring_need}",
    ),
    Function(
        name="XLB_GAP",
        family=_FAMILY,
        says="What recurring money falls short of the recurring need: the structural gap.",
        python=finance.structural_gap,
        parameters=(
            _NEED,
            Parameter("recurring_funding", Unit.DOLLARS, "Recurring and renewable money for it."),
        ),
        returns=Unit.DOLLARS,
        example=((371_449.29, 254_000.0), 117_449.29),
        twin="{recurring_need}-{recurring_funding}",
    ),
    Function(
        name="XLB_CLIFF_YEAR",
        family=_FAMILY,
        says="The first fiscal year in which a recurring need has lost its source of money.",
        python=finance.cliff_year,
        parameters=(
            Parameter(
                "needed_until",
                Unit.FISCAL_YEAR,
                "Last fiscal year in which each line is needed.",
                Kind.NUMBERS,
            ),
            Parameter(
                "funded_until",
                Unit.FISCAL_YEAR,
                "Last fiscal year that its source, or the successor, pays.",
                Kind.NUMBERS,
            ),
            Parameter(
                "needed_from",
                Unit.FISCAL_YEAR,
                "First fiscal year of need, where a line begins later.",
                Kind.NUMBERS,
            ),
        ),
        returns=Unit.FISCAL_YEAR,
        example=(((2031.0, 2031.0), (2028.0, 2031.0)), 2029.0),
        no_answer="There is no cliff: every need is funded to its end. "
        'IFNA(…,"none") shows it in words.',
    ),
    Function(
        name="XLB_ERATE_DISCOUNT",
        family=_FAMILY,
        says="The share of an E-rate bill that the program pays.",
        python=finance.erate_discount,
        parameters=(
            Parameter("nslp_percent", Unit.PERCENT, "Eligible students in percent, 0 to 100."),
            Parameter("locale", Unit.WORD, '"urban" or "rural".', Kind.WORD),
            Parameter("category", Unit.NUMBER, "1 to the school, 2 inside it."),
        ),
        returns=Unit.SHARE,
        example=((34.6, "rural", 1.0), 0.7),
    ),
    Function(
        name="XLB_ERATE_C2_BUDGET",
        family=_FAMILY,
        says="What a district may buy under E-rate category 2 in five years, before discount.",
        python=finance.erate_category_two_budget,
        parameters=(
            Parameter("students", Unit.NUMBER, "Students of the whole district."),
            Parameter("multiplier", Unit.DOLLARS, "Dollars per student of the cycle's order."),
            Parameter("floor", Unit.DOLLARS, "Least budget, of the same order."),
        ),
        returns=Unit.DOLLARS,
        example=((1_200.0, 201.57, 30_175.0), 241_884.0),
        twin="MAX({students}*{multiplier},{floor})",
    ),
)
