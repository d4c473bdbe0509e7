"""The command line of xlbudget: thin commands, each imported only when it runs."""

# ruff: noqa: PLC0415 - a command imports what it needs when it runs: --help must start at once

from __future__ import annotations

import sys
from pathlib import Path

import typer

from xlbudget.hosts.cli_addin import addin_app
from xlbudget.hosts.cli_campaign import campaign_app
from xlbudget.hosts.cli_functions import functions_app
from xlbudget.hosts.exits import EPILOG
from xlbudget.hosts.guard import guarded
from xlbudget.hosts.options import (
    Book,
    BudgetAfter,
    BudgetBefore,
    Checked,
    ComparisonBook,
    Debug,
    DryRun,
    Edition,
    FailOnChange,
    FillData,
    FillTemplate,
    FirstDebug,
    Folder,
    Force,
    ForeignFile,
    FunctionName,
    Into,
    IntoTable,
    IntoTemplate,
    Json,
    KeptEdition,
    Lines,
    MappingFile,
    OldBook,
    Output,
    Partial,
    ProfileName,
    Recalculated,
    Records,
    Sarif,
    SheetName,
    SpareLines,
    SpareRecords,
    Suggest,
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
    from xlbudget.hosts.template import room_for

    path = output or Path(f"{'school' if edition == 'school' else 'district'}-budget.xlsx")
    room = room_for(lines, records)
    make_template(path, edition=edition, force=force, dry_run=dry_run, room=room)


@app.command()
@guarded
def fill(
    template: FillTemplate,
    data: FillData,
    *,
    output: Output = None,
    force: Force = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    _debug: Debug = False,
) -> None:
    """Fill a template with a budget; what its owner put into it stays.

    Only cells change that hold the budget, and the results that follow. A template may be branded
    and extended: columns and rows may be moved, sheets added.
    """
    from xlbudget.hosts.fill import Order, fill_template

    path = output or Path(f"{data.resolve().name.removesuffix('.xlsx')}-filled.xlsx")
    fill_template(Order(template, data, path, force, dry_run, as_json))


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
def migrate(
    old: OldBook,
    *,
    output: Output = None,
    template: IntoTemplate = None,
    edition: KeptEdition = None,
    spare_lines: SpareLines = None,
    spare_records: SpareRecords = None,
    force: Force = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    _debug: Debug = False,
) -> None:
    """Carry the inputs of an older, altered or full workbook into the current template.

    It lists what moved, what has no place in the new workbook, and what is new. The old workbook
    is never changed, and the new one's Log goes on from it.
    """
    from datetime import datetime

    from xlbudget.hosts.migrate import Order, migrate_book
    from xlbudget.workbook.migrate import Space

    path = output or Path(f"{old.stem}-migrated.xlsx")
    space = Space(spare_lines, spare_records)
    order = Order(old, path, template, space, edition or "", force, dry_run, as_json)
    migrate_book(order, datetime.now().astimezone().date())


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
app.add_typer(campaign_app)


def run() -> None:
    """Run the command line; what the terminal's code cannot show is shown as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    app()
