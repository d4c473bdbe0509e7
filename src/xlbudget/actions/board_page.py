"""Board page: the sheet Summary as pages to print or mail."""

from __future__ import annotations

from xlbudget.actions.ask import Answers, Ask
from xlbudget.actions.file_asked import beside, file_asked
from xlbudget.actions.outcome import Outcome
from xlbudget.actions.request import ExportPages
from xlbudget.actions.snapshot import Snapshot
from xlbudget.sheets.summary import TITLE

QUESTION = "Where does the board page go?"


def board_page(snapshot: Snapshot, answers: Answers) -> Outcome:
    """Return the request to export Summary in PDF.

    Args:
        snapshot: The workbook.
        answers: For ``file`` the PDF file to write.

    """
    file = file_asked(
        answers, QUESTION, suggested=beside(snapshot, "-board-page.pdf"), ending=".pdf"
    )
    if isinstance(file, Ask):
        return Outcome(says=f"The sheet {TITLE} becomes a PDF of two pages.", asks=(file,))
    return Outcome(
        says=f"The sheet {TITLE} is exported to {file}.", requests=(ExportPages(TITLE, file),)
    )
