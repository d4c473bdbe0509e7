"""The codes of what is found when answers are collected."""

from __future__ import annotations

from xlbudget.model.finding_code import FindingCode


class CollectCode(FindingCode):
    """The kinds of findings that collecting makes; the manual lists them from here."""

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
