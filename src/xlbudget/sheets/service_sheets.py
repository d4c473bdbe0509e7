"""The sheets that keep the workbook in order: Findings, Scratch, Lists, Log, Manifest."""

from __future__ import annotations

import hashlib

from xlbudget.model.cost import ONCE
from xlbudget.model.finding import in_words
from xlbudget.sheets.about import VERSION
from xlbudget.sheets.choice_lists import choices_table
from xlbudget.sheets.context import Context
from xlbudget.sheets.line_columns import NO_END
from xlbudget.sheets.plan import Column, Form, Part, Role, Row, Sheet, Table, keyed

TEMPLATE = "xlbudget district"


def findings_sheet(context: Context) -> Sheet:
    """Return the sheet Findings: what the rules found when the workbook was made."""
    rows = tuple(
        Row(
            key=str(i),
            cells=(item.severity, item.code, str(item.place), item.saw, item.wants, item.fix),
        )
        for i, item in enumerate(context.findings)
    )
    texts = (
        ("Severity", 13),
        ("Rule", 10),
        ("Place", 34),
        ("Seen", 44),
        ("Allowed", 40),
        ("To do", 44),
    )
    return Sheet(
        title="Findings",
        role=Role.CHECK,
        says=f"What the rules found when this workbook was made: {in_words(context.findings)}. "
        "Each says where, what was seen, what is allowed and what to do.",
        tables=(
            Table(
                name="Findings",
                columns=tuple(
                    Column(header=header, part=Part.LABEL, form=Form.WRAPPED, width=width)
                    for header, width in texts
                ),
                rows=rows or (Row(key="0", cells=("none", None, None, None, None, None)),),
                filtered=True,
            ),
        ),
        landscape=True,
    )


def scratch_sheet() -> Sheet:
    """Return the sheet Scratch: free space that nothing reads."""
    return Sheet(
        title="Scratch",
        role=Role.INPUT,
        says="Yours to use freely; nothing reads this sheet.",
        protected=False,
    )


def escalation_classes(context: Context) -> tuple[str, ...]:
    """Return the price growth classes that Assumptions has a rate for."""
    stem = "escalation_"
    return tuple(key.removeprefix(stem) for key in context.values if key.startswith(stem))


def lists_sheet(context: Context) -> Sheet:
    """Return the sheet Lists: the words of the drop-downs, and two fixed constants."""
    constants = Table(
        name="Constants",
        heading="Constants of the formulas",
        columns=(
            Column(header="Constant", part=Part.LABEL, form=Form.TEXT, width=24),
            Column(header="Value", part=Part.LABEL, form=Form.PLAIN, width=24),
            Column(header="Meaning", part=Part.LABEL, form=Form.TEXT, width=24),
        ),
        rows=(
            keyed("once", ("Once", ONCE, "Years between two purchases of what is bought once.")),
            keyed("no_end", ("NoEnd", NO_END, "Last fiscal year of a source that goes on.")),
        ),
    )
    lists = {"EscalationList": escalation_classes(context)}
    return Sheet(
        title="Lists",
        role=Role.LIST,
        says="The words that drop-downs offer. Change them only together with the formulas.",
        tables=(constants, choices_table(lists)),
        landscape=True,
    )


def log_sheet(context: Context, version: str) -> Sheet:
    """Return the sheet Log: what happened to this workbook."""
    day = context.budget.district.as_of
    columns = (
        Column(header="Date", part=Part.LABEL, form=Form.DATE, width=14),
        Column(header="Event", part=Part.LABEL, form=Form.TEXT, width=24),
        Column(header="What", part=Part.LABEL, form=Form.TEXT, width=70),
    )
    made = f"Made by xlbudget {version} from template {TEMPLATE} {VERSION}"
    return Sheet(
        title="Log",
        role=Role.LOG,
        says="What happened to this workbook, the newest below.",
        tables=(Table(name="Log", columns=columns, rows=(keyed("1", (day, "generated", made)),)),),
    )


def manifest_sheet(context: Context, version: str, sheets: tuple[Sheet, ...]) -> Sheet:
    """Return the sheet Manifest: which workbook this is, and what structure it has."""
    facts = (
        ("Template", TEMPLATE),
        ("Template version", VERSION),
        ("Made by", f"xlbudget {version}"),
        ("District", context.budget.district.name),
        ("NCES id", context.budget.district.nces_id or "none"),
        ("Structure digest", structure_digest(sheets)),
    )
    roles = tuple(keyed(sheet.title, (sheet.title, sheet.role.value)) for sheet in sheets)
    return Sheet(
        title="Manifest",
        role=Role.LOG,
        says="Which workbook this is. Programs read it when the file comes home; leave it.",
        tables=(
            Table(
                name="Manifest",
                heading="Identity",
                columns=(
                    Column(header="Fact", width=28, part=Part.LABEL, form=Form.TEXT),
                    Column(header="Value", width=70, part=Part.LABEL, form=Form.TEXT),
                ),
                rows=tuple(keyed(key, (key, value)) for key, value in facts),
            ),
            Table(
                name="SheetRoles",
                heading="Sheets and their roles",
                columns=(
                    Column(header="Sheet", part=Part.LABEL, form=Form.TEXT),
                    Column(header="Role", part=Part.LABEL, form=Form.TEXT),
                ),
                rows=roles,
            ),
        ),
    )


def structure_digest(sheets: tuple[Sheet, ...]) -> str:
    """Return the SHA-256 of titles, tables, headers and column formulas, in order.

    It covers structure, never bytes or inputs, so that it survives a save by any program.
    """
    digest = hashlib.sha256()
    for sheet in sheets:
        digest.update(f"sheet:{sheet.title}\n".encode())
        for table in sheet.tables:
            digest.update(f"table:{table.name}\n".encode())
            for column in table.columns:
                digest.update(f"{column.header}={column.formula}\n".encode())
    return digest.hexdigest()
