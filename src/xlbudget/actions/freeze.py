"""Freeze to mail: a copy in which the functions of xlbudget are values."""

from __future__ import annotations

from xlbudget.actions.ask import Answers, Ask
from xlbudget.actions.file_asked import beside, file_asked
from xlbudget.actions.outcome import Outcome
from xlbudget.actions.request import FreezeCopy
from xlbudget.actions.snapshot import Snapshot

QUESTION = "Where does the copy to mail go?"
SAYS = (
    "A copy is written in which each formula with a function of xlbudget is its value; all other "
    "formulas stay. People without the add-in can open it."
)


def freeze(snapshot: Snapshot, answers: Answers) -> Outcome:
    """Return the request to write a copy that can be mailed.

    Args:
        snapshot: The workbook.
        answers: For ``file`` the workbook to write.

    """
    file = file_asked(answers, QUESTION, suggested=beside(snapshot, "-frozen.xlsx"), ending=".xlsx")
    if isinstance(file, Ask):
        return Outcome(says=SAYS, asks=(file,))
    return Outcome(
        says=f"The copy to mail is {file}. This workbook stays as it is.",
        requests=(FreezeCopy(file),),
    )
