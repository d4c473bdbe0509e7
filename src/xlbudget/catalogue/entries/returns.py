"""What a plan gives back for each dollar spent."""

from __future__ import annotations

from xlbudget import finance
from xlbudget.catalogue.entries.worth import FLOWS, RATE
from xlbudget.catalogue.function import Function, Parameter
from xlbudget.catalogue.unit import Unit

_FAMILY = "Return"

_BENEFITS = Parameter("benefits", Unit.DOLLARS, "Dollars of benefit, best as present value.")
_COSTS = Parameter("costs", Unit.DOLLARS, "Dollars of cost on the same basis, above 0.")

FUNCTIONS = (
    Function(
        name="XLB_ROI",
        family=_FAMILY,
        says="The gain on each dollar spent: benefits less costs, over costs.",
        python=finance.roi,
        parameters=(_BENEFITS, _COSTS),
        returns=Unit.RATE,
        example=((3_840.0, 2_061.0), 0.8632),
        twin="({benefits}-{costs})/{costs}",
    ),
    Function(
        name="XLB_NET_BENEFIT",
        family=_FAMILY,
        says="What remains of the benefits after the costs.",
        python=finance.net_benefit,
        parameters=(
            _BENEFITS,
            Parameter("costs", Unit.DOLLARS, "Dollars of cost on the same basis."),
        ),
        returns=Unit.DOLLARS,
        example=((3_840.0, 2_061.0), 1_779.0),
        twin="{benefits}-{costs}",
    ),
    Function(
        name="XLB_BCR",
        family=_FAMILY,
        says="The benefit for each dollar of cost; above 1 a plan gives more than it takes.",
        python=finance.benefit_cost_ratio,
        parameters=(_BENEFITS, _COSTS),
        returns=Unit.RATIO,
        example=((3_840.0, 2_061.0), 1.8632),
        twin="{benefits}/{costs}",
    ),
    Function(
        name="XLB_PI",
        family=_FAMILY,
        says="The present value of income for each dollar of outlay: the profitability index.",
        python=finance.profitability_index,
        parameters=(RATE, FLOWS),
        returns=Unit.RATIO,
        example=((0.09, (-16_000.0, 2_000.0, 4_000.0, 5_000.0, 5_000.0, 5_000.0, 5_000.0)), 1.1772),
    ),
)
