"""What became of a file: recorded in its turn, and told as it stands when all are recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from xlbudget.distribution.collect.judged import KNOWN, Judged, judged_by
from xlbudget.distribution.collect.judged_file import Task, unreadable
from xlbudget.distribution.collect.recorder import Recorder
from xlbudget.distribution.collect.result import FileResult
from xlbudget.distribution.inbox import InboxCode, Reply
from xlbudget.distribution.register.submissions.ending import Ending, endings_of
from xlbudget.distribution.register.submissions.state import State
from xlbudget.distribution.work import Outcome

_LATER = "A later file of the school counts in its place"
_BATCH = 100  # files that the register is asked about at once


def settled(recorder: Recorder, outcome: Outcome[Task, Judged], *, dry_run: bool) -> FileResult:
    """Record what came of a file, unless it is a dry run or the file is not whole yet."""
    task, reply = outcome.item, outcome.item.reply
    judged = recorder.confirmed(outcome.result or _failed(task, outcome), reply.name)
    before = recorder.known(reply)
    if not dry_run and not _is_unfinished(reply):
        recorder.record(reply, judged, before)
    return FileResult(
        name=reply.name,
        sha256=reply.identity,
        state=judged.state,
        reason=judged.reason,
        school_id=judged.school_id,
        is_new=before is None,
        findings=judged.findings,
    )


def as_recorded(
    recorder: Recorder, files: Iterable[FileResult], *, dry_run: bool
) -> Iterator[FileResult]:
    """Yield files as they stand in the register now, when all are recorded.

    A dry run recorded none; of files that were taken over before the register tells all the same.
    """
    rest = iter(files)
    while batch := list(islice(rest, _BATCH)):
        asked = [one.sha256 for one in batch if not dry_run or one.reason == KNOWN.reason]
        yield from _told(batch, endings_of(recorder.register, recorder.campaign_id, asked))


def _told(files: Sequence[FileResult], endings: dict[str, Ending]) -> Iterator[FileResult]:
    for file in files:
        ending = endings.get(file.sha256)
        if ending is None:
            yield file
            continue
        is_past = ending.state is State.SUPERSEDED
        yield replace(
            file,
            state=ending.state,
            reason=_LATER if is_past else ending.reason,
            school_id=file.school_id or ending.school_id,
            findings=ending.findings,
        )


def _failed(task: Task, outcome: Outcome[Task, Judged]) -> Judged:
    name, failure = task.reply.name, outcome.failure
    assert failure is not None  # noqa: S101 - an outcome has a result or a failure
    finding = unreadable(name, failure.saw, failure.wants, failure.fix)
    return judged_by((finding,), school_id=task.desk.names.of_file(name))


def _is_unfinished(reply: Reply) -> bool:
    """Whether a file is still being copied: it is looked into in the next run."""
    return any(one.code == InboxCode.COPYING for one in reply.findings)
