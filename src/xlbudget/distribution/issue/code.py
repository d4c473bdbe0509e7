"""The codes of what is found when workbooks are issued."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from xlbudget.model.finding import Finding, Place, Severity


class IssueCode(StrEnum):
    """The kinds of findings that issuing makes; the manual lists them from here."""

    says: str

    def __new__(cls, code: str, says: str) -> Self:
        """Return a code that carries its sentence."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.says = says
        return member

    TEMPLATE = "XLO-01", "The template is no school's workbook, or not as it was made."
    ROOM = "XLO-02", "A school has more of something than the template has room for."
    NO_SCHOOL = "XLO-03", "The district has no such school, or none at all."
    CHANGED = "XLO-04", "The data of a school changed since its workbook was issued."
    EDITED = "XLO-05", "A file in the folder out is not the one that was issued."
    NO_MONEY = "XLO-06", "A school has no allocation."
    NO_LINES = "XLO-07", "A school has no lines of last year."
    NOTHING_OFFERED = "XLO-08", "The district offers schools no goals, items or funding sources."
    FAILED = "XLO-09", "A school's workbook could not be made."

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
