"""The sheet Lists: what drop-downs offer, what last year's lines cost, and what each line costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from xlbudget.model.school_answer import Action
from xlbudget.model.school_cost import CostFacts
from xlbudget.model.school_item import OTHER, is_other
from xlbudget.sheets.plan import (
    Cell,
    Column,
    Form,
    Name,
    Part,
    Role,
    Row,
    Sheet,
    Table,
    column_range,
    keyed,
    whole,
)
from xlbudget.sheets.school.frame import Frame, filled_list, item_label
from xlbudget.sheets.school.goal_choices import goal_tables
from xlbudget.sheets.school.line_figures import line_figures_table

TITLE = "Lists"
_MEANINGS = {
    Action.KEEP: "Last year's line goes on as it was.",
    Action.CHANGE: "Last year's line goes on with another quantity, goal, source or reason.",
    Action.DROP: "Last year's line is not wanted any more.",
    Action.NEW: "A line that was not there last year.",
}
NAMES = (
    Name("ActionList", column_range("Actions", "What to do"), "What to do with a line."),
    Name("ItemList", filled_list(whole("In the list", "Items")), "Standard items, and Other."),
    Name("GoalList", filled_list(whole("Label", "GoalChoices")), "Goals a line may serve."),
    Name("SourceList", filled_list(whole("Label", "Sources")), "Sources a line is paid from."),
    Name(
        "DistrictGoalList",
        filled_list(whole("District goal", "DistrictGoals")),
        "Goals of the district.",
    ),
)


def lists_sheet(frame: Frame, names: Sequence[Name]) -> Sheet:
    """Return the sheet Lists; ``names`` are the defined names that other sheets add."""
    return Sheet(
        title=TITLE,
        role=Role.LIST,
        says="What the drop-downs offer, and how the cost of each line is worked out. Nothing to "
        "enter here.",
        tables=(
            _actions(),
            _names((*names, *NAMES)),
            _items(frame),
            _sources(frame),
            _last_year(frame),
            *goal_tables(frame),
            line_figures_table(frame),
        ),
        landscape=True,
    )


def _label(header: str, form: Form = Form.TEXT, width: float = 18) -> Column:
    return Column(header=header, part=Part.LABEL, form=form, width=width)


def _actions() -> Table:
    return Table(
        name="Actions",
        heading="What to do with a line",
        columns=(_label("What to do"), _label("Meaning", Form.WRAPPED, 44)),
        rows=tuple(keyed(action.value, (action.value, says)) for action, says in _MEANINGS.items()),
    )


def _names(names: Sequence[Name]) -> Table:
    return Table(
        name="Names",
        heading="Names in formulas",
        columns=(_label("Name"), _label("What it is for", Form.WRAPPED, 44)),
        rows=tuple(keyed(name.name, (name.name, name.says)) for name in names),
    )


def _fact_columns(frame: Frame) -> tuple[Column, ...]:
    return (
        _label("Unit cost", Form.CENTS),
        _label("Whole", Form.PLAIN),
        _label("Recurring from", Form.PLAIN),
        *(_label(f"Factor {k}", Form.PLAIN) for k in frame.numbers),
    )


def _facts(facts: CostFacts) -> tuple[Cell, ...]:
    return (facts.unit_cost, int(facts.whole), facts.recurring_from, *facts.factors)


def _items(frame: Frame) -> Table:
    rows = tuple(
        keyed(
            str(i + 1),
            (
                offered.item.item_id,
                item_label(offered),
                offered.item.unit or None,
                int(is_other(offered.item.item_id)),
                *_facts(offered.facts),
            ),
        )
        for i, offered in enumerate(frame.pack.items)
    )
    table = Table(
        name="Items",
        heading="Standard items",
        says=f"What the district buys, with its price; {OTHER.item_id} is for all else.",
        columns=(
            _label("Item"),
            _label("In the list", Form.WRAPPED, 44),
            _label("Unit", Form.WRAPPED),
            _label("Asks price", Form.PLAIN),
            *_fact_columns(frame),
        ),
        rows=rows,
    )
    return _filled_up(table, frame.sizes.items + 1)


def _sources(frame: Frame) -> Table:
    labels = frame.source_labels
    rows = tuple(keyed(str(i + 1), pair) for i, pair in enumerate(labels.items()))
    table = Table(
        name="Sources",
        heading="Funding sources",
        columns=(_label("Source"), _label("Label", Form.WRAPPED, 44)),
        rows=rows,
    )
    return _filled_up(table, frame.sizes.sources)


def _last_year(frame: Frame) -> Table:
    rows = tuple(
        keyed(
            str(i + 1),
            (
                prior.line.line_id,
                prior.line.description,
                prior.item_id or None,
                prior.quantity,
                *_facts(prior.facts)[:3],
                prior.facts.spare_share,
                *prior.facts.factors,
            ),
        )
        for i, prior in enumerate(frame.pack.lines)
    )
    facts = _fact_columns(frame)
    table = Table(
        name="LastYear",
        heading="Last year's lines",
        columns=(
            _label("Line"),
            _label("Description", Form.WRAPPED, 44),
            _label("Item"),
            _label("Quantity", Form.PLAIN),
            *facts[:3],
            _label("Spare share", Form.PLAIN),
            *facts[3:],
        ),
        rows=rows,
    )
    return _filled_up(table, max(1, frame.sizes.lines))


def _filled_up(table: Table, count: int) -> Table:
    """Return a table with blank rows after its own, each with its number as key."""
    rows, width = table.rows, len(table.columns)
    blank = Row(key="", cells=(None,) * width)
    spare = (replace(blank, key=str(i + 1)) for i in range(len(rows), count))
    return replace(table, rows=(*rows, *spare))
