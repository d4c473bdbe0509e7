"""What a line still lacks, in words: the formula and its twin, from one list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from xlbudget.model import LineItem
from xlbudget.model.choices import CostType
from xlbudget.sheets.plan import this

COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class Lack:
    """A thing that a line must have: its name, when a cell lacks it, when a record does."""

    noun: str
    formula: str
    lacks: Callable[[LineItem], bool]


def _blank(header: str) -> str:
    return f'({this(header)}="")'


_PRICED = f'*({this("Cost type")}<>"{CostType.CONTRACT}")'

LACKS = (
    Lack("a description", _blank("Description"), lambda line: not line.description),
    Lack("a reason", _blank("Justification"), lambda line: not line.justification),
    Lack("a goal", _blank("Goal 1"), lambda line: not line.goal_1),
    Lack("a cost type", _blank("Cost type"), lambda line: not line.cost_type),
    Lack(
        "a quantity",
        _blank("Quantity") + _PRICED,
        lambda line: line.quantity is None and line.cost_type != CostType.CONTRACT,
    ),
    Lack(
        "a price",
        _blank("Unit price") + _PRICED,
        lambda line: line.unit_price is None and line.cost_type != CostType.CONTRACT,
    ),
    Lack("a source", _blank("Source 1"), lambda line: not line.source_1),
    Lack("a status", _blank("Status"), lambda line: not line.status),
    Lack("a need", _blank("Need"), lambda line: not line.need),
    Lack("a first year", _blank("First fiscal year"), lambda line: line.first_fiscal_year is None),
    Lack("an area", _blank("Area"), lambda line: not line.area),
    Lack("a category", _blank("Category"), lambda line: not line.category),
)


def missing_formula() -> str:
    """Return the formula of the column Still missing: blank for a spare row."""
    listed = "&".join(f'REPT(", {lack.noun}",{lack.formula}*1)' for lack in LACKS)
    complete = "*".join(f"(1-{lack.formula})" for lack in LACKS)
    line = this("Line")
    return f'=IF({line}="","",REPT("{COMPLETE}",{complete})&MID({listed},3,200))'


def still_missing(line: LineItem | None) -> str:
    """Return what a line lacks in words; "" for a spare row."""
    if line is None:
        return ""
    nouns = [lack.noun for lack in LACKS if lack.lacks(line)]
    return ", ".join(nouns) or COMPLETE
