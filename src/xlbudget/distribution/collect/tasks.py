"""The files that came back, drawn one by one, and what is done with each in a worker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from xlbudget.distribution.campaign import CampaignFolder
from xlbudget.distribution.collect.desk import Desk
from xlbudget.distribution.collect.judged import Judged
from xlbudget.distribution.collect.judged_file import Task, judged_file
from xlbudget.distribution.collect.recorder import Recorder
from xlbudget.distribution.inbox import each_reply
from xlbudget.distribution.register.submissions.contents import LineRows, line_rows


@dataclass(slots=True)
class Tasks:
    """The files that came back, drawn one by one.

    Attributes:
        folder: The campaign.
        roots: Folders and files; the campaign's inbox when there are none.
        desk: What they are judged by.
        recorder: Knows which of them were taken over before.
        copies: Where their copies are kept.
        passed_over: How many that are no files of people were drawn so far.

    """

    folder: CampaignFolder
    roots: Sequence[Path]
    desk: Desk
    recorder: Recorder
    copies: Path
    passed_over: int = 0

    def __iter__(self) -> Iterator[Task]:
        """Yield the files; count those that are no files of people."""
        folder = self.folder
        apart = (folder.out, folder.results, folder.received, folder.district)
        for reply in each_reply(list(self.roots) or [folder.inbox], self.copies, apart=apart):
            if reply is None:
                self.passed_over += 1
            else:
                yield Task(reply, self.desk, self.recorder.has_taken(reply))


@contextmanager
def copies_of(folder: CampaignFolder, *, dry_run: bool) -> Iterator[Path]:
    """Give the folder where copies are kept: for a dry run one that goes away again."""
    if not dry_run:
        yield folder.received
        return
    with TemporaryDirectory(prefix="xlbudget-") as place:
        yield Path(place)


def packed_file(task: Task) -> Judged:
    """Return what comes of a file, its lines as rows that travel between processes for little."""
    judged = judged_file(task)
    if isinstance(judged.lines, LineRows):
        return judged
    return replace(judged, lines=line_rows(judged.lines))
