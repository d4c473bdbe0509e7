"""A finding: what is wrong, or worth knowing, in a person's budget.

Findings are values, and all of them come back at once; a refusal of a function is an error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from xlbudget.model.budget import Budget


class Severity(StrEnum):
    """How much a finding weighs."""

    FATAL = "fatal"
    WARNING = "warning"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding was made; each part may be blank."""

    file: str = ""
    row: int | None = None
    column: str = ""
    record: str = ""
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        """Return the place in words, for instance ``line_items.csv, row 12, unit_price``."""
        row = f"row {self.row}" if self.row else ""
        return ", ".join(
            part
            for part in (self.file, self.sheet, row, self.cell, self.column, self.record)
            if part
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault or remark: how grave, where, what was seen, what is allowed, what to do."""

    severity: Severity
    code: str
    place: Place
    saw: str
    wants: str
    fix: str

    def __str__(self) -> str:
        """Return the finding as one paragraph."""
        where = f"{self.place}: " if str(self.place) else ""
        return f"{where}{self.saw}. {self.wants}. {self.fix}. [{self.code}]"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of budgets: one file in ``model/rules`` declares one."""

    code: str
    title: str
    severity: Severity
    says: str
    source: str
    check: Callable[[Budget], Iterable[Finding]]


def worst(findings: Iterable[Finding]) -> Severity | None:
    """Return the gravest severity among findings; None when there are none."""
    seen = {finding.severity for finding in findings}
    return next((severity for severity in Severity if severity in seen), None)


def in_words(findings: Iterable[Finding]) -> str:
    """Return the count of findings in words: ``0 fatal; 4 warnings; 1 remark``."""
    return words_of(Counter(finding.severity for finding in findings))


def words_of(counts: Mapping[Severity, int]) -> str:
    """Return counts by severity in words, as ``in_words`` does."""
    fatal, warnings, remarks = (counts.get(severity, 0) for severity in Severity)
    return f"{fatal} fatal; {_counted(warnings, 'warning')}; {_counted(remarks, 'remark')}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' * (count != 1)}"
