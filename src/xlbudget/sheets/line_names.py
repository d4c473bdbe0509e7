"""The columns of Line items that read back what a line names: ids, and shares added up."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from xlbudget.model import LineItem
from xlbudget.model.split import goal_slots, source_slots
from xlbudget.sheets.context import Context
from xlbudget.sheets.labels import id_formula
from xlbudget.sheets.line_column import SLOTS, LineColumn, line_column
from xlbudget.sheets.plan import Cell, Form, this

FIELDS = {
    "Program": "program_id",
    "School": "school_id",
    **{f"Goal {slot}": f"goal_{slot}" for slot in SLOTS},
    **{f"Source {slot}": f"source_{slot}" for slot in SLOTS},
    "Successor": "successor",
}


def id_columns(context: Context) -> list[LineColumn]:
    """Return the ids read back from labels."""
    return [
        line_column(context, f"{header} id", id_formula(header), _getter(name), blank="")
        for header, name in FIELDS.items()
    ]


def reach_columns(context: Context, noun: str) -> list[LineColumn]:
    """Return the cumulated shares of goals or sources."""
    slots = goal_slots if noun == "Goal" else source_slots
    share = [this(f"{noun} share {slot}") for slot in SLOTS]
    formulas = [
        f'=IF({share[0]}="",ROUND(1-{share[1]}-{share[2]},6),{share[0]})',
        f"=ROUND({this(f'{noun} reach 1')}+{share[1]},6)",
        f"=ROUND({this(f'{noun} reach 2')}+{share[2]},6)",
    ]

    def reached(slot: int) -> Callable[[LineItem], Cell]:
        return lambda line: list(accumulate(part.share for part in slots(line)))[slot - 1]

    return [
        line_column(
            context, f"{noun} reach {slot}", formula, reached(slot), blank=1, form=Form.SHARE
        )
        for slot, formula in zip(SLOTS, formulas, strict=True)
    ]


def _getter(name: str) -> Callable[[LineItem], Cell]:
    return lambda line: str(getattr(line, name))
