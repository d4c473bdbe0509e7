"""How an omitted argument and an error travel between Excel's VBA and Python: as marked texts.

The mark is a form feed, which nobody types into a cell.  ``macros/XlbBridge.bas`` writes and
reads the same texts.
"""

from __future__ import annotations

from xlbudget.catalogue import OMITTED, Answer, CellError
from xlbudget.catalogue.cell_error import NUMBERS

MARK = "\f"
OMITTED_TEXT = f"{MARK}omitted"


def argument(raw: object) -> object:
    """Return an argument as the catalogue takes it; only a mark is changed."""
    return OMITTED if isinstance(raw, str) and raw == OMITTED_TEXT else raw


def error_text(refusal: CellError) -> str:
    """Return the number that VBA makes an error value of; XLB_WHY asks for the reason."""
    return f"{MARK}{NUMBERS[refusal.error]}"


def in_cells(answer: Answer) -> list[list[float | str]]:
    """Return an answer as rows of cells, the only shape that xlwings hands on unharmed."""
    if isinstance(answer, CellError):
        return [[error_text(answer)]]
    if isinstance(answer, (float, str)):
        return [[answer]]
    return [list(row) for row in answer]
