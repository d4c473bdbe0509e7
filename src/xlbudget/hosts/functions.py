"""The functions of cells on a terminal: a list by family, a page for one, all of them as JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby

from rich.console import Console

from xlbudget.catalogue import FUNCTIONS, Function, Parameter, Unit
from xlbudget.catalogue.formula_text import default_text, formula_text, syntax
from xlbudget.catalogue.function import Rows
from xlbudget.hosts.answer_text import in_unit, rows_in_unit
from xlbudget.hosts.as_json import put_json
from xlbudget.hosts.docstring import readable, refusals, section
from xlbudget.hosts.function_facts import facts, find, returns_in_words, twin
from xlbudget.hosts.terminal import next_step, put, put_table, stdout

_SAID_BY_KIND = (Unit.FLAG, Unit.WORD, Unit.DATE, Unit.TABLE)


def list_functions(*, as_json: bool) -> None:
    """Show every function in a sentence, by family."""
    if as_json:
        put_json(sys.stdout, {"functions": [facts(item) for item in FUNCTIONS.values()]})
        return
    for family, members in groupby(FUNCTIONS.values(), key=lambda item: item.family):
        rows = [(item.name, item.says) for item in members]
        headers = ("Function", "What it answers")
        put_table(stdout(), family, headers, rows, numbers=(False, False))
    next_step("see one of them with: xlbudget functions show XLB_NPV")


def show_function(name: str, *, as_json: bool) -> None:
    """Show everything about one function."""
    function = find(name)
    if as_json:
        put_json(sys.stdout, {"functions": [facts(function)]})
        return
    console = stdout()
    put(console, syntax(function), accent=True)
    put(console, f"{function.says}\n")
    _put_arguments(console, function)
    for label, words in _told(function):
        put(console, f"{label}: {words}")
    put(console)
    rows = [(item.error, item.code, readable(item.when)) for item in refusals(function)]
    put_table(console, "Errors", ("In the cell", "Code", "When"), rows, numbers=(False,) * 3)
    next_step(f"try it with: xlbudget call {function.name} and its arguments.")


def put_rows(console: Console, function: Function, rows: Rows) -> None:
    """Print an answer of several cells: with a heading as a table, without one line by line."""
    shown = rows_in_unit(rows, function.returns)
    if not all(isinstance(value, str) for value in rows[0]):
        for line in shown:
            put(console, "  ".join(line))
        return
    numbers = [any(isinstance(row[i], float) for row in rows) for i in range(len(rows[0]))]
    put_table(console, function.says, shown[0], shown[1:], numbers=numbers)


def _put_arguments(console: Console, function: Function) -> None:
    rows = [(item.name, _argument(function, item)) for item in function.parameters]
    put_table(console, "Arguments", ("Argument", "What it is"), rows, numbers=(True, False))


def _argument(function: Function, parameter: Parameter) -> str:
    unit = "" if parameter.unit in _SAID_BY_KIND else f": {parameter.unit.says}"
    told = f"{parameter.says} Takes {parameter.kind.value}{unit}."
    if not function.is_optional(parameter):
        return told
    return f"{told} If left out: {default_text(function, parameter) or 'nothing'}."


def _told(function: Function) -> Iterator[tuple[str, str]]:
    cells, result = function.example
    yield "Answers", returns_in_words(function)
    yield "Example", formula_text(function, cells)
    if isinstance(result, (float, str)):
        yield "Its answer", in_unit(result, function.returns)
    said = (
        ("Formula", readable(section(function, "Formula"))),
        ("Source", readable(section(function, "Source"))),
        ("Unlike the spreadsheet's own", function.unlike),
        ("In the spreadsheet's own words", twin(function)),
        ("Since version", function.since),
    )
    yield from ((label, words) for label, words in said if words)
