"""What a budget is: frozen records, their columns, and the findings about them."""

from xlbudget.model.assumption import Assumption
from xlbudget.model.budget import Budget
from xlbudget.model.district import District
from xlbudget.model.funding_source import FundingSource
from xlbudget.model.line_item import LineItem
from xlbudget.model.outcome import Outcome
from xlbudget.model.plan_goal import PlanGoal
from xlbudget.model.practice import Practice
from xlbudget.model.program import Program
from xlbudget.model.saving import Saving
from xlbudget.model.scenario import Driver, Scenario
from xlbudget.model.school import School
from xlbudget.model.standard_item import StandardItem
from xlbudget.model.team import Meeting, TeamMember

__all__ = [
    "Assumption",
    "Budget",
    "District",
    "Driver",
    "FundingSource",
    "LineItem",
    "Meeting",
    "Outcome",
    "PlanGoal",
    "Practice",
    "Program",
    "Saving",
    "Scenario",
    "School",
    "StandardItem",
    "TeamMember",
]
