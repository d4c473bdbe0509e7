"""A whole budget: every record of a district, in the order in which people keep them."""

from __future__ import annotations

from dataclasses import dataclass

from xlbudget.model.assumption import Assumption
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """A district's whole budget."""

    district: District
    schools: tuple[School, ...] = ()
    goals: tuple[PlanGoal, ...] = ()
    programs: tuple[Program, ...] = ()
    practices: tuple[Practice, ...] = ()
    standard_items: tuple[StandardItem, ...] = ()
    sources: tuple[FundingSource, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    drivers: tuple[Driver, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    savings: tuple[Saving, ...] = ()
    lines: tuple[LineItem, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    team: tuple[TeamMember, ...] = ()
    calendar: tuple[Meeting, ...] = ()
