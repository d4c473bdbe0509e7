"""Collect what came back: every file judged and recorded once, whatever ends the run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from xlbudget.distribution.campaign import CampaignFolder
from xlbudget.distribution.collect.desk import Desk, desk_of
from xlbudget.distribution.collect.duplicates import mark_duplicates
from xlbudget.distribution.collect.findings_file import write_findings
from xlbudget.distribution.collect.judged import KNOWN, Judged, judged_by
from xlbudget.distribution.collect.judged_file import Task, judged_file, unreadable
from xlbudget.distribution.collect.recorder import Recorder, newest_of
from xlbudget.distribution.collect.result import Collected, FileResult
from xlbudget.distribution.inbox import InboxCode, Reply, each_reply
from xlbudget.distribution.progress import Progress, counted, silent
from xlbudget.distribution.register import Register
from xlbudget.distribution.register.issued import issued_workbooks
from xlbudget.distribution.register.status import status_of
from xlbudget.distribution.register.submissions.state import State
from xlbudget.distribution.register.submissions.submission import findings_of
from xlbudget.distribution.work import Outcome, spread

_LATER = "A later file of the school counts in its place"
LIMIT = 120.0
"""Seconds that one file may take in a process of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be collected, and how.

    Attributes:
        roots: Folders, zip files and workbooks; the campaign's inbox when there are none.
        district: The district's data; the copy in the campaign's folder when there is none.
        workers: How many processes work on it.
        scheduler: Address of a Dask scheduler that does the work.
        dry_run: Whether everything is judged but nothing written.

    """

    roots: Sequence[Path] = ()
    district: Path | None = None
    workers: int = 1
    scheduler: str | None = None
    dry_run: bool = False


def collect(
    folder: CampaignFolder,
    register: Register,
    order: Order,
    *,
    at: datetime,
    by: str,
    progress: Progress = silent,
) -> Collected:
    """Judge and record every file that came back; the same call again changes nothing.

    A file is one transaction.  Nothing of the inbox changes.  A file that cannot be read stops
    nothing.  A run that was ended goes on where it stopped.

    Args:
        folder: The campaign.
        register: Its open register.
        order: What is to be collected, and how.
        at: Now, with a time zone.
        by: Who collects.
        progress: Is told how many files were seen.

    Raises:
        MissingFileError: A folder that is named, or the district's data, is not there.
        BudgetError: The district's data has fatal findings.
        FileError: A copy cannot be kept, or the register does not answer.
        InputError: The workers asked for cannot be had.

    """
    campaign_id = folder.facts.campaign_id
    issued = {one.workbook_id: one for one in issued_workbooks(register, campaign_id)}
    recorder = Recorder(register, campaign_id, issued, newest_of(issued), at, by)
    desk = desk_of(folder, order.district)
    if not order.dry_run:
        folder.make_rooms()
    with _copies(folder, dry_run=order.dry_run) as copies:
        tasks = _Tasks(folder, order, desk, recorder, copies)
        outcomes = spread(
            judged_file, tasks, workers=order.workers, scheduler=order.scheduler, limit=LIMIT
        )
        seen = counted(_in_order(outcomes), progress)
        files = [_settled(recorder, one, dry_run=order.dry_run) for one in seen]
    if not order.dry_run:
        for school_id in sorted({one.school_id for one in files if one.school_id}):
            mark_duplicates(recorder, school_id)
    files = [_as_recorded(recorder, one, dry_run=order.dry_run) for one in files]
    if not order.dry_run:
        write_findings(folder, files)
    return _collected(recorder, files, tasks.passed_over, written=not order.dry_run)


@dataclass(slots=True)
class _Tasks:
    """The files that came back, drawn one by one."""

    folder: CampaignFolder
    order: Order
    desk: Desk
    recorder: Recorder
    copies: Path
    passed_over: int = 0

    def __iter__(self) -> Iterator[Task]:
        """Yield the files; count those that are no files of people."""
        folder = self.folder
        roots = list(self.order.roots) or [folder.inbox]
        apart = (folder.out, folder.results, folder.received, folder.district)
        for reply in each_reply(roots, self.copies, apart=apart):
            if reply is None:
                self.passed_over += 1
            else:
                yield Task(reply, self.desk, self.recorder.has_taken(reply))


@contextmanager
def _copies(folder: CampaignFolder, *, dry_run: bool) -> Iterator[Path]:
    """Give the folder where copies are kept: for a dry run one that goes away again."""
    if not dry_run:
        yield folder.received
        return
    with TemporaryDirectory(prefix="xlbudget-") as place:
        yield Path(place)


def _in_order(outcomes: Iterator[Outcome[Task, Judged]]) -> Iterator[Outcome[Task, Judged]]:
    """Yield outcomes in the order of their files, so that each run records them alike."""
    waiting: dict[int, Outcome[Task, Judged]] = {}
    turn = 0
    for outcome in outcomes:
        waiting[outcome.index] = outcome
        while turn in waiting:
            yield waiting.pop(turn)
            turn += 1


def _settled(recorder: Recorder, outcome: Outcome[Task, Judged], *, dry_run: bool) -> FileResult:
    """Record what came of a file, unless it is a dry run or the file is not whole yet."""
    task, reply = outcome.item, outcome.item.reply
    judged = outcome.result or _failed(task, outcome)
    judged = recorder.confirmed(judged, reply.name)
    is_known = recorder.known(reply) is not None
    if not dry_run and not _is_unfinished(reply):
        recorder.record(reply, judged)
    return FileResult(
        name=reply.name,
        sha256=reply.identity,
        state=judged.state,
        reason=judged.reason,
        school_id=judged.school_id,
        is_new=not is_known,
        findings=judged.findings,
    )


def _failed(task: Task, outcome: Outcome[Task, Judged]) -> Judged:
    name, failure = task.reply.name, outcome.failure
    assert failure is not None  # noqa: S101 - an outcome has a result or a failure
    finding = unreadable(name, failure.saw, failure.wants, failure.fix)
    return judged_by((finding,), school_id=task.desk.names.of_file(name))


def _is_unfinished(reply: Reply) -> bool:
    """Whether a file is still being copied: it is looked into in the next run."""
    return any(one.code == InboxCode.COPYING for one in reply.findings)


def _as_recorded(recorder: Recorder, file: FileResult, *, dry_run: bool) -> FileResult:
    """Return a file as it stands in the register now, when all are recorded."""
    version = recorder.known_by(file.sha256)
    if version is None or (dry_run and file.reason != KNOWN.reason):
        return file
    key, submission = version.submission_id, version.submission
    is_past = version.state is State.SUPERSEDED
    reason = _LATER if is_past else submission.reason
    return replace(
        file,
        state=version.state,
        reason=reason,
        school_id=submission.school_id or "",
        findings=findings_of(recorder.register, key),
    )


def _collected(
    recorder: Recorder, files: Sequence[FileResult], passed_over: int, *, written: bool
) -> Collected:
    come = {one.school_id for one in files}
    status = status_of(recorder.register, recorder.campaign_id)
    missing = tuple(
        row.school
        for row in status.schools
        if row.state is State.MISSING and row.school.expected and row.school.school_id not in come
    )
    schools = tuple(row.school for row in status.schools)
    return Collected(
        files=files, schools=schools, missing=missing, passed_over=passed_over, written=written
    )
