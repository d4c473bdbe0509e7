"""The assumptions that a result goes back to: formulas read them by their keys."""

from __future__ import annotations

import re

from xlbudget.model import Assumption
from xlbudget.model.field import fields_of
from xlbudget.model.tables import table_of
from xlbudget.sheets.plan import Row
from xlbudget.sheets.precedents import Node, Precedents, Trace

RATES = table_of(Assumption).name
_KEY, _VALUE = (field.header for field in fields_of(Assumption)[:2])
_READ = re.compile(rf'{RATES}\[{_KEY}\],"([^"]*)"(&?)')


def rates_in(book: Precedents, trace: Trace) -> list[tuple[Node, Row]]:
    """Return the assumptions that a result goes back to, in their order.

    A formula names an assumption by its key, or by how its key begins: the rest stands in a cell.

    Args:
        book: The book.
        trace: What the result goes back to.

    """
    read = {found.groups() for formula in trace.formulas for found in _READ.finditer(formula)}
    whole = {key for key, more in read if not more}
    begun = tuple(key for key, more in read if more)
    return [
        ((RATES, place, _VALUE), row)
        for place, row in enumerate(book.blocks[RATES].table.rows)
        if str(row.cells[0]) in whole or str(row.cells[0]).startswith(begun)
    ]
