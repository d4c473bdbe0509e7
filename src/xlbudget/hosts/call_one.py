"""Calls one function on a terminal, as a cell would, and shows the answer or the reason."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from xlbudget.catalogue import Answer, CellError, Function, call
from xlbudget.catalogue.formula_text import formula_text
from xlbudget.hosts.answer_text import in_unit
from xlbudget.hosts.as_json import put_json
from xlbudget.hosts.exits import ExitCode
from xlbudget.hosts.function_facts import find
from xlbudget.hosts.functions import put_rows
from xlbudget.hosts.terminal import next_step, put, say, stdout
from xlbudget.hosts.typed_cells import cells_of


def call_one(name: str, words: Sequence[str], *, as_json: bool) -> None:
    """Show what a function answers to words; exit with 3 when it refuses."""
    function = find(name)
    cells = cells_of(function, words)
    formula = formula_text(function, cells)
    answer = call(function, cells)
    if as_json:
        put_json(sys.stdout, _facts(function, formula, answer))
    else:
        say(formula)
        _show(function, answer)
    if isinstance(answer, CellError):
        raise typer.Exit(ExitCode.INVALID)


def _show(function: Function, answer: Answer) -> None:
    if isinstance(answer, CellError):
        put(stdout(), answer.error)
        say(answer.reason)
        next_step(f"see what it takes with: xlbudget functions show {function.name}")
        return
    if isinstance(answer, (float, str)):
        put(stdout(), in_unit(answer, function.returns))
    else:
        put_rows(stdout(), function, answer)
    next_step("type the formula above into a cell, or see docs/functions.md for all of them.")


def _facts(function: Function, formula: str, answer: Answer) -> dict[str, object]:
    error = answer if isinstance(answer, CellError) else CellError("")
    return {
        "function": function.name,
        "formula": formula,
        "answer": None if error.error else answer,
        "unit": function.returns.name.lower(),
        "error": error.error or None,
        "code": error.code or None,
        "reason": error.reason or None,
    }
