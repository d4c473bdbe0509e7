"""Record what was judged: one file in one transaction, beside what the register knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from xlbudget.distribution.collect.code import CollectCode
from xlbudget.distribution.collect.judged import Judged, with_finding
from xlbudget.distribution.inbox import Reply
from xlbudget.distribution.register import Register
from xlbudget.distribution.register.issued import (
    IssuedWorkbook,
    issued_workbook,
    issued_workbooks,
)
from xlbudget.distribution.register.submissions.record_submission import record_submission
from xlbudget.distribution.register.submissions.state import State
from xlbudget.distribution.register.submissions.submission import (
    Version,
    findings_of,
    submission_of,
)
from xlbudget.model.fault import shown
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.sheets.service_sheets import MANIFEST


@dataclass(frozen=True, slots=True)
class Recorder:
    """Where judgements go, and who sends them there."""

    register: Register
    campaign_id: str
    at: datetime
    by: str

    def confirmed(self, judged: Judged, name: str) -> Judged:
        """Return a judgement as the register bears it out: whether the workbook was issued.

        Args:
            judged: What the file itself says.
            name: The file as it came back.

        """
        if not judged.workbook_id or not judged.school_id:
            return judged
        place = Place(file=name, sheet=MANIFEST)
        workbook = issued_workbook(self.register, self.campaign_id, judged.workbook_id)
        if workbook is None:
            return with_finding(judged, _unknown(place, judged), State.NOT_ISSUED)
        if workbook.school_id != judged.school_id:
            return with_finding(judged, _mixed_up(place, judged, workbook))
        newest = self._newest(workbook.school_id)
        if newest.workbook_id != workbook.workbook_id:
            return with_finding(judged, _not_newest(place, newest))
        return judged

    def known(self, reply: Reply) -> Version | None:
        """Return the submission of the same bytes; None when they never came home."""
        return submission_of(self.register, self.campaign_id, reply.identity)

    def has_taken(self, reply: Reply) -> bool:
        """Whether the same bytes were taken over before, so that nothing new can come of them."""
        before = self.known(reply)
        return before is not None and _was_taken(before)

    def record(self, reply: Reply, judged: Judged, before: Version | None) -> None:
        """Record a file.

        Bytes that were not accepted before are judged anew: what was wrong may be mended by now,
        such as a school that was not in the data.

        Args:
            reply: The file.
            judged: What came of it.
            before: What the register knows of the same bytes; None when they are new.

        """
        again = before is not None and self._differs(before, judged)
        record_submission(
            self.register,
            self.campaign_id,
            judged.submission(reply),
            lines=judged.lines,
            findings=judged.findings,
            by=self.by,
            at=self.at,
            again=again,
        )

    def _newest(self, school_id: str) -> IssuedWorkbook:
        """Return the workbook of a school that no other takes the place of."""
        issued = issued_workbooks(self.register, self.campaign_id, school_id)
        replaced = {one.supersedes for one in issued}
        return next(one for one in reversed(issued) if one.workbook_id not in replaced)

    def _differs(self, before: Version, judged: Judged) -> bool:
        """Whether a file that was not accepted is judged otherwise now."""
        was = before.submission
        if _was_taken(before):
            return False
        by_name = bool(was.school_id and judged.school_id and not judged.workbook_id)
        # The same bytes, such as an empty file, may come under the names of several schools.
        school_id = judged.school_id if by_name else was.school_id or ""
        same = (was.judged, school_id) == (judged.state, judged.school_id)
        codes = [one.code for one in findings_of(self.register, before.submission_id)]
        return not same or codes != [one.code for one in judged.findings]


def _was_taken(version: Version) -> bool:
    judged = version.submission.judged
    return judged.counts or judged is State.DUPLICATE


def _unknown(place: Place, judged: Judged) -> Finding:
    return CollectCode.NOT_OURS.about(
        place,
        f"The register has no workbook {shown(judged.workbook_id)}",
        "A campaign takes the workbooks that it issued",
        "Ask the school for the workbook that it was sent",
    )


def _mixed_up(place: Place, judged: Judged, workbook: IssuedWorkbook) -> Finding:
    return CollectCode.MIXED_UP.about(
        place,
        f"It says that it is of {judged.school_id}, and was issued to {workbook.school_id}",
        "A workbook stays that of the school that it was issued to",
        "Ask both schools which of them filled it in",
    )


def _not_newest(place: Place, newest: IssuedWorkbook) -> Finding:
    return CollectCode.NOT_NEWEST.about(
        place,
        f"The school was issued a newer workbook on {newest.issued_at:%Y-%m-%d}",
        "The newest workbook of a school is the one that is filled in",
        "Ask the school whether it is to count, or for the newest one",
        Severity.WARNING,
    )
