"""What one budget says: ownership, cash flow, funding, scenarios, return, alignment."""

from xlbudget.analysis.alignment import Alignment
from xlbudget.analysis.analysis import Analysis, analyze
from xlbudget.analysis.cash_flow import CashFlow
from xlbudget.analysis.funding_plan import FundingPlan, FundingView, SourceFunding
from xlbudget.analysis.ownership import Ownership
from xlbudget.analysis.refresh_reserve import RefreshReserve
from xlbudget.analysis.returns import Returns
from xlbudget.analysis.scenarios import ScenarioResult, Scenarios
from xlbudget.analysis.sensitivity import Sensitivity

__all__ = [
    "Alignment",
    "Analysis",
    "CashFlow",
    "FundingPlan",
    "FundingView",
    "Ownership",
    "RefreshReserve",
    "Returns",
    "ScenarioResult",
    "Scenarios",
    "Sensitivity",
    "SourceFunding",
    "analyze",
]
