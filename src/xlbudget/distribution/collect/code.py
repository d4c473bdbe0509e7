"""The codes of what is found when answers are collected."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from xlbudget.model.finding import Finding, Place, Severity


class CollectCode(StrEnum):
    """The kinds of findings that collecting makes; the manual lists them from here."""

    says: str

    def __new__(cls, code: str, says: str) -> Self:
        """Return a code that carries its sentence."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.says = says
        return member

    UNREADABLE = "XLH-01", "A file that came back cannot be read as a workbook."
    NOT_OURS = "XLH-02", "A file is none of the workbooks that the campaign issued."
    BY_NAME = "XLH-03", "A workbook does not say whose it is; its file name or first sheet does."
    NOT_NEWEST = "XLH-04", "A school was issued a newer workbook than the one it sent."
    VERSION = "XLH-05", "A workbook was made from another version of the template."
    FORMULA = "XLH-06", "A formula of the workbook was typed over, changed or deleted."
    STRUCTURE = "XLH-07", "A sheet, table or name of the workbook is not as it was issued."
    NO_TABLES = "XLH-08", "Another program saved the workbook without its tables."
    FIGURES = "XLH-09", "The figures that the workbook shows are not those of its lines."
    SAME_ANSWER = "XLH-10", "A file says what an earlier one of the school says already."
    MIXED_UP = "XLH-11", "The school that a workbook names is not the one it was issued to."

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
