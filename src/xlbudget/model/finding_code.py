"""The code of a kind of findings, which carries the sentence that says what it means."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from xlbudget.model.finding import Finding, Place, Severity


class FindingCode(StrEnum):
    """The kinds of findings that one part of the program makes; the manual lists them.

    Each member of a list is declared by its code and its sentence.
    """

    says: str

    def __new__(cls, code: str, says: str) -> Self:
        """Return a code that carries its sentence."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.says = says
        return member

    def about(
        self,
        place: Place,
        saw: str,
        wants: str,
        fix: str,
        severity: Severity = Severity.FATAL,
    ) -> Finding:
        """Return a finding of this kind."""
        return Finding(severity, self.value, place, saw, wants, fix)
