"""Findings parted from those that a person explained, so that they may stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xlbudget.model.finding import Finding, Severity
from xlbudget.workbook.lint.suppression import Suppression

BUDGET = ("XLI-", "XLR-")
"""What the codes of findings about a budget begin with; such a fatal one cannot be explained."""

_NOUNS = {
    Severity.FATAL: ("fatal", "fatal"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFORMATION: ("remark", "remarks"),
}


@dataclass(frozen=True, slots=True)
class Judged:
    """The findings that remain, those let stand with the reason, and suppressions of nothing."""

    findings: tuple[Finding, ...] = ()
    suppressed: tuple[tuple[Finding, Suppression], ...] = ()
    unused: tuple[Suppression, ...] = ()

    @property
    def in_words(self) -> str:
        """Return the counts in words: ``0 fatal; 4 warnings, 3 explained; 1 remark``."""
        return counts_in_words(
            [finding.severity for finding in self.findings],
            [finding.severity for finding, _ in self.suppressed],
        )


def judged(findings: Iterable[Finding], suppressions: Sequence[Suppression]) -> Judged:
    """Part findings into those that remain and those that are let stand.

    What is fatal in a budget remains: a figure cannot be worked out, whatever the reason.
    """
    remaining: list[Finding] = []
    suppressed: list[tuple[Finding, Suppression]] = []
    for finding in findings:
        cover = next((one for one in suppressions if one.covers(finding)), None)
        if cover is None or _is_to_be_mended(finding):
            remaining.append(finding)
        else:
            suppressed.append((finding, cover))
    used = {cover for _, cover in suppressed}
    unused = tuple(one for one in suppressions if one not in used)
    return Judged(tuple(remaining), tuple(suppressed), unused)


def counts_in_words(remaining: Sequence[Severity], explained: Sequence[Severity]) -> str:
    """Return how many findings there are, and how many of them are explained."""
    return "; ".join(
        _counted(remaining.count(severity), explained.count(severity), *nouns)
        for severity, nouns in _NOUNS.items()
    )


def _counted(remaining: int, explained: int, one: str, many: str) -> str:
    count = remaining + explained
    said = f"{count} {one if count == 1 else many}"
    return f"{said}, {explained} explained" if explained else said


def _is_to_be_mended(finding: Finding) -> bool:
    return finding.severity is Severity.FATAL and finding.code.startswith(BUDGET)
