"""The table of what each line costs by year: worked out beside the drop-downs, not on My lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from xlbudget.model.school_answer import Action
from xlbudget.model.school_line import SchoolLine, would_lack
from xlbudget.model.split import ZERO
from xlbudget.sheets.context import year_header
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
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
    key, state = str(i + 1), frame.rows[i]
    formulas = _formulas(key, len(frame.years))
    values = _values(frame, i, state)
    cells: list[Cell] = [Calculated(formulas[header], values[header]) for header in formulas]
    return Row(key=key, cells=tuple(cells))


@lru_cache(maxsize=2_000)
def _formulas(key: str, years: int) -> Mapping[str, str]:
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
    return formulas


def _picked(key: str, header: str) -> str:
    """Return the formula of a fact: last year's line has it, or else the item; 0 for neither."""
    prior, item = ref(FIGURES, key, "Prior"), ref(FIGURES, key, "Item")
    before, listed = whole(header, "LastYear"), whole(header, "Items")
    return f"=IF({prior}>0,INDEX({before},MAX(1,{prior})),IF({item}>0,INDEX({listed},{item}),0))"


def _values(frame: Frame, i: int, state: SchoolLine) -> Mapping[str, str | int | float]:
    pack, line, facts = frame.pack, state.line, state.facts
    quantity = line.quantity or ZERO
    units = facts.units(quantity) if facts else quantity
    unit = facts.unit_cost if facts else ZERO
    if state.is_other:
        unit = line.price or ZERO
    made: dict[str, str | int | float] = {
        "Line": line.line_id,
        "Prior": i + 1 if state.prior else 0,  # last year's lines come first
        "Item": _place([offered.item.item_id for offered in pack.items], line.item_id),
        "In use": int(is_used(state)),
        "Counts": int(state.counts),
        "Other": int(state.is_other),
        "Whole": int(facts is not None and facts.whole),
        "Units": float(units) if state.counts else 0,
        "Unit cost": float(unit),
        "Recurring from": facts.recurring_from if facts else 0,
        "Goal": line.goal_id,
        "Source": line.source_id,
        "Lacks": ", ".join(lack.noun for lack in would_lack(state)),
    }
    years = {year_header(k): float(frame.costs[i][k - 1]) for k in frame.numbers}
    return made | years


def _place(ids: Sequence[str], key: str) -> int:
    return ids.index(key) + 1 if key in ids else 0
