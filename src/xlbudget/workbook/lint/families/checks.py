"""Checks: the workbook's own checks are whole, seen on every sheet, alive, and pass."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlbudget.model.finding import Severity
from xlbudget.workbook.lint.anatomy import anatomy
from xlbudget.workbook.lint.area import address
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.lint.possible import possible
from xlbudget.workbook.lint.profile import ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.subject import CHECKS, Subject
from xlbudget.workbook.lint.worlds import Value

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
    fix=f"Write ={_MASTER} into {_MASTER_CELL}; the name leads to the words on Checks",
    source="FAST 2.03-05; BPMS 11-8; ICAEW",
)
def _master(subject: Subject) -> Iterator[Fault]:
    words = _master_words(subject)
    if words is None:
        yield Fault(f"The name {_MASTER} leads to no words", CHECKS)
    for leaf in subject.leaves:
        shown = leaf.text(_MASTER_CELL)
        if leaf.sheet.cells.formulas.get(_MASTER_CELL) != _MASTER:
            yield Fault("The sheet does not show the master check", leaf.name, _MASTER_CELL)
        elif words is not None and shown != words:
            saw = f"The sheet shows {shown!r} as the master check, Checks says {words!r}"
            yield Fault(saw, leaf.name, _MASTER_CELL)


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
    wants="A check fails for some inputs: its value is calculated from the workbook, does not"
    " compare a thing with itself, and can pass its tolerance; its status can say another word",
    fix="Take the check's formula from the template again",
    source="AQuA; ICAEW (test)",
)
def _alive(subject: Subject) -> Iterator[Fault]:
    for leaf, _, cells in _rows(subject):
        for header in ("Value", "Status"):
            ref = cells.get(header, "")
            formula = leaf.sheet.cells.formulas.get(ref, "")
            parts = anatomy(formula)
            if ref and not (parts.cells or parts.columns or parts.names):
                yield Fault(f"The {header.lower()} of a check depends on nothing", leaf.name, ref)
            elif ref and (always := _always(leaf, header, formula, cells)):
                saw = f"={formula[:80]} {always}, whatever is entered"
                yield Fault(saw, leaf.name, ref)
    if found := _master_cell(subject):
        leaf, ref = found
        outcomes = {str(one) for one in possible(leaf.sheet.cells.formulas.get(ref, ""), leaf.name)}
        if len(outcomes) == 1:
            saw = f"The master check says {outcomes.pop()!r}, whatever is entered"
            yield Fault(saw, leaf.name, ref)


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


def _always(leaf: Leaf, header: str, formula: str, cells: dict[str, str]) -> str:
    """Return in words what a check's formula gives in all worlds; "" when it can fail."""
    first: Value | None = None
    allowed = leaf.sheet.cells.values.get(cells.get("Tolerance", ""))
    tolerance = allowed if isinstance(allowed, float) else 0.0
    for outcome in possible(formula, leaf.name):
        if header == "Value" and (isinstance(outcome, str) or abs(outcome) > tolerance):
            return ""
        if header == "Status" and first not in {None, outcome}:
            return ""
        first = outcome
    if first is None:
        return ""
    return f"gives {tolerance:g} or less" if header == "Value" else f"says {first!r}"


def _master_cell(subject: Subject) -> tuple[Leaf, str] | None:
    """Return where the words of the master check stand."""
    refers = next((name.refers for name in subject.book.names if name.name == _MASTER), "")
    sheet, mark, cell = refers.replace("$", "").rpartition("!")
    leaf = subject.leaf(sheet.removeprefix("'").removesuffix("'").replace("''", "'"))
    return (leaf, cell) if mark and leaf else None


def _master_words(subject: Subject) -> str | None:
    """Return the words of the master check; None where there are none."""
    found = _master_cell(subject)
    value = found[0].sheet.cells.values.get(found[1]) if found else None
    return value if isinstance(value, str) and re.search(r"[A-Za-z]{2}", value) else None
