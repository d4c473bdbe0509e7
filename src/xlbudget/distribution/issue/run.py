"""The run over the schools: workbooks are made, recorded, and put in their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from xlbudget.distribution.campaign import CampaignFolder
from xlbudget.distribution.issue.code import IssueCode
from xlbudget.distribution.issue.order import Order
from xlbudget.distribution.issue.put import digest_of, put, set_aside
from xlbudget.distribution.issue.result import SchoolIssue, State
from xlbudget.distribution.issue.steps import Step
from xlbudget.distribution.issue.workbook import Made, Task, make_workbook
from xlbudget.distribution.packs import Packs
from xlbudget.distribution.progress import Progress, counted
from xlbudget.distribution.register import Register
from xlbudget.distribution.register.issued import IssuedWorkbook, record_issued
from xlbudget.distribution.work import Failure, Outcome, spread
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.workbook.stamp import Stamp

BATCH = 50
"""Workbooks that are recorded in one transaction."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What workbooks are made with.

    Attributes:
        folder: The campaign.
        packs: What the district gives each school.
        template: The template, and its SHA-256.
        stamp: What the template says of itself.
        register: The open register; None in a dry run, which writes nothing.
        at: Now.
        by: Who does it.

    """

    folder: CampaignFolder
    packs: Packs
    template: tuple[str, str]
    stamp: Stamp
    register: Register | None
    at: datetime
    by: str


Settled = tuple[SchoolIssue, Finding | None]
"""What became of a school's workbook, and what is to be known about it."""


def run_through(
    bench: Bench, steps: Sequence[Step], order: Order, progress: Progress
) -> Iterator[Settled]:
    """Yield what becomes of each school's workbook; those that stand there already come first.

    A workbook is recorded before its file is put in its place: what a run that is ended in the
    middle leaves can be made anew, with the same bytes.

    Args:
        bench: What they are made with.
        steps: What is to be done for each school.
        order: What is asked for.
        progress: Is told how many were made.

    Raises:
        FileError: A file cannot be written, or the register does not answer.
        InputError: The workers asked for cannot be had.

    """
    yield from (_standing(bench, step) for step in steps if step.is_kept or step.is_edited)
    waiting = [step for step in steps if not (step.is_kept or step.is_edited)]
    tasks = _Tasks(bench, waiting)
    outcomes = spread(make_workbook, tasks, workers=order.workers, scheduler=order.scheduler)
    seen = counted(outcomes, progress, len(waiting))
    while batch := list(islice(seen, BATCH)):
        yield from _settled(bench, [(waiting[one.index], one) for one in batch])


@dataclass(frozen=True, slots=True)
class _Tasks:
    """The workbooks that are to be made; what a school is given is only looked up in its turn."""

    bench: Bench
    steps: Sequence[Step]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.steps)

    def __iter__(self) -> Iterator[Task]:
        """Yield them."""
        bench = self.bench
        campaign_id = bench.folder.facts.campaign_id
        for step in self.steps:
            yield step.task(campaign_id, bench.packs, bench.template)


def _standing(bench: Bench, step: Step) -> Settled:
    """Return a workbook that stays as it stands: as it was issued, or edited."""
    if step.is_edited:
        return _left(step, _edited(step.newest.file_name if step.newest else step.file, step))
    newest = step.newest
    assert newest is not None  # noqa: S101 - what is kept was issued
    size = bench.folder.path(f"out/{newest.file_name}").stat().st_size
    kept = replace(_bare(step, State.KEPT), size=size)
    return replace(kept, workbook_id=newest.workbook_id, sha256=newest.sha256), None


def _settled(bench: Bench, batch: Sequence[tuple[Step, Outcome[Task, Made]]]) -> Iterator[Settled]:
    """Yield what became of workbooks that were tried to be made, once they are in their places."""
    ready: list[tuple[Step, Made]] = []
    for step, outcome in batch:
        if outcome.result is None:
            yield _failed(step, outcome.failure)
        elif wrong := _wrong(bench, step, outcome.result):
            yield _left(step, wrong)
        else:
            ready.append((step, outcome.result))
    if bench.register is not None:
        _record(bench, bench.register, ready)
    for step, made in ready:
        state = _state(step, made)
        if bench.register is not None and state is not State.KEPT:
            _put(bench, step, made)
        told = replace(_bare(step, state), number=made.issue.number, size=len(made.data))
        yield replace(told, workbook_id=made.workbook_id, sha256=made.sha256), None


def _state(step: Step, made: Made) -> State:
    if made.issue.number > len(step.issued):
        return State.AGAIN if step.issued else State.MADE
    return State.KEPT if step.standing == made.sha256 else State.RESTORED


def _wrong(bench: Bench, step: Step, made: Made) -> Finding | None:
    """Return why a workbook that was made must not go to its place."""
    newest = step.newest
    if newest and made.issue.number == len(step.issued) and made.sha256 != newest.sha256:
        return _unlike(step)
    there = digest_of(bench.folder.path(f"out/{step.file}"))
    known = {"", made.sha256, *(one.sha256 for one in step.issued)}
    return None if there in known else _edited(step.file, step)


def _record(bench: Bench, register: Register, ready: Sequence[tuple[Step, Made]]) -> None:
    new = (
        IssuedWorkbook(
            workbook_id=made.workbook_id,
            school_id=step.school.school_id,
            file_name=step.file,
            sha256=made.sha256,
            template_version=bench.stamp.version,
            structure_digest=bench.stamp.digest,
            issued_at=bench.at,
            reason=made.issue.reason,
            supersedes=step.newest.workbook_id if step.newest else None,
        )
        for step, made in ready
        if made.issue.number > len(step.issued)
    )
    record_issued(register, bench.folder.facts.campaign_id, new, by=bench.by)


def _put(bench: Bench, step: Step, made: Made) -> None:
    issued = step.issued[: made.issue.number - 1]
    earlier = {one.sha256: (one.file_name, i) for i, one in enumerate(issued, start=1)}
    set_aside(bench.folder.path("out"), earlier)
    put(bench.folder.path(f"out/{step.file}"), made.data)


def _bare(step: Step, state: State) -> SchoolIssue:
    """Return what became of a workbook that there is nothing to tell of."""
    school, number = step.school, len(step.issued)
    return SchoolIssue(
        school_id=school.school_id, name=school.name, file=step.file, state=state, number=number
    )


def _left(step: Step, why: Finding) -> Settled:
    return _bare(step, State.LEFT), why


def _failed(step: Step, failure: Failure | None) -> Settled:
    saw, wants, fix = (failure.saw, failure.wants, failure.fix) if failure else ("", "", "")
    place = Place(file=step.file, record=step.school.school_id)
    return _bare(step, State.FAILED), IssueCode.FAILED.about(
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
