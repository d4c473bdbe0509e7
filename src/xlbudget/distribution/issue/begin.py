"""The beginning of a run: the campaign is in its place, and what it is about is recorded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from xlbudget.distribution.campaign import new_campaign
from xlbudget.distribution.campaign.put_folder import put_budget
from xlbudget.distribution.issue.ground import Ground
from xlbudget.distribution.issue.order import Order
from xlbudget.distribution.issue.put import digest_of
from xlbudget.distribution.register import Register, open_register
from xlbudget.distribution.register.campaign import Campaign, record_campaign
from xlbudget.distribution.register.issued import IssuedWorkbook, issued_workbooks
from xlbudget.distribution.register.school import CampaignSchool, record_schools, schools_of
from xlbudget.distribution.register.store.place import file_of, url_of
from xlbudget.model.budget import Budget
from xlbudget.model.school import School
from xlbudget.workbook.stamp import Stamp


@contextmanager
def begin(
    order: Order,
    ground: Ground,
    budget: Budget,
    stamp: Stamp,
    *,
    schools: Sequence[School],
    at: datetime,
    by: str,
) -> Iterator[Register | None]:
    """Give the open register of a campaign that is in its place; nothing in a dry run.

    Args:
        order: What is asked for.
        ground: The campaign's folder and template; put in their places when they are new.
        budget: The district's budget; a copy is kept in the campaign's folder.
        stamp: What the template says of itself.
        schools: The schools that get a workbook.
        at: Now.
        by: Who does it.

    Raises:
        FileError: The folder cannot be written, or the register does not answer.

    """
    if order.dry_run:
        yield None
        return
    folder, facts = ground.folder, ground.folder.facts
    if ground.is_new:
        new_campaign(order.root, facts, ground.template)
    folder.make_rooms()
    put_budget(budget, folder.district, at, force=True)
    campaign = Campaign(
        campaign_id=facts.campaign_id,
        title=facts.title,
        district=facts.district,
        base_fiscal_year=facts.base_fiscal_year,
        due_date=facts.due_date,
        template_id=stamp.template,
        template_version=stamp.version,
        template_digest=digest_of(folder.template),
        created_at=at,
    )
    with open_register(order.register or folder.register, at=at) as register:
        record_campaign(register, campaign, by=by)
        _record_schools(register, facts.campaign_id, schools, at, by)
        yield register


def _record_schools(
    register: Register, campaign_id: str, schools: Sequence[School], at: datetime, by: str
) -> None:
    """Record the schools; whom to write to stays as it is recorded where the data is silent."""
    known = {school.school_id: school for school in schools_of(register, campaign_id)}
    wanted = (_recorded(school, known.get(school.school_id)) for school in schools)
    record_schools(register, campaign_id, wanted, by=by, at=at)


def _recorded(school: School, known: CampaignSchool | None) -> CampaignSchool:
    """Return what the register holds of a school: a contact is taken over whole or not at all."""
    told = school if school.contact_name or school.contact_email or known is None else known
    return CampaignSchool(
        school_id=school.school_id,
        name=school.name,
        contact_name=told.contact_name,
        contact_email=told.contact_email,
    )


def issued_before(order: Order, ground: Ground, at: datetime) -> dict[str, list[IssuedWorkbook]]:
    """Return what was issued to each school; nothing is made when there is no register yet."""
    where = order.register or ground.folder.register
    file = None if ground.is_new else file_of(url_of(where))
    if ground.is_new or (file is not None and not file.is_file()):
        return {}
    with open_register(where, at=at) as register:
        return by_school(register, ground.folder.facts.campaign_id)


def by_school(register: Register, campaign_id: str) -> dict[str, list[IssuedWorkbook]]:
    """Return what was issued in a campaign, by the school's id."""
    found: defaultdict[str, list[IssuedWorkbook]] = defaultdict(list)
    for one in issued_workbooks(register, campaign_id):
        found[one.school_id].append(one)
    return dict(found)
