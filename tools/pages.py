"""The generated pages of the manual, as text: each made from what it is about."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import dedent

import typer.main
from page_parts import page_text, table_text
from pages_actions import actions_page
from pages_functions import functions_page

from xlbudget import errors, load, sample_folder
from xlbudget.distribution.collect.code import CollectCode
from xlbudget.distribution.consolidate.code import ConsolidationCode
from xlbudget.distribution.inbox.inbox_code import InboxCode
from xlbudget.distribution.issue.code import IssueCode
from xlbudget.hosts.cli import app
from xlbudget.hosts.exits import ExitCode, exit_code_of
from xlbudget.hosts.python import findings
from xlbudget.model import District
from xlbudget.model.district_file import DECIMAL_COMMA
from xlbudget.model.fault import IntakeCode
from xlbudget.model.field import Field, Kind, fields_of
from xlbudget.model.rules import RULES
from xlbudget.model.school_findings import SchoolCode
from xlbudget.model.tables import DISTRICT_FILE, REQUIRED_FILES, TABLES, table_referred
from xlbudget.sheets.book import district_book
from xlbudget.sheets.plan import Book, Column, Table
from xlbudget.sheets.school import empty_pack, school_book
from xlbudget.workbook.fill.code import FillCode
from xlbudget.workbook.lint.profile import Profile
from xlbudget.workbook.lint.rule import LintRule
from xlbudget.workbook.lint.run import FAMILIES, LOST_BY_LIBREOFFICE, NOT_ASKED

_RULE_HEADS = ("Code", "Rule", "What it wants", *Profile, "Source")
_NUMBERED = re.compile(r"(.*) (\d+)$")


def errors_page() -> str:
    """Return the page of the refusals."""
    classes = [
        kind
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, errors.XlbudgetError)
    ]
    rows = [
        (kind.code, f"`{kind.__name__}`", inspect.getdoc(kind), f"`{kind.cell_error}`", _exit(kind))
        for kind in sorted(classes, key=lambda kind: kind.code)
    ]
    tree = dedent((errors.__doc__ or "").split("\n\n")[1])
    return page_text(
        "Errors",
        "src/xlbudget/errors.py",
        "An error says where, what was seen, what is wanted and what to do, and ends in its code.",
        f"```text\n{tree}\n```",
        table_text(("Code", "Error", "When", "In a cell", "Exit code"), rows),
    )


def rules_page() -> str:
    """Return the page of the findings."""
    rules = [
        (rule.code, rule.title, rule.severity.value, rule.says, rule.source)
        for rule in sorted(RULES, key=lambda rule: rule.code)
    ]
    intake = [(code.value, code.says) for code in IntakeCode]
    issuing = [(code.value, code.says) for code in IssueCode]
    inbox = [(code.value, code.says) for code in InboxCode]
    collecting = [(code.value, code.says) for code in CollectCode]
    schools = [(code.value, code.says) for code in SchoolCode]
    merging = [(code.value, code.says) for code in ConsolidationCode]
    filling = [(code.value, code.says) for code in FillCode]
    return page_text(
        "Findings",
        "src/xlbudget/model/rules and src/xlbudget/model/fault.py",
        "A finding is a fault in a budget, or what is worth knowing. All of them come back at "
        "once. A fatal one is mended before anything is written; a warning is corrected or "
        "explained; a remark is good to know.",
        "## Rules of a budget\n\n"
        + table_text(("Code", "Rule", "Severity", "What holds", "Source"), rules),
        "## Faults of files\n\n" + table_text(("Code", "Fault"), intake),
        "## What is found when workbooks go out\n\n" + table_text(("Code", "Finding"), issuing),
        "## Faults of files that came back\n\n" + table_text(("Code", "Fault"), inbox),
        "## What is found when answers are collected\n\n"
        + table_text(("Code", "Finding"), collecting),
        "## What schools state\n\n" + table_text(("Code", "Finding"), schools),
        "## What is found when answers are put together\n\n"
        + table_text(("Code", "Finding"), merging),
        "## Faults of templates that are filled\n\n" + table_text(("Code", "Fault"), filling),
    )


def workbook_rules_page() -> str:
    """Return the page of the rules for workbooks that people have touched."""
    parts = [
        f"## {name}\n\n{table_text(_RULE_HEADS, map(_rule_row, family))}"
        for name, family in FAMILIES.items()
    ]
    left_out = "\n".join(f"- **{code}**: {why}" for code, why in NOT_ASKED.items())
    dropped = ", ".join(f"{what} ({code})" for code, what in LOST_BY_LIBREOFFICE.items())
    return page_text(
        "Rules of workbooks",
        "src/xlbudget/workbook/lint",
        "`xlbudget check BOOK.xlsx` asks these rules. What a finding weighs depends on what the "
        "workbook is meant to be, which its sheet Manifest says, or `--profile`; a dash means that "
        "a rule is not asked. What is meant to be so is [explained](how-to/check.md). "
        f"LibreOffice drops some things when it saves: {dropped}. In a workbook that it saved, "
        "that they are gone is only a remark.",
        *parts,
        f"## Not asked\n\n{left_out}",
    )


def _rule_row(rule: LintRule) -> tuple[str, ...]:
    weights = (rule.weights[each].value if each in rule.weights else "-" for each in Profile)
    return rule.code, rule.title, f"{rule.wants}. To do: {rule.fix}.", *weights, rule.source


def sheets_page() -> str:
    """Return the page of the workbook's sheets."""
    budget = load(sample_folder())
    return page_text(
        "Sheets",
        "src/xlbudget/sheets",
        "The standard workbook of a district, sheet by sheet, with five years of plan.",
        *_sheets(district_book(budget, findings(budget))),
    )


