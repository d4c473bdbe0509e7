"""Mark files that say what an earlier one of their school says, whatever came in which order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from xlbudget.distribution.collect.code import CollectCode
from xlbudget.distribution.collect.judged import judged_by
from xlbudget.distribution.collect.recorder import Recorder
from xlbudget.distribution.register.submissions.record_submission import record_submission
from xlbudget.distribution.register.submissions.state import State
from xlbudget.distribution.register.submissions.submission import (
    Submission,
    Version,
    findings_of,
    lines_of,
    submissions_of,
)
from xlbudget.model.finding import Finding, Place, Severity


def mark_duplicates(recorder: Recorder, school_id: str) -> None:
    """Let only files count of a school that say something new beside the one before them.

    By the time of the files: an answer that comes again after another one is no duplicate, for
    the school went back to it.

    Args:
        recorder: The register.
        school_id: The school.

    """
    versions = [
        version
        for version in submissions_of(recorder.register, recorder.campaign_id, school_id)
        if version.submission.judged.counts or version.submission.judged is State.DUPLICATE
    ]
    for version, first in list(_pairs(versions)):
        is_marked = version.submission.judged is State.DUPLICATE
        if is_marked != (first is not None):
            _mark(recorder, version, first)


def _pairs(versions: list[Version]) -> Iterator[tuple[Version, Version | None]]:
    """Yield each version with the one before it that says the same."""
    last: Version | None = None
    for version in versions:
        same = last is not None and _answer(last) == _answer(version) != ""
        yield version, last if same else None
        last = last if same else version


def _answer(version: Version) -> str:
    return str(version.submission.facts.get("answer", ""))


def _mark(recorder: Recorder, version: Version, first: Version | None) -> None:
    register, key = recorder.register, version.submission_id
    own = (one for one in findings_of(register, key) if one.code != CollectCode.SAME_ANSWER)
    judged = judged_by(own)
    findings, state, reason = judged.findings, judged.state, judged.reason
    if first is not None:
        finding = _same(version.submission, first.submission)
        findings, state, reason = (*findings, finding), State.DUPLICATE, finding.saw
    record_submission(
        register,
        recorder.campaign_id,
        replace(version.submission, judged=state, reason=reason),
        lines=lines_of(register, key),
        findings=findings,
        by=recorder.by,
        at=recorder.at,
        again=True,
    )


def _same(submission: Submission, first: Submission) -> Finding:
    return CollectCode.SAME_ANSWER.about(
        Place(file=submission.received_name),
        f"It says the same as {first.received_name}",
        "Each answer of a school counts once",
        "Nothing needs to be done",
        Severity.INFORMATION,
    )
