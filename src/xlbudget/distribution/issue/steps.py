"""What is to be done for each school, by the register and by the file that stands there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from xlbudget.distribution.campaign import CampaignFolder, file_name
from xlbudget.distribution.issue.order import Order
from xlbudget.distribution.issue.put import digest_of
from xlbudget.distribution.issue.workbook import Issue, Task, workbook_id_of
from xlbudget.distribution.packs import Packs
from xlbudget.distribution.register.issued import IssuedWorkbook
from xlbudget.model.school import School


@dataclass(frozen=True, slots=True)
class Step:
    """What is known about a school's workbook.

    Attributes:
        school: The school.
        issued: What was issued to it, the first one first.
        file: The name of its file.
        standing: The SHA-256 of the file that stands where the newest issue belongs.
        issue: Which issue is to be made; None when the one that it has is to stay.

    """

    school: School
    issued: tuple[IssuedWorkbook, ...]
    file: str
    standing: str
    issue: Issue | None

    @property
    def newest(self) -> IssuedWorkbook | None:
        """Return what was issued last."""
        return self.issued[-1] if self.issued else None

    @property
    def is_kept(self) -> bool:
        """Whether nothing is to be done: the newest issue is there, and is to stay."""
        newest = self.newest
        return self.issue is None and newest is not None and self.standing == newest.sha256

    @property
    def is_edited(self) -> bool:
        """Whether the file that stands there is none that was issued."""
        known = {one.sha256 for one in self.issued}
        return bool(self.issued and self.standing) and self.standing not in known

    def task(self, campaign_id: str, packs: Packs, template: tuple[str, str]) -> Task:
        """Return the workbook that is to be made."""
        pack = packs.of(self.school.school_id)
        newest, issue = self.newest, self.issue
        if issue is not None and (newest is None or newest.reason != issue.reason):
            return Task(template, pack, issue)
        assert newest is not None  # noqa: S101 - a school without a workbook always gets one
        day = newest.issued_at.astimezone(UTC).date()
        same = Issue(campaign_id, len(self.issued), day, newest.reason)
        return Task(template, pack, same, newest.sha256, issue)


def steps_of(
    order: Order,
    folder: CampaignFolder,
    schools: Sequence[School],
    issued: Mapping[str, Sequence[IssuedWorkbook]],
    at: datetime,
) -> Iterator[Step]:
    """Yield what is known about each school's workbook.

    Args:
        order: What is asked for.
        folder: The campaign.
        schools: The schools.
        issued: What was issued to each school, by its id.
        at: Now.

    """
    for school in schools:
        key = school.school_id
        mine = in_order(issued.get(key, ()), folder.facts.campaign_id)
        is_new = order.again or not mine
        name = file_name(key, school.name) if is_new else mine[-1].file_name
        reason = order.reason if order.again else ""
        day = at.astimezone(UTC).date()
        issue = Issue(folder.facts.campaign_id, len(mine) + 1, day, reason) if is_new else None
        place = mine[-1].file_name if mine else name
        yield Step(school, mine, name, digest_of(folder.path(f"out/{place}")), issue)


def in_order(issued: Sequence[IssuedWorkbook], campaign_id: str) -> tuple[IssuedWorkbook, ...]:
    """Return what was issued to one school by the number of the issue, which its id tells."""
    known = {one.workbook_id: one for one in issued}
    numbered = (
        known.get(workbook_id_of(campaign_id, issued[0].school_id, number))
        for number in range(1, len(issued) + 1)
    )
    return tuple(one for one in numbered if one is not None)
