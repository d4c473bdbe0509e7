"""The command compare: what differs between two budgets, for people, programs and meetings."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import typer

from xlbudget.analysis.comparison import Comparison, compare
from xlbudget.hosts.as_json import put_json
from xlbudget.hosts.comparison_json import comparison_json
from xlbudget.hosts.comparison_shown import put_comparison
from xlbudget.hosts.exits import ExitCode
from xlbudget.hosts.python import load
from xlbudget.hosts.terminal import next_step, put, say, shown_path, stdout, working
from xlbudget.sheets.comparison_book import comparison_book
from xlbudget.workbook.save import check_target, save_book

SAME = "The two budgets are the same."


@dataclass(frozen=True, slots=True)
class Order:
    """What a person asks for: which budgets, and what to make of what differs."""

    old: Path
    new: Path
    path: Path | None = None  # the workbook to write; None: none is written
    force: bool = False
    as_json: bool = False
    fail_on_change: bool = False


def show_comparison(order: Order, today: date) -> None:
    """Show what differs; exit with 1 when something does and that was asked to count."""
    if order.path is not None:
        check_target(order.path, force=order.force)
    with working(f"Reading {order.old} and {order.new}"):
        comparison = compare(load(order.old), load(order.new))
    if order.path is not None:  # first: who reads what is shown may stop early
        _write(comparison, order, order.path, today)
    if order.as_json:
        put_json(sys.stdout, comparison_json(comparison, str(order.old), str(order.new)))
    elif comparison.is_empty:
        put(stdout(), SAME)
    else:
        put_comparison(stdout(), comparison)
    if order.path is None and not comparison.is_empty:
        _next(order)
    if order.fail_on_change and not comparison.is_empty:
        raise typer.Exit(ExitCode.FINDINGS)


def _write(comparison: Comparison, order: Order, path: Path, today: date) -> None:
    book = comparison_book(comparison, str(order.old), str(order.new), today)
    saved = save_book(book, path, force=order.force)
    if saved.backup is not None:
        say(f"The file that stood there is kept as {saved.backup.name}.")
    next_step(f"open {shown_path(path)}: it has a sheet of figures and a sheet of lines.")


def _next(order: Order) -> None:
    words = f"xlbudget compare {shown_path(order.old)} {shown_path(order.new)} -o comparison.xlsx"
    next_step(f"put it into a workbook with: {words}")
