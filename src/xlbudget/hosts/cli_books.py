"""The commands that take other people's workbooks and files: fill, migrate, compare, import."""

# ruff: noqa: PLC0415 - a command imports what it needs when it runs: --help must start at once

from __future__ import annotations

from pathlib import Path

import typer

from xlbudget.hosts.guard import guarded
from xlbudget.hosts.options import (
    BudgetAfter,
    BudgetBefore,
    ComparisonBook,
    Debug,
    DryRun,
    FailOnChange,
    FillData,
    FillTemplate,
    Force,
    ForeignFile,
    Into,
    IntoTable,
    IntoTemplate,
    Json,
    KeptEdition,
    MappingFile,
    OldBook,
    Output,
    Partial,
    SheetName,
    SpareLines,
    SpareRecords,
    Suggest,
)

books_app = typer.Typer()


@books_app.command()
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


@books_app.command()
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


@books_app.command()
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


@books_app.command("import")
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
