"""Collect: what came back from the schools goes into the campaign."""

from __future__ import annotations

from xlbudget.actions.ask import Answers, Ask
from xlbudget.actions.file_asked import folder_asked
from xlbudget.actions.outcome import Outcome
from xlbudget.actions.request import CollectReturns
from xlbudget.actions.snapshot import Snapshot

CAMPAIGN, INBOX = "campaign", "inbox"
SAYS = "The files of the inbox are read, judged and kept; none of them is changed."


def collect(snapshot: Snapshot, answers: Answers) -> Outcome:  # noqa: ARG001 - it needs no workbook
    """Return the request to collect what came back from the schools.

    Args:
        snapshot: The workbook, which plays no part.
        answers: For ``campaign`` the campaign's folder, for ``inbox`` where the files lie.

    """
    campaign = folder_asked(answers, "Which folder is the campaign's?", key=CAMPAIGN)
    inbox = folder_asked(answers, "In which folder lie the files that came back?", key=INBOX)
    if isinstance(campaign, Ask) or isinstance(inbox, Ask):
        return Outcome(says=SAYS, asks=tuple(it for it in (campaign, inbox) if isinstance(it, Ask)))
    return Outcome(
        says=f"What came back in {inbox} is collected into {campaign}.",
        requests=(CollectReturns(campaign, inbox),),
    )
