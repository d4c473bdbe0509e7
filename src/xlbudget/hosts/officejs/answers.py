"""Answers the calls of one recalculation at once; it runs inside the page, in Pyodide.

A batch is a JSON list of calls.  A call is a list: the function's name, then its arguments, each
null where it is left out, a cell, a row of cells, or rows of them; among cells null is a blank.
An answer is a number, a text, rows of them, or ``{"error": ..., "reason": ...}``.
"""

from __future__ import annotations

import json

from xlbudget.catalogue import FUNCTIONS, OMITTED, Answer, CellError, call


def answer(batch: str) -> str:
    """Return the answers to a batch, in order, as JSON."""
    # A whole number stays a float: an int would be taken for an error of Excel's automation.
    calls = json.loads(batch, parse_int=float)
    return json.dumps([_one(*parts) for parts in calls], allow_nan=False, default=_facts)


def _one(name: str, *given: object) -> Answer:
    if None in given:
        given = tuple(OMITTED if cell is None else cell for cell in given)
    return call(FUNCTIONS[name], given)


def _facts(error: object) -> dict[str, str]:
    if isinstance(error, CellError):
        return {"error": error.error, "reason": error.reason}
    raise TypeError(error)
