"""The codes of what is found when workbooks are issued."""

from __future__ import annotations

from xlbudget.model.finding_code import FindingCode


class IssueCode(FindingCode):
    """The kinds of findings that issuing makes; the manual lists them from here."""

    TEMPLATE = "XLO-01", "The template is no school's workbook, or not as it was made."
    ROOM = "XLO-02", "A school has more of something than the template has room for."
    NO_SCHOOL = "XLO-03", "The district has no such school, or none at all."
    CHANGED = "XLO-04", "The data of a school changed since its workbook was issued."
    EDITED = "XLO-05", "A file in the folder out is not the one that was issued."
    NO_MONEY = "XLO-06", "A school has no allocation."
    NO_LINES = "XLO-07", "A school has no lines of last year."
    NOTHING_OFFERED = "XLO-08", "The district offers schools no goals, items or funding sources."
    FAILED = "XLO-09", "A school's workbook could not be made."
