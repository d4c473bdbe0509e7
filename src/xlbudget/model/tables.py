"""Which file, which record, which part of a budget, which sheet: the map stands here once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from xlbudget.model.assumption import Assumption
from xlbudget.model.budget import Budget
from xlbudget.model.field import Field, Kind, fields_of
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

DISTRICT_FILE = "district.toml"
ESCALATION = "Escalation"  # what a growth class refers to: an assumption's key, less this prefix
ESCALATION_PREFIX = "escalation_"


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a budget: its file, record, attribute, noun, sheet and name in Excel."""

    file: str
    record: type
    attribute: str
    noun: str
    sheet: str
    name: str

    @property
    def fields(self) -> tuple[Field, ...]:
        """Return the table's columns."""
        return fields_of(self.record)

    @property
    def key(self) -> str:
        """Return the name of the column that holds the record's own id; "" when it has none."""
        first = self.fields[0]
        return first.name if first.kind is Kind.ID and not first.refers else ""

    def records(self, budget: Budget) -> tuple[Any, ...]:
        """Return the table's records, as the budget has them."""
        return tuple(getattr(budget, self.attribute))

    def id_of(self, record: object) -> str:
        """Return the record's own id; "" when it has none."""
        return str(getattr(record, self.key)) if self.key else ""


TABLES = (
    Table("schools.csv", School, "schools", "school", "Schools", "Schools"),
    Table("goals.csv", PlanGoal, "goals", "goal", "Goals", "Goals"),
    Table("programs.csv", Program, "programs", "program", "Programs", "Programs"),
    Table("practices.csv", Practice, "practices", "practice", "Practices", "Practices"),
    Table(
        "standard_items.csv",
        StandardItem,
        "standard_items",
        "standard item",
        "Standard items",
        "StandardItems",
    ),
    Table("funding.csv", FundingSource, "sources", "source", "Funding", "Funding"),
    Table("scenarios.csv", Scenario, "scenarios", "scenario", "Drivers", "Scenarios"),
    Table("drivers.csv", Driver, "drivers", "driver", "Drivers", "Drivers"),
    Table("outcomes.csv", Outcome, "outcomes", "outcome", "Outcomes", "Outcomes"),
    Table("savings.csv", Saving, "savings", "saving", "Savings", "Savings"),
    Table("line_items.csv", LineItem, "lines", "line", "Line items", "LineItems"),
    Table("assumptions.csv", Assumption, "assumptions", "assumption", "Assumptions", "Assumptions"),
    Table("team.csv", TeamMember, "team", "team member", "Team", "Team"),
    Table("calendar.csv", Meeting, "calendar", "date", "Team", "Calendar"),
)
REQUIRED_FILES = (DISTRICT_FILE, "line_items.csv")
_BY_NAME: Mapping[str, Table] = {table.record.__name__: table for table in TABLES}


def table_of(record: type) -> Table:
    """Return the table that holds a record type."""
    return _BY_NAME[record.__name__]


def table_referred(field: Field) -> Table | None:
    """Return the table whose ids a column holds; None when it holds none."""
    return _BY_NAME.get(field.refers)
