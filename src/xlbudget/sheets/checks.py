"""The sheet Checks: every check with its value and state, and the master check in words."""

from __future__ import annotations

from collections.abc import Sequence

from xlbudget.sheets.check import EXPLAINED, LOOK, OK, Check, CheckKind, tally
from xlbudget.sheets.context import Context
from xlbudget.sheets.line_checks import line_checks
from xlbudget.sheets.plan import (
    Calculated,
    Column,
    Form,
    Link,
    Name,
    Part,
    Role,
    Row,
    Sheet,
    Table,
    ref,
    this,
    whole,
)
from xlbudget.sheets.plan_checks import plan_checks
from xlbudget.sheets.tie_checks import tie_checks

TABLE, TOTALS = "Checks", "CheckTotals"
MASTER = Name(
    "MasterCheck", ref(TOTALS, "words", "Value", fixed=True), "The state of all checks in words."
)


def all_checks(context: Context) -> tuple[Check, ...]:
    """Return every check of the workbook, in order."""
    return (*line_checks(context), *plan_checks(context), *tie_checks(context))


def checks_sheet(checks: Sequence[Check]) -> Sheet:
    """Return the sheet Checks."""
    return Sheet(
        title="Checks",
        role=Role.CHECK,
        says="Clear every error. Correct a warning, or write beside it why it stands: then it says "
        '"explained".',
        tables=(_totals(checks), _table(checks)),
        landscape=True,
        protected=False,
    )


def _totals(checks: Sequence[Check]) -> Table:
    found = tally(checks)
    kind, status = whole("Kind", TABLE), whole("Status", TABLE)
    error = f'"{CheckKind.ERROR}"'
    errors = ref(TOTALS, "errors", "Value")
    warnings, explained = ref(TOTALS, "warnings", "Value"), ref(TOTALS, "explained", "Value")
    count = ref(TOTALS, "checks", "Value")
    words = (
        f'=IF({errors}+{warnings}=0,"All "&{count}&" checks pass",'
        f'{errors}&" error"&REPT("s",({errors}<>1)*1)&"; "'
        f'&{warnings}&" warning"&REPT("s",({warnings}<>1)*1)&", "'
        f'&{explained}&" explained: see Checks")'
    )
    rows = (
        ("checks", "Checks", f"=COUNTA({whole('Check', TABLE)})", found.checks),
        ("errors", "Errors", f'=COUNTIFS({kind},{error},{status},"<>{OK}")', found.errors),
        (
            "warnings",
            "Warnings",
            f'=COUNTIFS({kind},"<>{CheckKind.ERROR}",{status},"<>{OK}")',
            found.warnings,
        ),
        ("explained", "Explained", f'=COUNTIFS({status},"{EXPLAINED}")', found.explained),
        ("words", "In words", words, found.in_words),
    )
    return Table(
        name=TOTALS,
        heading="All checks together",
        columns=(
            Column(header="Figure", part=Part.LABEL, form=Form.TEXT, width=10),
            Column(header="Value", form=Form.WHOLE, width=12),
        ),
        rows=tuple(
            Row(
                key=key,
                cells=(label, Calculated(formula, value)),
                form=Form.TEXT if key == "words" else None,
            )
            for key, label, formula, value in rows
        ),
    )


def _table(checks: Sequence[Check]) -> Table:
    value, tolerance = this("Value", TABLE), this("Tolerance", TABLE)
    passes = f"(ABS({value})<={tolerance})"
    told = f'({this("Explanation", TABLE)}<>"")*({this("Kind", TABLE)}<>"{CheckKind.ERROR}")'
    status = (
        f'=REPT("{OK}",{passes}*1)&REPT("{EXPLAINED}",(1-{passes})*{told})'
        f'&REPT("{LOOK}",(1-{passes})*(1-{told}))'
    )
    return Table(
        name=TABLE,
        heading="Each check",
        columns=(
            Column(header="Check", part=Part.LABEL, form=Form.TEXT, width=10),
            Column(header="Kind", part=Part.LABEL, form=Form.TEXT, width=12),
            Column(header="What must hold", part=Part.LABEL, form=Form.WRAPPED, width=46),
            Column(header="Value", form=Form.NUMBER, width=12),
            Column(header="Tolerance", part=Part.LABEL, form=Form.PLAIN, width=11),
            Column(header="Status", form=Form.TEXT, width=11, formula=status, good=OK),
            Column(
                header="Explanation",
                part=Part.INPUT,
                form=Form.WRAPPED,
                width=36,
                says="Why a warning stands. An error cannot be explained away.",
            ),
            Column(
                header="By", part=Part.INPUT, form=Form.TEXT, width=16, says="Who explained it."
            ),
            Column(
                header="Date",
                part=Part.INPUT,
                form=Form.DATE,
                width=12,
                says="When it was explained.",
            ),
            Column(header="Where", part=Part.LABEL, form=Form.TEXT, width=16),
        ),
        rows=tuple(_row(check) for check in checks),
    )


def _row(check: Check) -> Row:
    told = check.explanation
    return Row(
        key=check.check_id,
        cells=(
            check.check_id,
            check.kind.value,
            check.says,
            Calculated(check.formula, check.value),
            check.tolerance,
            check.status,
            told.why,
            told.by,
            told.day,
            Link(check.sheet, check.sheet),
        ),
    )
