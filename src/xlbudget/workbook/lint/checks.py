"""Checks: the workbook's own checks are whole, seen on every sheet, alive, and pass."""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.finding import Severity
from xlbudget.workbook.lint.anatomy import anatomy
from xlbudget.workbook.lint.area import address
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.lint.profile import ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.subject import CHECKS, Subject

CHECK_RULES = Family()
_E, _W = Severity.FATAL, Severity.WARNING
_NEEDED = ("Check", "Kind", "What must hold", "Value", "Tolerance", "Status", "Where")
_KINDS = ("error", "sensitivity", "alert", "warning")
_MASTER, _MASTER_CELL = "MasterCheck", "A3"
_OPEN = "look"


@CHECK_RULES.rule(
    "C01",
    "Check incomplete",
    ours(_E),
    wants="Each check has an id, a kind, what must hold, a value, a tolerance, a status and a link",
    fix="Take the sheet Checks from the template again",
    source="SSRB 11-1; ICAEW principle 19",
)
def _complete(subject: Subject) -> Iterator[Fault]:
    rows = list(_rows(subject))
    if not rows:
        yield Fault("There is no table of checks", CHECKS)
    for leaf, row, cells in rows:
        for header in _NEEDED:
            ref = cells.get(header, "")
            if not ref or not leaf.text(ref):
                yield Fault(f"A check lacks its {header.lower()}", leaf.name, ref or f"A{row}")
        kind = leaf.text(cells.get("Kind", ""))
        if kind and kind not in _KINDS:
            yield Fault(f"A check is of the kind {kind!r}", leaf.name, cells["Kind"])


@CHECK_RULES.rule(
    "C02",
    "Master check not on the sheet",
    ours(_E),
    wants="Each sheet says in words, in the same cell, whether all checks pass",
    fix=f"Write ={_MASTER} into {_MASTER_CELL}",
    source="FAST 2.03-05; BPMS 11-8; ICAEW",
)
def _master(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        if leaf.sheet.cells.formulas.get(_MASTER_CELL) != _MASTER:
            yield Fault("The sheet does not show the master check", leaf.name, _MASTER_CELL)


@CHECK_RULES.rule(
    "C03",
    "Figures that do not agree",
    ours(_E),
    wants="Lines, summaries, years and funding agree: each check of the kind error says OK",
    fix="Follow the check's link, and mend what it tells",
    source="LCAP and budget must agree; ICAEW principle 19",
)
def _ties(subject: Subject) -> Iterator[Fault]:
    for leaf, _, cells in _rows(subject):
        status = leaf.text(cells.get("Status", ""))
        if leaf.text(cells.get("Kind", "")) == "error" and status not in {"OK", ""}:
            said = leaf.text(cells.get("What must hold", ""))
            yield Fault(f"The check says {status!r}: {said}", leaf.name, cells["Status"])


@CHECK_RULES.rule(
    "C04",
    "Check that cannot fail",
    ours(_E),
    wants="The value of a check is calculated from the workbook, so that it can fail",
    fix="Take the check's formula from the template again",
    source="AQuA; ICAEW (test)",
)
def _alive(subject: Subject) -> Iterator[Fault]:
    for leaf, _, cells in _rows(subject):
        for header in ("Value", "Status"):
            ref = cells.get(header, "")
            parts = anatomy(leaf.sheet.cells.formulas.get(ref, ""))
            if ref and not (parts.cells or parts.columns or parts.names):
                yield Fault(f"The {header.lower()} of a check depends on nothing", leaf.name, ref)


@CHECK_RULES.rule(
    "C05",
    "Warning neither mended nor explained",
    ours(_W),
    wants="A warning, such as recurring cost on one-time money, is mended or explained",
    fix="Mend it, or write on Checks why it stands, with name and date",
    source="Future Ready Schools (sustainable funding)",
)
def _alerts(subject: Subject) -> Iterator[Fault]:
    if not subject.has_lines:
        return
    for leaf, _, cells in _rows(subject):
        status, kind = leaf.text(cells.get("Status", "")), leaf.text(cells.get("Kind", ""))
        if kind != "error" and status == _OPEN:
            said = leaf.text(cells.get("What must hold", ""))
            yield Fault(f"The check says {status!r}: {said}", leaf.name, cells["Status"])


def _rows(subject: Subject) -> Iterator[tuple[Leaf, int, dict[str, str]]]:
    """Give each row of the table of checks: its number, and its cells by header."""
    for leaf in subject.leaves:
        for table, area in leaf.areas:
            if table.name == CHECKS:
                for row in range(area.top + 1, area.bottom + 1):
                    yield (
                        leaf,
                        row,
                        {
                            column.name: address(row, area.left + i)
                            for i, column in enumerate(table.columns)
                        },
                    )
