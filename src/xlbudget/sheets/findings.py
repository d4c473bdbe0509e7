"""The sheet Findings: what was found in the budget, where it stands, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from xlbudget.model.finding import Finding, Place, Severity, in_words
from xlbudget.model.tables import DISTRICT_FILE, TABLES
from xlbudget.sheets.context import Context
from xlbudget.sheets.plan import (
    Calculated,
    Column,
    Form,
    Part,
    Role,
    Sheet,
    Table,
    keyed,
    text,
    this,
    whole,
)
from xlbudget.sheets.room import FINDINGS

TITLE, GO_TO = "Findings", "Go to"
NOTHING, MORE = "none", "more"
SEVERITY, RULE, SHEET, CELL, PLACE = "Severity", "Rule", "Sheet", "Cell", "Place"
SEEN, ALLOWED, TO_DO = "Seen", "Allowed", "To do"
HEADERS = (SEVERITY, RULE, SEEN, ALLOWED, TO_DO, PLACE, SHEET, CELL)
"""The headers that hold words; the column "Go to" is a formula."""

FindingRow = tuple[str | None, ...]
_SHEETS = {table.file: table.sheet for table in TABLES} | {DISTRICT_FILE: "Assumptions"}
_WEIGHTS = {severity: weight for weight, severity in enumerate(Severity)}
_WIDTHS = {SEVERITY: 13, RULE: 10, SEEN: 44, ALLOWED: 40, TO_DO: 44, PLACE: 30, SHEET: 16, CELL: 9}


def findings_sheet(context: Context) -> Sheet:
    """Return the sheet Findings: what was found, and room for what a check finds later."""
    found = context.findings
    room = context.room.rows.get(FINDINGS, len(found))
    rows = [(*row[:2], _go_to_words(row), *row[2:]) for row in finding_rows(found, room)]
    return Sheet(
        title=TITLE,
        role=Role.CHECK,
        says="What was found when this workbook was made, or last checked. Each row says where, "
        "what was seen, what is allowed and what to do.",
        judgements=(_listed_in_words(_listed(found, room)),),
        tables=(
            Table(
                name=FINDINGS,
                columns=_columns(),
                rows=tuple(keyed(str(i), row) for i, row in enumerate(rows)),
                spare_rows=context.room.spare(FINDINGS, len(rows)),
                spare_cells=(None, None, "", *[None] * (len(HEADERS) - 2)),
                filtered=True,
            ),
        ),
        landscape=True,
    )


def finding_rows(findings: Sequence[Finding], room: int) -> tuple[FindingRow, ...]:
    """Return the rows of the table, each cell by ``HEADERS``; one that says none when all is well.

    Args:
        findings: What was found; the gravest are listed first.
        room: How many rows there are; the last one counts the findings that have none.

    """
    listed = _listed(findings, room)
    rows = [_row(finding) for finding in listed]
    if len(findings) > len(listed):
        left = len(findings) - len(listed)
        more = f"{left} more finding{'s have' if left > 1 else ' has'} no row here"
        rows.append((MORE, None, more, None, "List all of them with: xlbudget check", *[None] * 3))
    return tuple(rows or [(NOTHING, *[None] * (len(HEADERS) - 1))])


def _listed(findings: Sequence[Finding], room: int) -> Sequence[Finding]:
    """Return the findings that have a row: all, or those above the row that counts the rest."""
    grave = sorted(findings, key=lambda finding: _WEIGHTS[finding.severity])
    return grave if len(grave) <= room else grave[: max(0, room - 1)]


def _row(finding: Finding) -> FindingRow:
    place = finding.place
    words = str(place) if not place.sheet else _beside(place)
    sheet = place.sheet or _SHEETS.get(place.file)
    found = (finding.saw, finding.wants, finding.fix, words or None, sheet, place.cell or None)
    return (finding.severity.value, finding.code, *found)


def _beside(place: Place) -> str:
    """Return what a place of a workbook says beside its sheet and its cell."""
    row = f"row {place.row}" if place.row and not place.cell else ""
    return ", ".join(filter(None, (row, place.column, place.record)))


def _columns() -> tuple[Column, ...]:
    words = [
        Column(header=header, part=Part.LABEL, form=Form.WRAPPED, width=_WIDTHS[header])
        for header in HEADERS
    ]
    link = Column(header=GO_TO, form=Form.LINK, width=17, formula=_go_to())
    return (*words[:2], link, *words[2:])


def _go_to() -> str:
    """Return the formula of the link to the cell, or to its sheet where no cell is known."""
    sheet, cell = this(SHEET, FINDINGS), this(CELL, FINDINGS)
    place = f'"#\'"&SUBSTITUTE({sheet},"\'","\'\'")&"\'!"&IF({cell}="","A1",{cell})'
    return f'=IF({sheet}="","",HYPERLINK({place},TRIM({sheet}&" "&{cell})))'


def _go_to_words(row: FindingRow) -> str:
    cells = dict(zip(HEADERS, row, strict=True))
    return f"{cells[SHEET] or ''} {cells[CELL] or ''}".strip()


def _listed_in_words(listed: Sequence[Finding]) -> Calculated:
    """Return how many findings of each severity the table lists, as ``in_words`` has it."""

    def count(severity: Severity) -> str:
        return f"COUNTIF({whole(SEVERITY, FINDINGS)},{text(severity)})"

    def counted(severity: Severity, noun: str) -> str:
        return f'{count(severity)}&" {noun}"&REPT("s",({count(severity)}<>1)*1)'

    formula = (
        f'="Listed here: "&{count(Severity.FATAL)}&" fatal; "'
        f'&{counted(Severity.WARNING, "warning")}&"; "&{counted(Severity.INFORMATION, "remark")}'
    )
    return Calculated(formula, f"Listed here: {in_words(listed)}")
