"""The command act: what a person does with one press in a live workbook, done to a file."""

# ruff: noqa: PLC0415 - a command imports what it needs when it runs: --help must start at once

from __future__ import annotations

import sys

import typer

from xlbudget.hosts.act_options import (
    ActedBook,
    ActionBook,
    ActionName,
    AnswersFile,
    GivenAnswers,
    ListActions,
    SelectedCell,
    Suggested,
)
from xlbudget.hosts.guard import guarded
from xlbudget.hosts.options import Debug, DryRun, Force, Json

act_app = typer.Typer()


@act_app.command()
@guarded
def act(
    name: ActionName = None,
    book: ActionBook = None,
    *,
    lists: ListActions = False,
    answer: GivenAnswers = None,
    answers: AnswersFile = None,
    suggested: Suggested = False,
    cell: SelectedCell = "",
    output: ActedBook = None,
    force: Force = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    _debug: Debug = False,
) -> None:
    """Do an action to a workbook, as its ribbon does: add a line, link goals, check, restore.

    What an action has to know it asks on a terminal; elsewhere it lists its questions, and each is
    answered by --answer. Only input cells change, and the results that follow. A copy of the
    workbook is kept in a folder beside it first: xlbudget act restore BOOK takes it back.
    """
    from datetime import datetime

    from xlbudget.hosts.act import act
    from xlbudget.hosts.act_asks import answers_of
    from xlbudget.hosts.act_order import Order
    from xlbudget.hosts.act_shown import put_verbs

    if lists or name is None:
        put_verbs()
        return
    order = Order(
        name=name,
        book=book,
        answers=answers_of(answer or (), answers),
        suggested=suggested,
        asks=not as_json and sys.stdin.isatty() and sys.stderr.isatty(),
        cell=cell,
        output=output,
        force=force,
        dry_run=dry_run,
        as_json=as_json,
    )
    act(order, datetime.now().astimezone().replace(tzinfo=None))
