"""The command line of xlbudget: thin commands, each imported only when it runs."""

# ruff: noqa: PLC0415 - a command imports what it needs when it runs: --help must start at once

from __future__ import annotations

import sys
from pathlib import Path

import typer

from xlbudget.hosts.cli_act import act_app
from xlbudget.hosts.cli_addin import addin_app
from xlbudget.hosts.cli_books import books_app
from xlbudget.hosts.cli_campaign import campaign_app
from xlbudget.hosts.cli_functions import functions_app
from xlbudget.hosts.exits import EPILOG
from xlbudget.hosts.guard import guarded
from xlbudget.hosts.options import (
    Book,
    Checked,
    Debug,
    DryRun,
    Edition,
    FirstDebug,
    Folder,
    Force,
    FunctionName,
    Json,
    Lines,
    Output,
    ProfileName,
    Recalculated,
    Records,
    Sarif,
    TemplateEdition,
    Twins,
    Version,
    Words,
)

app = typer.Typer(
    name="xlbudget",
    help="Digital-learning budgets for school districts: total cost of ownership, funding, "
    "goals and return, in a spreadsheet.",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich" if sys.stdout is not None and sys.stdout.isatty() else None,
)


@app.callback()
def main(
    *,
    _version: Version = False,
    _debug: FirstDebug = False,
) -> None:
    """Take the options that stand before a command."""


@app.command()
@guarded
def demo(
    *,
    output: Output = None,
    force: Force = False,
    dry_run: DryRun = False,
    _debug: Debug = False,
) -> None:
    """Write the workbook of a made-up district, to try things in."""
    from xlbudget.hosts.make import Order, make
    from xlbudget.hosts.sample import SAMPLE, sample_folder

    path = output or Path(f"{SAMPLE}-budget.xlsx")
    make(Order(sample_folder(), path, force=force, dry_run=dry_run))


@app.command()
@guarded
def new(
    folder: Folder,
    *,
    output: Output = None,
    edition: Edition = "working",
    force: Force = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    _debug: Debug = False,
) -> None:
    """Write the workbook of a district folder, or of a filled workbook."""
    from xlbudget.hosts.make import Order, make

    name = folder.resolve().name.removesuffix(".xlsx")
    path = output or Path(f"{name or 'district'}-budget.xlsx")
    make(Order(folder, path, edition=edition, force=force, dry_run=dry_run, as_json=as_json))


@app.command()
@guarded
def analyze(folder: Folder, *, as_json: Json = False, _debug: Debug = False) -> None:
    """Show what a budget says: cost, funding, scenarios, return."""
    from xlbudget.hosts.look_into import show_analysis

    show_analysis(folder, as_json=as_json)


@app.command()
@guarded
def check(
    files: Checked,
    *,
    profile: ProfileName = None,
    recalculated: Recalculated = None,
    as_sarif: Sarif = False,
    as_json: Json = False,
    _debug: Debug = False,
) -> None:
    """Show what is wrong in workbooks and district folders, or worth knowing.

    A district folder is judged as a budget, any workbook by its formulas, inputs, layout and
    accessibility, and a workbook that holds a budget by both; each thing is said once. What is let
    stand is explained on the sheet Log, in a row of the event "explained" with its date, such as
    "L03 Goals!B7: the reason in words (name)", or in a file beside it, FILE.lint.toml. Nothing is
    changed.
    """
    from xlbudget.hosts.check import Order, show_check
    from xlbudget.workbook.lint import Profile

    if as_json and as_sarif:
        message = "--json and --sarif cannot both be given: choose one."
        raise typer.BadParameter(message)
    chosen = None if profile is None else Profile(profile)
    show_check(Order(tuple(files), chosen, as_json, as_sarif, recalculated))


@app.command()
@guarded
def template(
    *,
    output: Output = None,
    edition: TemplateEdition = "working",
    lines: Lines = 200,
    records: Records = 25,
    force: Force = False,
    dry_run: DryRun = False,
    _debug: Debug = False,
) -> None:
    """Write the empty standard workbook, to be filled in by hand or by xlbudget fill."""
    from xlbudget.hosts.make import make_template
    from xlbudget.sheets.template import room_for

    path = output or Path(f"{'school' if edition == 'school' else 'district'}-budget.xlsx")
    room = room_for(lines, records)
    make_template(path, edition=edition, force=force, dry_run=dry_run, room=room)


@app.command()
@guarded
def freeze(
    book: Book,
    *,
    output: Output = None,
    twins: Twins = False,
    force: Force = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    _debug: Debug = False,
) -> None:
    """Write a copy of a workbook that needs no add-in: every XLB_ cell is its value."""
    from datetime import datetime

    from xlbudget.hosts.freeze import Order, freeze_book

    order = Order(book, output or Path(f"{book.stem}-frozen.xlsx"), twins, force, dry_run, as_json)
    freeze_book(order, datetime.now().astimezone().date())


@app.command()
@guarded
def doctor(*, as_json: Json = False, _debug: Debug = False) -> None:
    """Say whether this machine is ready for xlbudget."""
    from xlbudget.hosts.look_into import show_health

    show_health(as_json=as_json)


app.add_typer(books_app)
app.add_typer(act_app)
app.add_typer(functions_app, name="functions")


@app.command("call", context_settings={"ignore_unknown_options": True})
@guarded
def call_one(
    name: FunctionName, words: Words = None, *, as_json: Json = False, _debug: Debug = False
) -> None:
    """Try a function as a cell would call it: xlbudget call XLB_NPV 5% -100 60 60.

    Numbers may have a percent sign, a dollar sign and thousands commas: 5%, '$1,200'. An argument
    can be given by its name, first_period=1, or be left out with _. A list is -100,60,60, and with
    rows '{1,2;3,4}'. Where a function has one list only, its members may stand as words of their
    own; what may be left out after them is then given by name. The formula that was understood is
    shown first. A refusal shows the cell's error and the reason, and ends with exit code 3.
    """
    from xlbudget.hosts.call_one import call_one

    call_one(name, words or [], as_json=as_json)


app.add_typer(addin_app, name="addin")
app.add_typer(campaign_app)


def run() -> None:
    """Run the command line; what the terminal's code cannot show is shown as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    app()
