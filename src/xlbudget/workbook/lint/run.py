"""The rules of workbooks, and what they find in one: all findings at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from xlbudget.model.fault import IntakeCode
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.rules import RULES
from xlbudget.workbook.lint.families.accessibility import ACCESSIBILITY
from xlbudget.workbook.lint.families.calls import CALLS
from xlbudget.workbook.lint.families.cell_links import CELL_LINKS
from xlbudget.workbook.lint.families.checks import CHECK_RULES
from xlbudget.workbook.lint.families.entries import ENTRIES
from xlbudget.workbook.lint.families.explanations import explanations
from xlbudget.workbook.lint.families.formulas import FORMULAS
from xlbudget.workbook.lint.families.front import FRONT
from xlbudget.workbook.lint.families.hidden import HIDDEN
from xlbudget.workbook.lint.families.inputs import INPUTS
from xlbudget.workbook.lint.families.layout import LAYOUT
from xlbudget.workbook.lint.families.lines import LINE_RULES
from xlbudget.workbook.lint.families.name_faults import NAME_FAULTS
from xlbudget.workbook.lint.families.outside import OUTSIDE
from xlbudget.workbook.lint.families.package_faults import PACKAGE_FAULTS
from xlbudget.workbook.lint.families.paper import PAPER
from xlbudget.workbook.lint.families.part_faults import PART_FAULTS
from xlbudget.workbook.lint.families.pictures import PICTURES
from xlbudget.workbook.lint.families.protection import PROTECTION
from xlbudget.workbook.lint.families.results import RESULTS
from xlbudget.workbook.lint.families.structure import STRUCTURE
from xlbudget.workbook.lint.families.widths import WIDTHS
from xlbudget.workbook.lint.profile import Profile
from xlbudget.workbook.lint.rule import Family, Fault, LintRule
from xlbudget.workbook.lint.subject import Subject, subject_of

_ASKED: dict[str, Family] = {
    "Package": PACKAGE_FAULTS,
    "Parts of the package": PART_FAULTS,
    "Names and links": NAME_FAULTS,
    "Structure": STRUCTURE,
    "Hidden things": HIDDEN,
    "First sheet and log": FRONT,
    "From outside": OUTSIDE,
    "Formulas": FORMULAS,
    "Functions": CALLS,
    "Links between cells": CELL_LINKS,
    "Results and names": RESULTS,
    "Inputs": INPUTS,
    "Protection": PROTECTION,
    "Lines": LINE_RULES,
    "Entries": ENTRIES,
    "Checks": CHECK_RULES,
    "Layout": LAYOUT,
    "Screen and paper": PAPER,
    "Accessibility": ACCESSIBILITY,
    "Charts and pictures": PICTURES,
    "Widths": WIDTHS,
}
EXPLAINABLE = frozenset(
    [rule.code for family in _ASKED.values() for rule in family]
    + [rule.code for rule in RULES]
    + [code.value for code in IntakeCode]
)
"""The rules whose findings can be explained: those of workbooks, of budgets and of intake."""

FAMILIES = _ASKED | {"Explanations": explanations(EXPLAINABLE)}
LINT_RULES: tuple[LintRule, ...] = tuple(rule for family in FAMILIES.values() for rule in family)
NOT_ASKED = {
    "L17": "Whether Microsoft's validator accepts the package: it is a program of its own, which"
    " the tests run on every file we write. The rules P01 to P12 find what it passes over.",
}
"""Rules that stand in the list of sources and are not asked here, each with the reason."""

LOST_BY_LIBREOFFICE = {"I04": "the lock of the tabs", "L09": "the words of charts"}
"""What LibreOffice drops when it saves, by the rule that asks for it: there it is a remark."""

MOST_OF_ONE_RULE = 200


def lint(
    path: Path, profile: Profile | None = None, *, recalculated: Path | None = None
) -> tuple[Finding, ...]:
    """Return everything that the rules find in a workbook, suppressed or not.

    Args:
        path: The file; it is never changed.
        profile: What it is meant to be; what its Manifest says, unless it is given.
        recalculated: A copy that another program calculated anew and saved: stored results that
            differ by more than half a cent are found.

    Raises:
        FileError: A file cannot be read.

    """
    return findings_of(subject_of(path, profile, recalculated=recalculated))


def findings_of(subject: Subject, rules: Sequence[LintRule] = LINT_RULES) -> tuple[Finding, ...]:
    """Return what rules find in a workbook; of each rule so many that a person can read them."""
    found: list[Finding] = []
    for rule in rules:
        severity = rule.weights.get(subject.profile)
        if severity is not None:
            found += _some(subject, rule, severity)
    return tuple(found)


def _some(subject: Subject, rule: LintRule, severity: Severity) -> Iterable[Finding]:
    faults = list(rule.check(subject))
    for fault in faults[:MOST_OF_ONE_RULE]:
        yield _finding(subject, rule, severity, fault)
    more = len(faults) - MOST_OF_ONE_RULE
    if more > 0:
        yield _finding(subject, rule, severity, Fault(f"{rule.title}: {more:,} more places"))


def _finding(subject: Subject, rule: LintRule, severity: Severity, fault: Fault) -> Finding:
    if fault.may_be_dropped and subject.is_from_libreoffice:
        severity = Severity.INFORMATION
    place = Place(file=subject.book.path.name, sheet=fault.sheet, cell=fault.cell)
    return Finding(severity, rule.code, place, fault.saw, rule.wants, fault.fix or rule.fix)
