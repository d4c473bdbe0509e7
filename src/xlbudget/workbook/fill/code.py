"""The kinds of findings that filling a template makes."""

from __future__ import annotations

from xlbudget.model.finding_code import FindingCode


class FillCode(FindingCode):
    """The kinds of findings that filling a template makes; the manual lists them from here."""

    NOT_OURS = "XLF-01", "The template is no workbook that xlbudget made."
    LACKS = "XLF-02", "The template lacks a sheet, a table, a column or a name."
    SIZE = "XLF-03", "A block of the template has other rows than the tables that it follows."
    ROOM = "XLF-04", "The budget has more records than a table of the template has room for."
    YEARS = "XLF-05", "The budget plans other years than the template."
    TYPED_OVER = "XLF-06", "A calculated cell of the template holds no formula any more."
    FORMULA = "XLF-07", "A calculated cell of the template has another formula."
    STORED = "XLF-08", "The template keeps copies of data that filling does not reach."
    CHART = "XLF-09", "A chart of the template shows fewer rows than the budget has."
