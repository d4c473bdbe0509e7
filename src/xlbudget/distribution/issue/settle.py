"""Workbooks that were made: recorded, put in their places, and told of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from xlbudget.distribution.issue.bench import Bench
from xlbudget.distribution.issue.left import Settled, bare, failed, left, wrong
from xlbudget.distribution.issue.put import put_all, set_aside
from xlbudget.distribution.issue.result import State
from xlbudget.distribution.issue.steps import Step
from xlbudget.distribution.issue.workbook import Made, Task
from xlbudget.distribution.register import Register
from xlbudget.distribution.register.issued import IssuedWorkbook, record_issued
from xlbudget.distribution.work import Outcome


def settled(bench: Bench, batch: Sequence[tuple[Step, Outcome[Task, Made]]]) -> Iterator[Settled]:
    """Yield what became of workbooks that were tried to be made, once they are in their places.

    They are recorded in one transaction before any of their files is put in its place.

    Raises:
        FileError: A file cannot be written, or the register does not answer.

    """
    ready: list[tuple[Step, Made]] = []
    for step, outcome in batch:
        if outcome.result is None:
            yield failed(step, outcome.failure)
        elif why := wrong(bench, step, outcome.result):
            yield left(step, why)
        else:
            ready.append((step, outcome.result))
    if bench.register is not None:
        _record(bench, bench.register, ready)
        _put(bench, [(step, made) for step, made in ready if _state(step, made) is not State.KEPT])
    for step, made in ready:
        told = replace(bare(step, _state(step, made)), number=made.issue.number)
        yield replace(told, workbook_id=made.workbook_id, sha256=made.sha256, size=made.size), None


def _state(step: Step, made: Made) -> State:
    if made.issue.number > len(step.issued):
        return State.AGAIN if step.issued else State.MADE
    return State.KEPT if step.standing == made.sha256 else State.RESTORED


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


def _put(bench: Bench, ready: Sequence[tuple[Step, Made]]) -> None:
    out = bench.folder.path("out")
    for step, made in ready:
        issued = step.issued[: made.issue.number - 1]
        earlier = {one.sha256: (one.file_name, i) for i, one in enumerate(issued, start=1)}
        set_aside(out, earlier)
    put_all([(bench.folder.path(f"out/{step.file}"), made.data) for step, made in ready])
