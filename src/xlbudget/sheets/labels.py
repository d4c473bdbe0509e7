"""How a record is named in a drop-down, ``G07 · Grade 3 reading``, and how its id is read back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xlbudget.model import Budget
from xlbudget.sheets.plan import Column, Form, Part, this, whole

MARK = " · "
NAME_LENGTH = 40
LABEL = "Label"


@dataclass(frozen=True, slots=True)
class Labeled:
    """A kind of record that others name: its table, its id, its name, its drop-down list."""

    table: str
    id_header: str
    name_header: str
    list_name: str
    records: str
    id_field: str
    name_field: str

    @property
    def formula(self) -> str:
        """Return the formula of the label column."""
        key, name = this(self.id_header, self.table), this(self.name_header, self.table)
        return f'=IF({key}="","",{key}&"{MARK}"&LEFT({name},{NAME_LENGTH}))'

    @property
    def list_refers(self) -> str:
        """Return what the drop-down list's name stands for: the labels without blanks."""
        labels, ids = whole(LABEL, self.table), whole(self.id_header, self.table)
        return f"INDEX({labels},1):INDEX({labels},MAX(1,COUNTA({ids})))"


LABELED = {
    "School": Labeled("Schools", "School", "Name", "SchoolList", "schools", "school_id", "name"),
    "PlanGoal": Labeled("Goals", "Goal", "Statement", "GoalList", "goals", "goal_id", "statement"),
    "Program": Labeled(
        "Programs", "Program", "Name", "ProgramList", "programs", "program_id", "name"
    ),
    "FundingSource": Labeled(
        "Funding", "Source", "Name", "SourceList", "sources", "source_id", "name"
    ),
    "Practice": Labeled(
        "Practices", "Practice", "Name", "PracticeList", "practices", "practice_id", "name"
    ),
    "Scenario": Labeled(
        "Scenarios", "Scenario", "Name", "ScenarioList", "scenarios", "scenario_id", "name"
    ),
}


def label(key: str, name: str) -> str:
    """Return the label of a record."""
    return f"{key}{MARK}{name[:NAME_LENGTH]}" if key else ""


def labels_of(budget: Budget) -> Mapping[str, Mapping[str, str]]:
    """Return, by kind of record, the label of every id."""
    return {
        kind: {
            getattr(record, facts.id_field): label(
                getattr(record, facts.id_field), getattr(record, facts.name_field)
            )
            for record in getattr(budget, facts.records)
        }
        for kind, facts in LABELED.items()
    }


def label_column(kind: str) -> Column:
    """Return the calculated column that holds a record's label."""
    return Column(
        header=LABEL,
        part=Part.CALCULATION,
        form=Form.TEXT,
        width=30,
        formula=LABELED[kind].formula,
        says="How the record is named in drop-downs.",
    )


def id_formula(header: str, table: str = "LineItems") -> str:
    """Return the formula that reads the id back from a label, or from a bare id."""
    cell = this(header, table)
    return f'=LEFT({cell},FIND("{MARK}",{cell}&"{MARK}")-1)'
