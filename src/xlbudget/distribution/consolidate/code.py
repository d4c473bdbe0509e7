"""The codes of what is found when answers are put together."""

from __future__ import annotations

from xlbudget.model.finding_code import FindingCode


class ConsolidationCode(FindingCode):
    """What may be found when answers are put together; each code says what it means."""

    DOUBLE = "XLC-01", "Two lines of the district's budget have one id; neither is counted twice."
    OTHER_COST = "XLC-02", "Lines cost other than when they were collected."
    OTHER_DATA = "XLC-03", "The district's data has other years or schools than the campaign."
