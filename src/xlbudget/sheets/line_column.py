"""A calculated column of Line items: its formula, and the value that analysis gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from xlbudget.model import LineItem
from xlbudget.model.cost import LineCost
from xlbudget.sheets.context import Context
from xlbudget.sheets.plan import Cell, Column, Form, text, this

SLOTS = (1, 2, 3)
NO_END = 9999
TABLE = "LineItems"


@dataclass(frozen=True, slots=True)
class LineColumn:
    """A calculated column: how it looks and computes, and its value for the line at a place.

    The place is None for a spare row.
    """

    column: Column
    value: Callable[[int | None], Cell]


def line_column(
    context: Context,
    header: str,
    formula: str,
    value: Callable[[LineItem], Cell],
    *,
    blank: Cell,
    form: Form = Form.TEXT,
) -> LineColumn:
    """Return a column whose value follows from the line; ``blank`` is that of a spare row."""
    lines = context.budget.lines
    return LineColumn(
        _column(header, formula, form),
        lambda index: blank if index is None else value(lines[index]),
    )


def cost_column(
    context: Context,
    header: str,
    formula: str,
    value: Callable[[LineCost], Cell],
    *,
    blank: Cell = 0,
    form: Form = Form.NUMBER,
) -> LineColumn:
    """Return a column whose value follows from what analysis computed for the line."""
    costs = context.analysis.costs
    return LineColumn(
        _column(header, formula, form),
        lambda index: blank if index is None else value(costs[index]),
    )


def has_word(header: str, word: str) -> str:
    """Return the formula text of whether a column of this row holds a word."""
    return f"({this(header)}={text(word)})"


def _column(header: str, formula: str, form: Form) -> Column:
    width = 16 if form is Form.TEXT else 11.5
    return Column(header=header, form=form, formula=formula, width=width)
