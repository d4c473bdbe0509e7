"""The command line of xlbudget: thin commands, each imported only when it runs."""

# ruff: noqa: PLC0415 - a command imports what it needs when it runs: --help must start at once

from __future__ import annotations

import sys
from pathlib import Path

import typer

from xlbudget.hosts.guard import guarded
from xlbudget.hosts.options import (
    Debug,
    DryRun,
    Edition,
    FirstDebug,
    Folder,
    Force,
    Json,
    Output,
    Version,
)

EPILOG = (
    "Exit codes: 0 done, 1 findings (check only), 2 usage, 3 input invalid, "
    "4 file locked, 5 fault of xlbudget."
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
    """Write the workbook of a district folder."""
    from xlbudget.hosts.make import Order, make

    path = output or Path(f"{folder.resolve().name or 'district'}-budget.xlsx")
    make(Order(folder, path, edition=edition, force=force, dry_run=dry_run, as_json=as_json))


@app.command()
@guarded
def analyze(folder: Folder, *, as_json: Json = False, _debug: Debug = False) -> None:
    """Show what a budget says: cost, funding, scenarios, return."""
    from xlbudget.hosts.look_into import show_analysis

    show_analysis(folder, as_json=as_json)


@app.command()
@guarded
def check(folder: Folder, *, as_json: Json = False, _debug: Debug = False) -> None:
    """Show what is wrong in a district folder, or worth knowing."""
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
def doctor(*, as_json: Json = False, _debug: Debug = False) -> None:
    """Say whether this machine is ready for xlbudget."""
    from xlbudget.hosts.look_into import show_health

    show_health(as_json=as_json)


def run() -> None:
    """Run the command line; what the terminal's code cannot show is shown as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    app()
