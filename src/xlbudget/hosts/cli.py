"""The command line of xlbudget: thin commands, each imported only when it runs."""

# ruff: noqa: PLC0415 - a command imports what it needs when it runs: --help must start at once

from __future__ import annotations

import sys
from pathlib import Path

import typer

from xlbudget.hosts.cli_addin import addin_app
from xlbudget.hosts.cli_functions import functions_app
from xlbudget.hosts.exits import EPILOG
from xlbudget.hosts.guard import guarded
from xlbudget.hosts.options import (
    Book,
    BudgetAfter,
    BudgetBefore,
    ComparisonBook,
    Debug,
    DryRun,
    Edition,
    FailOnChange,
    FirstDebug,
    Folder,
    Force,
    ForeignFile,
    FunctionName,
    Into,
    IntoTable,
    Json,
    MappingFile,
    Output,
    Partial,
    ProfileName,
    Sarif,
    SheetName,
    Suggest,
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
    folder: Folder,
    *,
    profile: ProfileName = None,
    as_sarif: Sarif = False,
    as_json: Json = False,
    _debug: Debug = False,
) -> None:
    """Show what is wrong in a district folder or a filled workbook, or worth knowing.

    With --profile a workbook itself is judged: its structure, formulas, inputs, layout and
    accessibility.
    """
    if profile is not None or as_sarif:
        from xlbudget.hosts.lint import show_lint
        from xlbudget.workbook.lint import Profile

        chosen = None if profile is None else Profile(profile)
        show_lint(folder, chosen, as_json=as_json, as_sarif=as_sarif)
    else:
        from xlbudget.hosts.look_into import show_findings

        show_findings(folder, as_json=as_json)


@app.command()
@guarded
def template(
    *,
    output: Output = None,
    edition: Edition = "working",
    force: Force = False,
    dry_run: DryRun = False,
    _debug: Debug = False,
) -> None:
    """Write the empty standard workbook, to be filled in by hand."""
    from xlbudget.hosts.make import make_template

    path = output or Path("district-budget.xlsx")
    make_template(path, edition=edition, force=force, dry_run=dry_run)


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
def compare(
    before: BudgetBefore,
    after: BudgetAfter,
    *,
    output: ComparisonBook = None,
    force: Force = False,
    fail_on_change: FailOnChange = False,
    as_json: Json = False,
    _debug: Debug = False,
) -> None:
    """Show what differs between two budgets: line by line and figure by figure."""
    from datetime import datetime

    from xlbudget.hosts.compare import Order, show_comparison

    order = Order(before, after, output, force, as_json, fail_on_change)
    show_comparison(order, datetime.now().astimezone().date())


@app.command("import")
@guarded
def import_file(
    file: ForeignFile,
    *,
    mapping: MappingFile = None,
    into: Into = Path(),
    suggest: Suggest = False,
    table: IntoTable = None,
    sheet: SheetName = "",
    partial: Partial = False,
    force: Force = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    _debug: Debug = False,
) -> None:
    """Take lines, funding, goals or schools out of another system's file, by a mapping.

    Records that the folder has already are refused; with --force they take the imported values,
    what else people wrote stays, and a dated copy of the file is kept.
    """
    from xlbudget.hosts.import_draft import draft_mapping
    from xlbudget.hosts.import_lines import Order, import_file

    path = mapping or Path(f"{file.stem}-mapping.toml")
    if suggest:
        draft_mapping(file, path, table=table or "", sheet=sheet, force=force)
    else:
        import_file(Order(file, path, into, force, dry_run, as_json, partial))


@app.command()
@guarded
def doctor(*, as_json: Json = False, _debug: Debug = False) -> None:
    """Say whether this machine is ready for xlbudget."""
    from xlbudget.hosts.look_into import show_health

    show_health(as_json=as_json)


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


def run() -> None:
    """Run the command line; what the terminal's code cannot show is shown as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    app()
