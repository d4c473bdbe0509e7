"""What is wrong in a district's budget: all of it counted, and of each kind the first ones told."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from xlbudget.distribution.consolidate.code import ConsolidationCode
from xlbudget.model.finding import Finding, Severity, words_of
from xlbudget.model.rules import RULES

MOST_OF_A_CODE = 5_000
"""Findings of one code that are told one by one; more are only counted."""

_CODES: Sequence[str] = (
    ConsolidationCode.OTHER_DATA,
    ConsolidationCode.DOUBLE,
    ConsolidationCode.OTHER_COST,
    *(rule.code for rule in RULES),
)


@dataclass(frozen=True, slots=True)
class Found:
    """Findings, by their codes in the order of the rules.

    Attributes:
        told: The findings that are told one by one.
        counts: How many there are, by severity.

    """

    told: tuple[Finding, ...]
    counts: Mapping[Severity, int]

    @property
    def in_words(self) -> str:
        """How many there are, in words."""
        return words_of(self.counts)

    @property
    def untold(self) -> int:
        """How many are only counted."""
        return sum(self.counts.values()) - len(self.told)


class FoundSoFar:
    """Findings that come in any order."""

    def __init__(self, most: int = MOST_OF_A_CODE) -> None:
        self._most = most
        self._by_code: defaultdict[str, list[Finding]] = defaultdict(list)
        self._counts: Counter[Severity] = Counter()

    def add(self, findings: Iterable[Finding]) -> None:
        """Add findings."""
        for finding in findings:
            self._counts[finding.severity] += 1
            of_code = self._by_code[finding.code]
            if len(of_code) < self._most:
                of_code.append(finding)

    def found(self) -> Found:
        """Return what has been added."""
        told = (finding for code in _CODES for finding in self._by_code[code])
        return Found(tuple(told), dict(self._counts))
