"""Collect what came back: every file judged and recorded once, whatever ends the run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from xlbudget.distribution.campaign import CampaignFolder
from xlbudget.distribution.collect.desk import desk_of
from xlbudget.distribution.collect.duplicates import mark_duplicates
from xlbudget.distribution.collect.findings_file import write_findings
from xlbudget.distribution.collect.kept import Kept
from xlbudget.distribution.collect.order import Order
from xlbudget.distribution.collect.recorder import Recorder
from xlbudget.distribution.collect.result import Collected, FileResult
from xlbudget.distribution.collect.settled import as_recorded, settled
from xlbudget.distribution.collect.tasks import Tasks, copies_of, packed_file
from xlbudget.distribution.progress import Progress, counted, silent
from xlbudget.distribution.register import Register
from xlbudget.distribution.register.status import missing_schools
from xlbudget.distribution.register.submissions.submission import schools_with_several
from xlbudget.distribution.work import spread

LIMIT = 120.0
"""Seconds that one file may take in a process of its own."""

CHUNK = 8
"""Files that a worker gets at once: what they hold is in memory at once."""


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
    nothing.  A run that was ended goes on where it stopped.  Memory is flat in the number of files.

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
    recorder = Recorder(register, folder.facts.campaign_id, at, by)
    desk = desk_of(folder, order.district)
    if not order.dry_run:
        folder.make_rooms()
    with copies_of(folder, dry_run=order.dry_run) as copies:
        tasks = Tasks(folder, order.roots, desk, recorder, copies)
        seen = _kept(_settled(tasks, order, progress))
    schools = {one.school_id for one in seen if one.school_id}
    if not order.dry_run:
        for school_id in sorted(schools & schools_with_several(register, recorder.campaign_id)):
            mark_duplicates(recorder, school_id)
    files = _kept(as_recorded(recorder, seen, dry_run=order.dry_run))
    if not order.dry_run:
        write_findings(folder, files)
    missing = missing_schools(register, recorder.campaign_id)
    return Collected(
        files=files,
        missing=tuple(school for school in missing if school.school_id not in schools),
        passed_over=tasks.passed_over,
        written=not order.dry_run,
    )


def _settled(tasks: Tasks, order: Order, progress: Progress) -> Iterator[FileResult]:
    """Yield what came of each file, in the order of the files: each run records them alike."""
    outcomes = spread(
        packed_file,
        tasks,
        workers=order.workers,
        scheduler=order.scheduler,
        chunk=CHUNK,
        limit=LIMIT,
        in_order=True,
    )
    for outcome in counted(outcomes, progress):
        yield settled(tasks.recorder, outcome, dry_run=order.dry_run)


def _kept(results: Iterator[FileResult]) -> Kept[FileResult]:
    kept: Kept[FileResult] = Kept()
    for one in results:
        kept.add(one)
    return kept
