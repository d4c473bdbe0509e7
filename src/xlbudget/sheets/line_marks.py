"""The columns of Line items that mark a line: due at the start, planned, its program's tags."""

from __future__ import annotations

from xlbudget.model import LineItem
from xlbudget.model.choices import PLANNED, CostType
from xlbudget.sheets.context import Context
from xlbudget.sheets.line_column import LineColumn, cost_column, has_word, line_column
from xlbudget.sheets.plan import Form, this, whole


def mark_columns(context: Context) -> list[LineColumn]:
    """Return whether a line falls at the start of its year, whether it is planned, and its tags."""
    return [_at_start(context), _planned(context), _tags(context)]


def _at_start(context: Context) -> LineColumn:
    purchase = has_word("Cost type", CostType.PURCHASE)
    service = has_word("Cost type", CostType.ONE_TIME_SERVICE)
    return cost_column(
        context,
        "At start",
        f"={purchase}+{service}",
        lambda cost: int(cost.at_start),
        form=Form.WHOLE,
    )


def _planned(context: Context) -> LineColumn:
    decided = "+".join(has_word("Status", status) for status in PLANNED)
    return cost_column(
        context,
        "Planned",
        f'=({decided})*({this("Goal 1")}<>"")',
        lambda cost: int(cost.planned),
        form=Form.WHOLE,
    )


def _tags(context: Context) -> LineColumn:
    found = f"MATCH({this('Program id')},{whole('Program', 'Programs')},0)"

    def value(line: LineItem) -> str:
        program = context.programs.get(line.program_id)
        return f";{';'.join(program.tags)};" if program else ";;"

    return line_column(
        context,
        "Tags",
        f'=IFERROR(";"&INDEX({whole("Tags", "Programs")},{found})&";",";;")',
        value,
        blank=";;",
    )
