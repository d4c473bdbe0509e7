"""The table of what each line costs by year: worked out beside the drop-downs, not on My lines."""

from __future__ import annotations

from functools import lru_cache

from xlbudget.model.school_answer import Action
from xlbudget.model.split import ZERO
from xlbudget.sheets.context import year_header
from xlbudget.sheets.plan import (
    Calculated,
    Column,
    Form,
    Part,
    Row,
    Table,
    ref,
    text,
    whole,
)
from xlbudget.sheets.school.frame import Frame, id_text
from xlbudget.sheets.school.line_words import lacks_formula
from xlbudget.sheets.school.my_lines import FIGURES, TABLE, is_used, line_cell

_ASKED = ("action", "item_id", "description", "quantity", "price", "goal_id", "why")


def line_figures_table(frame: Frame) -> Table:
    """Return the table: one row for each row of My lines, in the same order."""
    rows = tuple(_row(frame, i) for i in range(frame.sizes.rows))
    forms = {"Line": Form.TEXT, "Goal": Form.TEXT, "Source": Form.TEXT, "Lacks": Form.TEXT}
    money = {"Unit cost": Form.CENTS, **{year_header(k): Form.CENTS for k in frame.numbers}}
    columns = tuple(
        Column(
            header=header,
            part=Part.CALCULATION,
            form=(forms | money).get(header, Form.PLAIN),
            width=14,
        )
        for header in (*_HEADERS, *(year_header(k) for k in frame.numbers))
    )
    return Table(
        name=FIGURES,
        heading="What each line costs",
        says="One row for each row of My lines. Units times unit cost times the factor of the year "
        "gives the cost.",
        columns=columns,
        rows=rows,
    )


_HEADERS = (
    "Line",
    "Prior",
    "Item",
    "In use",
    "Counts",
    "Other",
    "Whole",
    "Units",
    "Unit cost",
    "Recurring from",
    "Goal",
    "Source",
    "Lacks",
)


def _row(frame: Frame, i: int) -> Row:
    formulas = _formulas(str(i + 1), len(frame.years))
    return Row(key=str(i + 1), cells=tuple(map(Calculated, formulas, _values(frame, i))))


@lru_cache(maxsize=2_000)
def _formulas(key: str, years: int) -> tuple[str, ...]:
    """Return the formulas of a row, in the order of the columns."""
    asked = {name: line_cell(key, name) for name in (*_ASKED, "source_id")}
    own = {header: ref(FIGURES, key, header) for header in _HEADERS}
    line, prior, item = ref(TABLE, key, "Line"), own["Prior"], own["Item"]
    given = f"COUNTA({','.join(asked[name] for name in _ASKED)})"
    found = f"MATCH({id_text(asked['item_id'])},{whole('Item', 'Items')},0)"
    spare = f"IF({prior}>0,INDEX({whole('Spare share', 'LastYear')},MAX(1,{prior})),0)"
    quantity = f"N({asked['quantity']})"
    pieces = f"ROUNDUP(ROUND({quantity}*(1+{spare}),6),0)"
    unit = _picked(key, "Unit cost").removeprefix("=")
    formulas = {
        "Line": f"={line}",
        "Prior": f"=IFERROR(MATCH({line},{whole('Line', 'LastYear')},0),0)",
        "Item": f'=IF({asked["item_id"]}="",0,IFERROR({found},0))',
        "In use": f"=({prior}+{given}>0)*1",
        "Counts": f"={own['In use']}*(1-({prior}>0)*({asked['action']}={text(Action.DROP)}))",
        "Other": f"=({prior}=0)*IF({item}>0,INDEX({whole('Asks price', 'Items')},MAX(1,{item})),0)",
        "Whole": _picked(key, "Whole"),
        "Units": f"={own['Counts']}*IF({own['Whole']}>0,{pieces},{quantity})",
        "Unit cost": f"={unit}+{own['Other']}*N({asked['price']})",
        "Recurring from": _picked(key, "Recurring from"),
        "Goal": "=" + id_text(asked["goal_id"]),
        "Source": "=" + id_text(asked["source_id"]),
        "Lacks": lacks_formula(key),
    }
    for k in range(1, years + 1):
        factor = _picked(key, f"Factor {k}").removeprefix("=")
        formulas[year_header(k)] = f"=ROUND({own['Units']}*{own['Unit cost']}*{factor},2)"
    return tuple(formulas.values())


def _picked(key: str, header: str) -> str:
    """Return the formula of a fact: last year's line has it, or else the item; 0 for neither."""
    prior, item = ref(FIGURES, key, "Prior"), ref(FIGURES, key, "Item")
    before, listed = whole(header, "LastYear"), whole(header, "Items")
    return f"=IF({prior}>0,INDEX({before},MAX(1,{prior})),IF({item}>0,INDEX({listed},{item}),0))"


def _values(frame: Frame, i: int) -> tuple[str | int | float, ...]:
    """Return the values of a row, in the order of the columns."""
    state, counts = frame.rows[i], frame.counted[i]
    line, facts, other = state.line, state.facts, state.is_other
    quantity = line.quantity or ZERO
    units = facts.units(quantity) if counts and facts else quantity
    unit = line.price if other else facts.unit_cost if facts else None
    return (
        line.line_id,
        i + 1 if state.prior else 0,  # last year's lines come first
        frame.item_places.get(line.item_id, 0),
        int(is_used(state)),
        int(counts),
        int(other),
        int(facts is not None and facts.whole),
        float(units) if counts else 0,
        float(unit or ZERO),
        facts.recurring_from if facts else 0,
        line.goal_id,
        line.source_id,
        ", ".join([lack.noun for lack in frame.lacks[i]]),
        *map(float, frame.costs[i]),
    )