def school_sheets_page() -> str:
    """Return the page of the sheets of a school's workbook."""
    return page_text(
        "Sheets of a school",
        "src/xlbudget/sheets/school",
        "What a principal fills in, sheet by sheet. Each sheet is protected without a password, "
        "and the tabs are locked; only the cells to fill are open.",
        *_sheets(school_book(empty_pack())),
    )


def _sheets(book: Book) -> list[str]:
    """Return the sections of a workbook's sheets, and of its names."""
    parts = []
    for sheet in book.sheets:
        tables = [_sheet_table(table) for table in sheet.tables]
        parts.append("\n\n".join((f"## {sheet.title}", f"*{sheet.role}.* {sheet.says}", *tables)))
    names = [(f"`{name.name}`", name.says) for name in book.names]
    return [*parts, "## Names\n\n" + table_text(("Name", "What it stands for"), names)]


def fields_page() -> str:
    """Return the page of the files of a district folder."""
    comma = f"Required. `{DECIMAL_COMMA} = true` says that a comma sets decimals apart."
    parts = [f"## {DISTRICT_FILE}\n\n{comma}\n\n" + _fields(fields_of(District))]
    for table in TABLES:
        needed = "Required. " if table.file in REQUIRED_FILES else ""
        sheet = (
            f"{needed}One row for each {table.noun}; in the workbook on the sheet {table.sheet}."
        )
        parts.append(f"## {table.file}\n\n{sheet}\n\n" + _fields(table.fields))
    return page_text(
        "Files",
        "src/xlbudget/model/tables.py",
        "The files of a district folder and their columns. A file is UTF-8 text; its first row "
        "names the columns, in any order. What is not marked as required may be blank.",
        *parts,
    )


def commands_page() -> str:
    """Return the page of the command line."""
    group = typer.main.get_command(app)
    codes = [(str(int(code)), code.says) for code in ExitCode]
    return page_text(
        "Commands",
        "src/xlbudget/hosts/cli.py",
        "stdout carries data, stderr messages; the last line says the next step. "
        "Nothing is overwritten unasked.",
        *_commands(group, "xlbudget"),
        "## Exit codes\n\n" + table_text(("Code", "Meaning"), codes),
    )


def _commands(command: typer.core.TyperCommand | typer.core.TyperGroup, path: str) -> Iterator[str]:
    """Yield what a command does, and after it what each command below it does."""
    below = command.commands if isinstance(command, typer.core.TyperGroup) else {}
    yield _command(command, path, " COMMAND" if below else "")
    for name, inner in below.items():
        yield from _commands(inner, f"{path} {name}")


def _command(command: typer.core.TyperCommand, path: str, more: str = "") -> str:
    arguments = [item for item in command.params if item.param_type_name == "argument"]
    options = [item for item in command.params if item.param_type_name == "option"]
    usage = " ".join((path, "[OPTIONS]", *(item.metavar for item in arguments))) + more
    rows = [(f"`{item.metavar}`", item.help) for item in arguments]
    rows += [(f"`{_option(item)}`", item.help) for item in options]
    told = table_text(("Option", "What it does"), rows)
    return f"## {path}\n\n{command.help}\n\n```text\n{usage}\n```\n\n{told}"


def _option(option: typer.core.TyperOption) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag else f"{names} {option.metavar}"


def _sheet_table(table: Table) -> str:
    columns = list(_columns(table.columns))
    parts = [f"### {table.heading or table.name}", table.says, f"Table `{table.name}`."]
    if any(column.says for _, column in columns):
        rows = [(header, column.part.value, column.unit, column.says) for header, column in columns]
        parts.append(table_text(("Column", "Part", "Unit", "What it holds"), rows))
    else:
        parts[-1] += f" Columns: {', '.join(header for header, _ in columns)}."
    return "\n\n".join(filter(None, parts))


def _columns(columns: Sequence[Column]) -> Iterator[tuple[str, Column]]:
    """Yield the headers of columns; a run of numbered ones is told once."""
    stems = ((match[1] if (match := _NUMBERED.match(c.header)) else c.header, c) for c in columns)
    for stem, run in groupby(stems, key=lambda pair: pair[0]):
        same = [column for _, column in run]
        first, last = same[0].header, same[-1].header
        yield (f"{first} … {last.removeprefix(stem).strip()}" if len(same) > 1 else first), same[0]


def _fields(fields: Iterable[Field]) -> str:
    rows = [
        (
            f"`{field.name}_2027` …" if field.yearly else f"`{field.name}`",
            _takes(field),
            "yes" if field.required else "",
            field.says,
        )
        for field in fields
    ]
    return table_text(("Column", "Takes", "Required", "What it is"), rows)


def _takes(field: Field) -> str:
    target = table_referred(field)
    if target is not None:
        return f"id in {target.file}"
    if field.choices:
        several = "words" if field.kind is Kind.TAGS else "one"
        return f"{several} of: {', '.join(field.choices)}"
    low, high = (f"{bound:g}" if bound is not None else "" for bound in (field.low, field.high))
    bounds = f"{low} to {high}" if low and high else f"{low} or more" if low else ""
    bounds = bounds or (f"up to {high}" if high else "")
    return ", ".join(filter(None, (field.kind.value, field.unit, bounds)))


def _exit(kind: type[errors.XlbudgetError]) -> str:
    return str(int(exit_code_of(kind(saw="", wants="", fix=""))))


PAGES = {
    "errors.md": errors_page,
    "rules.md": rules_page,
    "workbook-rules.md": workbook_rules_page,
    "sheets.md": sheets_page,
    "school-sheets.md": school_sheets_page,
    "fields.md": fields_page,
    "commands.md": commands_page,
    "functions.md": functions_page,
    "actions.md": actions_page,
}
