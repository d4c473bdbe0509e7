"""Workbooks that are not put in their places, and why."""

from __future__ import annotations

from dataclasses import replace

from xlbudget.distribution.issue.bench import Bench
from xlbudget.distribution.issue.code import IssueCode
from xlbudget.distribution.issue.put import digest_of
from xlbudget.distribution.issue.result import SchoolIssue, State
from xlbudget.distribution.issue.steps import Step
from xlbudget.distribution.issue.workbook import Made
from xlbudget.distribution.work import Failure
from xlbudget.model.finding import Finding, Place, Severity

Settled = tuple[SchoolIssue, Finding | None]
"""What became of a school's workbook, and what is to be known about it."""


def standing(bench: Bench, step: Step) -> Settled:
    """Return a workbook that stays as it stands: as it was issued, or edited."""
    if step.is_edited:
        return left(step, _edited(step.newest.file_name if step.newest else step.file, step))
    newest = step.newest
    assert newest is not None  # noqa: S101 - what is kept was issued
    size = bench.folder.path(f"out/{newest.file_name}").stat().st_size
    kept = replace(bare(step, State.KEPT), size=size)
    return replace(kept, workbook_id=newest.workbook_id, sha256=newest.sha256), None


def wrong(bench: Bench, step: Step, made: Made) -> Finding | None:
    """Return why a workbook that was made must not go to its place."""
    newest = step.newest
    if newest and made.issue.number == len(step.issued) and made.sha256 != newest.sha256:
        return _unlike(step)
    there = digest_of(bench.folder.path(f"out/{step.file}"))
    known = {"", made.sha256, *(one.sha256 for one in step.issued)}
    return None if there in known else _edited(step.file, step)


def bare(step: Step, state: State) -> SchoolIssue:
    """Return what became of a workbook that there is nothing to tell of."""
    school, number = step.school, len(step.issued)
    return SchoolIssue(
        school_id=school.school_id, name=school.name, file=step.file, state=state, number=number
    )


def left(step: Step, why: Finding) -> Settled:
    """Return that a workbook stays as it stands."""
    return bare(step, State.LEFT), why


def failed(step: Step, failure: Failure | None) -> Settled:
    """Return that a workbook could not be made."""
    saw, wants, fix = (failure.saw, failure.wants, failure.fix) if failure else ("", "", "")
    place = Place(file=step.file, record=step.school.school_id)
    return bare(step, State.FAILED), IssueCode.FAILED.about(
        place, saw, wants, fix, Severity.WARNING
    )


def _edited(name: str, step: Step) -> Finding:
    return IssueCode.EDITED.about(
        Place(file=f"out/{name}", record=step.school.school_id),
        "The file is not the one that was issued: it was edited, or is another one",
        "Files in the folder out are never replaced in silence",
        "Move it to another place, such as inbox when it is the school's answer; then run the "
        "same command again",
        Severity.WARNING,
    )


def _unlike(step: Step) -> Finding:
    key = step.school.school_id
    return IssueCode.CHANGED.about(
        Place(file=f"out/{step.file}", record=key),
        "The file is not there any more, and cannot be made as it was: the data, the template "
        "or xlbudget changed since",
        "A workbook that is put back has the same bytes",
        f'Put it back from a copy, or issue it again: --again --school {key} --reason "…"',
        Severity.WARNING,
    )
