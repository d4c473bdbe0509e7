"""The sheet Savings: what a program saves, and which scenarios leave the program out."""

from __future__ import annotations

from xlbudget.analysis.multipliers import multipliers_of
from xlbudget.model import Saving
from xlbudget.sheets.context import Context
from xlbudget.sheets.line_scenarios import excluding_tags
from xlbudget.sheets.plan import Cell, Column, Form, Sheet, this, whole
from xlbudget.sheets.record_sheets import read_back, record_sheet
from xlbudget.sheets.record_table import Added, record_table

TABLE = "Savings"


def savings_sheet(context: Context) -> Sheet:
    """Return the sheet Savings."""
    table = record_table(
        Saving,
        context.budget.savings,
        context.years,
        context.labels,
        name=TABLE,
        spare_rows=context.room.spare(TABLE, len(context.budget.savings)),
        added=(
            read_back("Program", TABLE, "program_id"),
            _tags(context),
            *(_left_out(context, slot) for slot in context.scenario_slots),
        ),
    )
    says = "Enter savings as positive dollars. A cashable saving names the line it reduces."
    return record_sheet(TABLE, says, table)


def left_out(slot: int) -> str:
    """Return the header of the column that tells whether a scenario leaves the program out."""
    return f"Left out of scenario {slot}"


def _tags(context: Context) -> Added:
    match = f"MATCH({this('Program id', TABLE)},{whole('Program', 'Programs')},0)"
    formula = f'=IFERROR(";"&INDEX({whole("Tags", "Programs")},{match})&";",";;")'

    def value(saving: Saving | None) -> Cell:
        program = context.programs.get(saving.program_id) if saving else None
        return f";{';'.join(program.tags)};" if program else ";;"

    return Column(header="Tags", form=Form.TEXT, width=16, formula=formula), value


def _left_out(context: Context, slot: int) -> Added:
    results = context.analysis.scenarios.results
    excluded: frozenset[str] = frozenset()
    if slot <= len(results):
        scenario = results[slot - 1].scenario
        excluded = multipliers_of(scenario, context.budget, context.programs).excluded
    formula = f"=({excluding_tags(slot, this('Tags', TABLE))}>0)*1"
    column = Column(header=left_out(slot), form=Form.WHOLE, width=12, formula=formula)
    return column, lambda saving: int(bool(saving) and saving.program_id in excluded)
