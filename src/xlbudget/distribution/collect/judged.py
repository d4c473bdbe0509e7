"""What came of one file: its state, its reason in words, its lines, and everything found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from xlbudget.distribution.inbox import Reply
from xlbudget.distribution.register.submissions.contents import LineRows
from xlbudget.distribution.register.submissions.line import Line
from xlbudget.distribution.register.submissions.state import State
from xlbudget.distribution.register.submissions.submission import Submission
from xlbudget.model.finding import Finding, Severity, in_words, worst
from xlbudget.model.school_answer import SchoolAnswer

_MOST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What came of one file.

    Attributes:
        state: How it ends, as far as the file itself tells.
        reason: Why, in one sentence.
        school_id: The school; "" when none is known.
        workbook_id: As its stamp says it.
        version: The version of its template, as its stamp says it.
        facts: What else it says, plain as in JSON: goals, who signed, planned money.
        lines: Its lines with their costs, or these as rows; none when it is rejected.
        findings: Everything that was found, by sheet and cell.

    """

    state: State
    reason: str
    school_id: str = ""
    workbook_id: str = ""
    version: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    lines: Sequence[Line] | LineRows = ()
    findings: tuple[Finding, ...] = ()

    def submission(self, reply: Reply) -> Submission:
        """Return the submission that the file is."""
        return Submission(
            sha256=reply.identity,
            size=reply.size,
            received_name=reply.name,
            received_at=reply.modified,
            judged=self.state,
            school_id=self.school_id or None,
            workbook_id=self.workbook_id,
            template_version=self.version,
            reason=self.reason,
            facts=self.facts,
        )


def judged_by(
    findings: Iterable[Finding], *, school_id: str = "", workbook_id: str = "", version: str = ""
) -> Judged:
    """Return what findings alone make of a file that has been read, or cannot be.

    Args:
        findings: What was found.
        school_id: Its school; "" when none is known.
        workbook_id: As its stamp says it.
        version: As its stamp says it.

    """
    found = tuple(dict.fromkeys(findings))
    gravest = worst(found)
    states = {Severity.FATAL: State.REJECTED, Severity.WARNING: State.WITH_WARNINGS}
    state = State.ACCEPTED if gravest is None else states.get(gravest, State.ACCEPTED)
    return Judged(
        state=state,
        reason=_reason(found, state),
        school_id=school_id,
        workbook_id=workbook_id,
        version=version,
        findings=found,
    )


KNOWN = Judged(state=State.DUPLICATE, reason="The same bytes came home before")
"""What comes of a file whose bytes were taken over before; how it stands, the register tells."""


def with_finding(judged: Judged, finding: Finding, state: State | None = None) -> Judged:
    """Return the same file with one finding more; one that is rejected by it has no lines."""
    again = judged_by((finding, *judged.findings))
    lasting = state or (judged.state if not judged.state.counts else again.state)
    lines = judged.lines if lasting.counts else ()
    reason = again.reason if lasting is not judged.state else judged.reason
    return replace(judged, state=lasting, reason=reason, lines=lines, findings=again.findings)


def answer_digest(answer: SchoolAnswer) -> str:
    """Return a digest of what an answer says, wherever its cells stand and however it was saved."""
    said = (answer.goals, sorted(map(repr, answer.lines)), answer.sign_off)
    return sha256(repr(said).encode("utf-8")).hexdigest()


def _reason(findings: Sequence[Finding], state: State) -> str:
    if state is State.ACCEPTED:
        return "All its entries could be taken over"
    grave = Severity.FATAL if state is State.REJECTED else Severity.WARNING
    chosen = [finding for finding in findings if finding.severity is grave]
    first = chosen[0]
    where = ", ".join(part for part in (first.place.sheet, first.place.cell) if part)
    more = f"; {in_words(findings)} in all" if len(findings) > 1 else ""
    said = f"{first.saw} ({where}){more}" if where else f"{first.saw}{more}"
    return said[:_MOST]
