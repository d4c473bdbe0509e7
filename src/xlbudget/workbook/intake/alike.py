"""Many alike findings in one: a column of 200 numbers typed as text is told once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from xlbudget.model.finding import Finding, Severity

MOST_ALIKE = 5
_LISTED = 8


def alike_in_one(findings: Iterable[Finding], offset: int = 0) -> list[Finding]:
    """Return findings of single cells, those alike in a column as one when they are many.

    A fatal one always stands alone.

    Args:
        findings: The findings.
        offset: What is added to a finding's row to give the row on the sheet.

    """
    groups: dict[object, list[Finding]] = {}
    for number, finding in enumerate(findings):
        place = finding.place
        alike = (place.file, place.column, finding.severity, finding.code, finding.wants)
        key = number if finding.severity is Severity.FATAL else alike
        groups.setdefault(key, []).append(finding)
    kept = (_one(group, offset) if len(group) > MOST_ALIKE else group for group in groups.values())
    return [finding for group in kept for finding in group]


def _one(group: list[Finding], offset: int) -> list[Finding]:
    """Return the first of findings that are alike, with the rows of the others in its words."""
    first, *others = group
    rows = [str((finding.place.row or 0) + offset) for finding in others]
    more = " and more" if len(rows) > _LISTED else ""
    told = f"; so do {len(rows)} cells below it, in rows {', '.join(rows[:_LISTED])}{more}"
    return [replace(first, saw=first.saw + told)]
