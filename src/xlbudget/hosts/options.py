"""The options and arguments that commands share, each with its help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from xlbudget import __version__
from xlbudget.hosts.guard import also_debug, set_debug


def workbook_name(path: Path | None) -> Path | None:
    """Return a workbook's path; refuse one whose name does not end as a workbook's does."""
    if path is not None and path.suffix.casefold() != ".xlsx":
        message = f"{path} does not end in .xlsx, as a workbook's name does."
        raise typer.BadParameter(message)
    return path


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"xlbudget {__version__}")
        raise typer.Exit


Folder = Annotated[
    Path,
    typer.Argument(
        metavar="FOLDER", help="District folder (district.toml, CSV files), or a filled workbook."
    ),
]
Checked = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE...", help="Workbooks, district folders, and folders of workbooks."
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        help="The workbook to write; if not named, one in the current folder.",
        callback=workbook_name,
    ),
]
Edition = Annotated[
    Literal["working", "accessible"],
    typer.Option(
        "--edition",
        metavar="EDITION",
        help="working, or accessible: no fills on inputs, no frozen panes.",
    ),
]
TemplateEdition = Annotated[
    Literal["working", "accessible", "school"],
    typer.Option(
        "--edition",
        metavar="EDITION",
        help="working; accessible: no fills on inputs, no frozen panes; or school: what one school"
        " fills in, in sizes of its own.",
    ),
]
ProfileName = Annotated[
    Literal["district", "school", "accessible", "any"] | None,
    typer.Option(
        "--profile",
        metavar="PROFILE",
        help="Judge workbooks as: district, school, accessible, any; if not named, as they say.",
    ),
]
Recalculated = Annotated[
    Path | None,
    typer.Option(
        "--recalculated",
        metavar="COPY",
        help="A copy that another program calculated anew: results that differ are found.",
    ),
]
Sarif = Annotated[bool, typer.Option("--sarif", help="Give SARIF 2.1.0 on stdout.")]
Force = Annotated[
    bool, typer.Option("--force", help="Replace a file that is there; keep a dated copy of it.")
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Do everything but write; say what would be written.")
]
Json = Annotated[bool, typer.Option("--json", help="Give JSON on stdout.")]
Debug = Annotated[
    bool, typer.Option("--debug", help="Show the traceback of a fault.", callback=also_debug)
]


FirstDebug = Annotated[
    bool, typer.Option("--debug", help="Show the traceback of a fault.", callback=set_debug)
]
Version = Annotated[
    bool,
    typer.Option("--version", help="Show the version.", callback=_print_version, is_eager=True),
]
FunctionName = Annotated[
    str,
    typer.Argument(metavar="NAME", help="Function; XLB_ and capitals may be left out."),
]
Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="WORD", help="Its arguments, in order or as name=value."),
]
Book = Annotated[
    Path, typer.Argument(metavar="BOOK", help="The workbook to copy; it stays as it is.")
]
Twins = Annotated[
    bool,
    typer.Option(
        "--twins", help="Where the spreadsheet has a formula of its own for a cell, put that in."
    ),
]
Host = Annotated[
    Literal["excel", "libreoffice"] | None,
    typer.Option(
        "--host", metavar="PROGRAM", help="excel or libreoffice; if not named, Excel on Windows."
    ),
]
BuildHost = Annotated[
    Literal["officejs"],
    typer.Option("--host", metavar="PROGRAM", help="officejs: Excel on the web, Mac and Windows."),
]
SiteFolder = Annotated[
    Path, typer.Option("--output", "-o", metavar="DIR", help="The folder of static files to make.")
]
BaseUrl = Annotated[
    str,
    typer.Option("--base-url", metavar="URL", help="Where the folder will lie on your web server."),
]
OfficeJsUrl = Annotated[
    str | None,
    typer.Option("--office-js", metavar="URL", help="Office.js; if not named, Microsoft's own."),
]
PyodideFolder = Annotated[
    Path | None,
    typer.Option(
        "--pyodide",
        metavar="DIR",
        help="The npm package pyodide; if not named, node_modules/pyodide in the current folder.",
    ),
]
ReplaceFolder = Annotated[
    bool,
    typer.Option("--force", help="Replace a folder that is there; keep it under a dated name."),
]
XlStart = Annotated[
    bool,
    typer.Option("--xlstart", help="Put it into Excel's folder XLSTART, not on the add-in list."),
]
OnlyTell = Annotated[
    bool, typer.Option("--dry-run", help="Tell every step that would be taken; touch nothing.")
]
BudgetBefore = Annotated[
    Path, typer.Argument(metavar="BEFORE", help="The budget before: a district folder or workbook.")
]
BudgetAfter = Annotated[
    Path, typer.Argument(metavar="AFTER", help="The budget after: a district folder or workbook.")
]
ComparisonBook = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        help="A workbook to write: a sheet of figures, a sheet of lines.",
        callback=workbook_name,
    ),
]
FailOnChange = Annotated[
    bool, typer.Option("--fail-on-change", help="End with exit code 1 when anything differs.")
]
ForeignFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="Another system's file: CSV, or .xlsx.")
]
MappingFile = Annotated[
    Path | None,
    typer.Option(
        "--mapping",
        "-m",
        metavar="PATH",
        help="Mapping file (TOML); if not named, FILE-mapping.toml in the current folder.",
    ),
]
Into = Annotated[
    Path,
    typer.Option(
        "--into",
        metavar="FOLDER",
        help="District folder to import into; if not named, the current one.",
    ),
]
Suggest = Annotated[
    bool, typer.Option("--suggest", help="Draft the mapping file from FILE's headers, no more.")
]
Partial = Annotated[
    bool, typer.Option("--partial", help="Import the rows that map though others do not.")
]
IntoTable = Annotated[
    Literal["line_items", "funding", "goals", "schools"] | None,
    typer.Option(
        "--table", metavar="TABLE", help="For --suggest: line_items, funding, goals or schools."
    ),
]
SheetName = Annotated[
    str, typer.Option("--sheet", metavar="SHEET", help="For --suggest: the sheet of a workbook.")
]
FillTemplate = Annotated[
    Path,
    typer.Argument(metavar="TEMPLATE", help="A workbook that xlbudget made; it stays as it is."),
]
FillData = Annotated[
    Path,
    typer.Argument(metavar="DATA", help="The budget: a district folder, or a filled workbook."),
]
Lines = Annotated[
    int,
    typer.Option("--lines", metavar="N", min=1, max=5_000, help="Rows for line items."),
]
Records = Annotated[
    int,
    typer.Option(
        "--records", metavar="N", min=1, max=1_000, help="Rows for every other kind of record."
    ),
]
OldBook = Annotated[
    Path,
    typer.Argument(
        metavar="OLD", help="The workbook to bring forward: older, altered or full; it stays."
    ),
]
IntoTemplate = Annotated[
    Path | None,
    typer.Option(
        "--template",
        metavar="TEMPLATE",
        help="A template to fill, such as a branded one; if not named, the standard one.",
    ),
]
KeptEdition = Annotated[
    Literal["working", "accessible"] | None,
    typer.Option(
        "--edition", metavar="EDITION", help="working or accessible; if not named, that of OLD."
    ),
]
SpareLines = Annotated[
    int | None,
    typer.Option(
        "--spare-lines", metavar="N", min=0, max=5_000, help="Empty rows left for line items."
    ),
]
SpareRecords = Annotated[
    int | None,
    typer.Option(
        "--spare-records",
        metavar="N",
        min=0,
        max=1_000,
        help="Empty rows left for every other kind of record.",
    ),
]
