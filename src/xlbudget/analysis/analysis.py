"""Everything that one budget says: what the sheets, the report and the commands show."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import localcontext

from xlbudget.analysis.alignment import Alignment, alignment
from xlbudget.analysis.cash_flow import CashFlow, cash_flow
from xlbudget.analysis.frame import frame_of
from xlbudget.analysis.funding_plan import FundingPlan, funding_of, funding_plan
from xlbudget.analysis.ownership import Ownership, ownership
from xlbudget.analysis.returns import Returns, returns
from xlbudget.analysis.scenarios import Scenarios, scenarios
from xlbudget.analysis.sensitivity import Sensitivity, sensitivity
from xlbudget.model import Budget
from xlbudget.model.cost import EXACT, LineCost


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Everything that one budget says; all but the scenarios as the plan was entered."""

    budget: Budget
    years: tuple[int, ...]  # fiscal years of the plan
    costs: tuple[LineCost, ...]  # aligned with the budget's lines
    cash_flow: CashFlow
    ownership: Ownership
    funding: FundingPlan
    scenarios: Scenarios
    sensitivity: tuple[Sensitivity, ...]
    returns: Returns
    alignment: Alignment


def analyze(budget: Budget) -> Analysis:
    """Return everything that a budget says.

    Nothing is refused: blank numbers count as 0, unknown ids pay and earn nothing, and what
    cannot be divided is None.  What is wrong with a budget is said by ``model.rules``.
    """
    with localcontext(EXACT):
        frame = frame_of(budget)
        funding = funding_of(frame)
        paid = funding_plan(funding)
        compared = scenarios(funding, paid)
        return Analysis(
            budget=budget,
            years=frame.years,
            costs=frame.costs,
            cash_flow=cash_flow(frame, paid.secured),
            ownership=ownership(frame, paid.recurring_need),
            funding=paid,
            scenarios=compared,
            sensitivity=sensitivity(frame, compared.adopted),
            returns=returns(frame),
            alignment=alignment(funding),
        )
