"""Pure numbers: one question, one file.

Every function here takes and returns plain numbers, and refuses what has no answer with an
error of ``xlbudget.errors``.  Rates are fractions per period above -1; among flows an outlay is
negative; a blank is refused, never skipped and never zero.
"""

from xlbudget.finance.annual_cost import (
    equivalent_annual_cost,
    equivalent_annuity,
    replacement_chain_npv,
)
from xlbudget.finance.choice import (
    CapitalPlan,
    capital_rationing,
    rank,
)
from xlbudget.finance.depreciation import (
    declining_balance,
    straight_line,
    sum_of_years,
)
from xlbudget.finance.effectiveness import (
    academic_roi,
    cost_effectiveness,
    value_of_investment,
)
from xlbudget.finance.fiscal_year import fiscal_year
from xlbudget.finance.fleet import tco_by_year
from xlbudget.finance.funding import (
    cliff_year,
    erate_category_two_budget,
    erate_discount,
    exposed_recurring_share,
    one_time_share,
    structural_gap,
)
from xlbudget.finance.internal_rate import (
    irr,
    irr_all,
    mirr,
    xirr,
)
from xlbudget.finance.life_cycle import (
    LeaseOrBuy,
    adjusted_irr,
    lease_or_buy,
    life_cycle_cost,
    net_savings,
    savings_to_investment_ratio,
)
from xlbudget.finance.ownership import (
    annual_ownership_cost,
    cost_per_device_day,
    ownership_schedule,
    refresh_reserve,
)
from xlbudget.finance.payback import (
    discounted_payback,
    simple_payback,
)
from xlbudget.finance.present_value import (
    npv,
    single_present_value,
    uniform_present_value,
    xnpv,
)
from xlbudget.finance.rates import (
    escalate,
    implied_inflation,
    nominal_rate,
    rate_for_term,
    real_rate,
)
from xlbudget.finance.return_on_investment import (
    benefit_cost_ratio,
    net_benefit,
    profitability_index,
    roi,
)
from xlbudget.finance.uncertainty import (
    Moments,
    Simulation,
    TornadoRow,
    expected_value,
    simulate_npv,
    tornado,
    triangular_moments,
)

__all__ = [
    "CapitalPlan",
    "LeaseOrBuy",
    "Moments",
    "Simulation",
    "TornadoRow",
    "academic_roi",
    "adjusted_irr",
    "annual_ownership_cost",
    "benefit_cost_ratio",
    "capital_rationing",
    "cliff_year",
    "cost_effectiveness",
    "cost_per_device_day",
    "declining_balance",
    "discounted_payback",
    "equivalent_annual_cost",
    "equivalent_annuity",
    "erate_category_two_budget",
    "erate_discount",
    "escalate",
    "expected_value",
    "exposed_recurring_share",
    "fiscal_year",
    "implied_inflation",
    "irr",
    "irr_all",
    "lease_or_buy",
    "life_cycle_cost",
    "mirr",
    "net_benefit",
    "net_savings",
    "nominal_rate",
    "npv",
    "one_time_share",
    "ownership_schedule",
    "profitability_index",
    "rank",
    "rate_for_term",
    "real_rate",
    "refresh_reserve",
    "replacement_chain_npv",
    "roi",
    "savings_to_investment_ratio",
    "simple_payback",
    "simulate_npv",
    "single_present_value",
    "straight_line",
    "structural_gap",
    "sum_of_years",
    "tco_by_year",
    "tornado",
    "triangular_moments",
    "uniform_present_value",
    "value_of_investment",
    "xirr",
    "xnpv",
]
