"""What can be wrong with a file that came back, before anybody looks into it as a workbook."""

from __future__ import annotations

from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.finding_code import FindingCode


class InboxCode(FindingCode):
    """The kinds of findings that the inbox makes; the manual lists them from here."""

    NO_WORKBOOK = "XLD-01", "A file is of a kind that holds no workbook in the form .xlsx."
    ARCHIVE = "XLD-02", "A zip file cannot be looked into, or a file in it."
    LEADS_OUT = "XLD-03", "A name or a link leads out of its folder or its zip file."
    TOO_LARGE = "XLD-04", "A file is larger than a budget is."
    COPYING = "XLD-05", "A file is still being copied or downloaded."
    UNREADABLE = "XLD-06", "A file or folder cannot be read."
    OPEN = "XLD-07", "A program has the workbook open, so that the file may lack the last changes."

    def at(
        self, name: str, saw: str, wants: str, fix: str, severity: Severity = Severity.FATAL
    ) -> Finding:
        """Return a finding of this kind about the file of a name."""
        return self.about(Place(file=name), saw, wants, fix, severity)
