"""The input sheets that hold one kind of record each and calculate little or nothing."""

from __future__ import annotations

from xlbudget.model import (
    Meeting,
    Outcome,
    Practice,
    Program,
    School,
    StandardItem,
    TeamMember,
)
from xlbudget.sheets.context import Context
from xlbudget.sheets.labels import LABELED, id_formula, label, label_column
from xlbudget.sheets.plan import Cell, Column, Form, Part, Role, Sheet, Table, this
from xlbudget.sheets.record_table import Added, record_table


def schools_sheet(context: Context) -> Sheet:
    """Return the sheet Schools: headcount and allocation of each school by year."""
    says = "Enter each school once, with its official fall headcount and the money it may plan."
    return record_sheet("Schools", says, _table(context, School, "Schools", "School"))


def programs_sheet(context: Context) -> Sheet:
    """Return the sheet Programs: what groups lines and has an owner and an outcome."""
    says = "Group lines that share an owner and an outcome. Conditional money needs a condition."
    table = _table(context, Program, "Programs", "Program", _condition_complete())
    return record_sheet("Programs", says, table)


def practices_sheet(context: Context) -> Sheet:
    """Return the sheet Practices: what others did, and what is known of it."""
    says = "Name the proven practice behind a program or scenario, with its source."
    return record_sheet("Practices", says, _table(context, Practice, "Practices", "Practice"))


def standard_items_sheet(context: Context) -> Sheet:
    """Return the sheet Standard items: the district's catalog."""
    says = "List what schools may pick from, with a price and the day until which it holds."
    table = record_table(
        StandardItem,
        context.budget.standard_items,
        context.years,
        context.labels,
        name="StandardItems",
        spare_rows=context.room.spare("StandardItems", len(context.budget.standard_items)),
    )
    return record_sheet("Standard items", says, table)


def outcomes_sheet(context: Context) -> Sheet:
    """Return the sheet Outcomes: what a program shall change in learning."""
    says = "State for each program the measure, the gain expected, and later the gain seen."
    table = record_table(
        Outcome,
        context.budget.outcomes,
        context.years,
        context.labels,
        name="Outcomes",
        spare_rows=context.room.spare("Outcomes", len(context.budget.outcomes)),
        added=(
            read_back("Program", "Outcomes", "program_id"),
            read_back("Goal", "Outcomes", "goal_id"),
        ),
    )
    return record_sheet("Outcomes", says, table)


def team_sheet(context: Context) -> Sheet:
    """Return the sheet Team: who works on the budget, who signs, and when what happens."""
    team = record_table(
        TeamMember,
        context.budget.team,
        context.years,
        context.labels,
        name="Team",
        heading="Cross-functional team",
        spare_rows=context.room.spare("Team", len(context.budget.team)),
    )
    calendar = record_table(
        Meeting,
        context.budget.calendar,
        context.years,
        context.labels,
        name="Calendar",
        heading="Budget calendar",
        spare_rows=context.room.spare("Calendar", len(context.budget.calendar)),
    )
    says = "Name who works on this budget, what each answers for, and when what happens."
    return record_sheet("Team", says, team, calendar)


def labeled(kind: str) -> Added:
    """Return the label column of a kind of record, and its value for a record."""
    facts = LABELED[kind]

    def value(record: object | None) -> Cell:
        if record is None:
            return ""
        return label(getattr(record, facts.id_field), getattr(record, facts.name_field))

    return label_column(kind), value


def read_back(header: str, table: str, field: str) -> Added:
    """Return the column that reads an id back from the label in another column."""
    column = Column(
        header=f"{header} id", form=Form.TEXT, width=12, formula=id_formula(header, table)
    )
    return column, lambda record: str(getattr(record, field)) if record else ""


def _condition_complete() -> Added:
    """Return the column that tells whether a condition has words, a measure and a date."""
    words, measure = this("Condition", "Programs"), this("Condition measure", "Programs")
    formula = f'=({words}<>"")*({measure}<>"")*({this("Condition due", "Programs")}>0)'
    column = Column(header="Condition complete", form=Form.WHOLE, width=12, formula=formula)

    def value(program: Program | None) -> Cell:
        if program is None:
            return 0
        facts = (program.condition, program.condition_measure, program.condition_due)
        return int(all(facts))

    return column, value


def _table(context: Context, record: type, name: str, kind: str, *added: Added) -> Table:
    records = getattr(context.budget, LABELED[kind].records)
    return record_table(
        record,
        records,
        context.years,
        context.labels,
        name=name,
        spare_rows=context.room.spare(name, len(records)),
        added=(*added, labeled(kind)),
    )


def record_sheet(title: str, says: str, *tables: Table) -> Sheet:
    """Return an input sheet of tables of records."""
    return Sheet(
        title=title,
        role=Role.INPUT,
        says=says,
        tables=tables,
        frozen_columns=1 if len(tables) == 1 else 0,
        print_columns=max(map(_filled_in, tables)),
        landscape=True,
        protected=False,
    )


def _filled_in(table: Table) -> int:
    """Return how many columns people fill in; the calculated ones behind them are not printed."""
    return sum(column.part in {Part.KEY, Part.INPUT} for column in table.columns)
