"""What the rules of budgets and those of workbooks both see is said once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from xlbudget.model.finding import Finding, Severity
from xlbudget.workbook.lint.log_rows import rows_below
from xlbudget.workbook.lint.subject import CHECKS, Subject

SAME_CELL: Mapping[str, frozenset[str]] = {
    "F15": frozenset({"XLI-15"}),
    "F19": frozenset({"XLI-15"}),
    "I08": frozenset({"XLI-09", "XLI-16"}),
    "I09": frozenset({"XLR-02", "XLR-03"}),
    "I10": frozenset({"XLR-03", "XLR-10"}),
    "I11": frozenset({"XLI-10", "XLR-14"}),
    "I12": frozenset({"XLI-07", "XLI-08"}),
}
"""By rule of workbooks: the rules of budgets that say the same when they find the same cell."""

SAME_CHECK: Mapping[str, frozenset[str]] = {
    "L02": frozenset({"XLR-02"}),
    "L03": frozenset({"XLR-03"}),
    "L04": frozenset({"XLI-09", "XLI-16"}),
    "L05": frozenset({"XLR-04"}),
    "L06": frozenset({"XLR-04"}),
    "L07": frozenset({"XLR-01"}),
    "L08": frozenset({"XLR-01"}),
    "L09": frozenset({"XLR-01"}),
    "L10": frozenset({"XLR-09"}),
    "L11": frozenset({"XLR-03", "XLR-09", "XLR-10", "XLR-13"}),
    "L12": frozenset({"XLR-24"}),
    "L13": frozenset({"XLR-29"}),
    "F02": frozenset({"XLR-20"}),
    "F05": frozenset({"XLR-17"}),
    "F06": frozenset({"XLR-18"}),
    "G01": frozenset({"XLR-11"}),
    "G02": frozenset({"XLR-12"}),
    "G03": frozenset({"XLR-25"}),
    "R01": frozenset({"XLR-30"}),
    "R02": frozenset({"XLR-26"}),
    "R03": frozenset({"XLR-08"}),
}
"""By check of the sheet Checks: the rules of budgets that name each place that it counts."""

_OF_CHECKS = frozenset({"C03", "C05"})


def said_once(
    subject: Subject, budget: Sequence[Finding], workbook: Sequence[Finding]
) -> tuple[Finding, ...]:
    """Return the findings of a budget and of its workbook without those that say the same.

    Of two at one cell the graver stays, and of two that weigh the same the budget's, which names
    the record.  A check that did not pass is not told where its single places are.
    """
    there: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for one in budget:
        there[_cell(one)].append(one)
    lighter: set[int] = set()
    left: list[Finding] = []
    for one in _without_told_checks(subject, budget, workbook):
        twins = [twin for twin in there[_cell(one)] if _are_same(one, twin)]
        if any(_weight(twin) <= _weight(one) for twin in twins):
            continue
        lighter |= {id(twin) for twin in twins}
        left.append(one)
    return (*(one for one in budget if id(one) not in lighter), *left)


def _are_same(one: Finding, twin: Finding) -> bool:
    return bool(one.place.cell) and twin.code in SAME_CELL.get(one.code, frozenset())


def _without_told_checks(
    subject: Subject, budget: Sequence[Finding], workbook: Sequence[Finding]
) -> Iterator[Finding]:
    """Give the findings but for checks whose single places the budget's findings tell."""
    codes, checks = {one.code for one in budget}, dict(_checks(subject))
    for one in workbook:
        told = SAME_CHECK.get(checks.get(_cell(one), ""), frozenset())
        if one.code not in _OF_CHECKS or told.isdisjoint(codes):
            yield one


def _checks(subject: Subject) -> Iterator[tuple[tuple[str, str], str]]:
    """Give the id of each check by the sheet and cell of its status."""
    for leaf, cells in rows_below(subject, CHECKS):
        if {"Check", "Status"} <= cells.keys():
            yield (leaf.name, cells["Status"]), leaf.text(cells["Check"])


def _cell(finding: Finding) -> tuple[str, str]:
    return finding.place.sheet, finding.place.cell


def _weight(finding: Finding) -> int:
    return list(Severity).index(finding.severity)
