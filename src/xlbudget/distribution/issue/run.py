"""The run over the schools: workbooks are made, recorded, and put in their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from xlbudget.distribution.issue.bench import Bench
from xlbudget.distribution.issue.left import Settled, standing
from xlbudget.distribution.issue.order import Order
from xlbudget.distribution.issue.settle import settled
from xlbudget.distribution.issue.steps import Step
from xlbudget.distribution.issue.workbook import Task, make_workbook
from xlbudget.distribution.progress import Progress, counted
from xlbudget.distribution.work import spread

BATCH = 50
"""Workbooks that are recorded in one transaction."""


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
    yield from (standing(bench, step) for step in steps if step.is_kept or step.is_edited)
    waiting = [step for step in steps if not (step.is_kept or step.is_edited)]
    tasks = _Tasks(bench, waiting)
    outcomes = spread(make_workbook, tasks, workers=order.workers, scheduler=order.scheduler)
    seen = counted(outcomes, progress, len(waiting))
    while batch := list(islice(seen, BATCH)):
        yield from settled(bench, [(waiting[one.index], one) for one in batch])


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
