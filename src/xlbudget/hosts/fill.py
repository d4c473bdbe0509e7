"""The command fill: a budget goes into a template, and everything else of the template stays."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from os.path import realpath
from pathlib import Path
from typing import NoReturn

import typer

from xlbudget.errors import ExistingFileError
from xlbudget.hosts.as_json import findings_json, put_json
from xlbudget.hosts.exits import ExitCode
from xlbudget.hosts.given import read_budget
from xlbudget.hosts.shown import put_findings
from xlbudget.hosts.terminal import (
    next_step,
    put,
    put_table,
    say,
    shown_path,
    stderr,
    stdout,
    working,
)
from xlbudget.model import Budget
from xlbudget.model.finding import Finding, in_words
from xlbudget.sheets.identity import Identity, workbook_id_of
from xlbudget.workbook.fill import Filled, Template, fill_budget, open_template
from xlbudget.workbook.save import Saved, check_target, save_file


@dataclass(frozen=True, slots=True)
class Order:
    """What a person asks for: which budget goes into which template, and where the copy goes."""

    template: Path
    data: Path
    path: Path
    force: bool = False
    dry_run: bool = False
    as_json: bool = False


@dataclass(frozen=True, slots=True)
class _Done:
    """What came of it; what could not be done is None."""

    template: Template | None = None
    filled: Filled | None = None
    saved: Saved | None = None
    of_template: Sequence[Finding] = ()
    of_budget: Sequence[Finding] = ()


def fill_template(order: Order) -> None:
    """Write a template filled with a budget, or say why not.

    Raises:
        ExistingFileError: The copy would stand where something stands, or be what it is made from.
        FileError: A file is not there, is held by another program, or is not what it should be.

    """
    _check_names(order)
    check_target(order.path, force=order.force)
    with working(f"Reading {order.template}"):
        template, of_template = open_template(order.template)
    with working(f"Reading {order.data}"):
        budget, of_budget = read_budget(order.data)
    if template is None or budget is None:
        _refuse(order, _Done(template, None, None, of_template, of_budget))
    with working(f"Filling {order.path}"):
        identity = _identity(order, budget)
        filled, misfits = fill_budget(template, budget, of_budget, identity=identity)
    if filled is None:
        _refuse(order, _Done(template, None, None, (*of_template, *misfits), of_budget))
    saved = None if order.dry_run else _save(filled, order)
    _tell(order, _Done(template, filled, saved, (*of_template, *misfits), of_budget))


def _identity(order: Order, budget: Budget) -> Identity:
    origin = order.template.name
    return Identity(workbook_id=workbook_id_of(budget, origin), origin=origin)


def _check_names(order: Order) -> None:
    for given, noun in ((order.template, "template"), (order.data, "workbook that is read")):
        if realpath(given) == realpath(order.path):
            raise ExistingFileError(
                saw=f"The copy would take the place of the {noun}",
                wants="What a copy is made from stays as it is",
                fix="Choose another name for the copy with -o",
                place=str(given),
            )


def _save(filled: Filled, order: Order) -> Saved:
    return save_file(lambda beside: _write(beside, filled.data), order.path, force=order.force)


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _refuse(order: Order, done: _Done) -> NoReturn:
    if order.as_json:
        put_json(sys.stdout, _facts(order, done))
    put_findings(stderr(), (*done.of_template, *done.of_budget))
    next_step("mend what is fatal, then run the same command again. Nothing was written.")
    raise typer.Exit(ExitCode.INVALID)


def _tell(order: Order, done: _Done) -> None:
    if order.as_json:
        put_json(sys.stdout, _facts(order, done))
    elif done.filled is not None:
        put(stdout(), str(order.path))
        rows = [(sheet, f"{count:,}") for sheet, count in done.filled.cells.items()]
        put_table(stdout(), "Cells that changed", ("Sheet", "Cells"), rows, numbers=(False, True))
    if done.of_template:
        put_findings(stderr(), done.of_template)
    _say_what_is_open(done)
    say(f"Findings of the budget: {in_words(done.of_budget)}.")
    if done.saved is not None and done.saved.backup is not None:
        say(f"The file that stood there is kept as {done.saved.backup.name}.")
    if done.saved is None:
        next_step("run the same command without --dry-run; nothing was written.")
    else:
        next_step(f"open {shown_path(order.path)} in Excel or LibreOffice, and look at Summary.")


def _say_what_is_open(done: _Done) -> None:
    """Say which results are not stored, and why."""
    if done.template is None:
        return
    own = done.template.match.own
    if own:
        said = ", ".join(f"{count} on {sheet}" for sheet, count in own.items())
        say(f"Formulas of your own keep no stored result, and are calculated on opening: {said}.")
    if waiting := len(done.template.match.emptied) - sum(own.values()):
        say(f"{waiting:,} more results follow from changed formulas; they too come on opening.")


def _facts(order: Order, done: _Done) -> dict[str, object]:
    filled, saved, match = done.filled, done.saved, done.template and done.template.match
    return {
        "template": str(order.template),
        "data": str(order.data),
        "path": str(order.path),
        "written": saved is not None,
        "backup": str(saved.backup) if saved and saved.backup else None,
        "cells": filled.cells if filled else {},
        "own_formulas": dict(match.own) if match else {},
        "results_not_stored": len(match.emptied) if match else 0,
        "settled_parts": sorted(done.template.settled) if done.template else [],
        "template_findings": findings_json(done.of_template),
        "findings": findings_json(done.of_budget),
    }
