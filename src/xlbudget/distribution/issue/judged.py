"""What is found about the schools of an issue before anything is written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from xlbudget.distribution.campaign import CampaignFolder
from xlbudget.distribution.issue.code import IssueCode
from xlbudget.distribution.issue.school_template import SchoolTemplate
from xlbudget.distribution.packs import Packs, packs_of
from xlbudget.errors import ShapeError
from xlbudget.model.budget import Budget
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.folder import load_folder
from xlbudget.model.school import School
from xlbudget.model.school_pack import Offer
from xlbudget.sheets.school.sizes import Counts, refuse_what_does_not_fit

_SCHOOLS, _LINES = "schools.csv", "line_items.csv"
_NAMED = 10


def unknown_schools(budget: Budget, asked: Collection[str]) -> Iterator[Finding]:
    """Yield the schools that are asked for and that the district does not have."""
    known = [school.school_id for school in budget.schools]
    if not known:
        saw, wants = "The district has no schools", "Each school of the district gets a workbook"
        yield IssueCode.NO_SCHOOL.about(
            Place(file=_SCHOOLS), saw, wants, f"Enter the schools in {_SCHOOLS}, or on Schools"
        )
    for key in asked if known else ():
        if key not in known:
            more = f", and {len(known) - _NAMED} more" if len(known) > _NAMED else ""
            yield IssueCode.NO_SCHOOL.about(
                Place(file=_SCHOOLS, record=key),
                f"There is no school {key}",
                f"Its schools are {', '.join(known[:_NAMED])}{more}",
                "Name one of them, with the same capitals",
            )


def judged_schools(
    packs: Packs, schools: Iterable[School], template: SchoolTemplate
) -> Iterator[Finding]:
    """Yield what does not fit the template, and what is worth knowing before schools get it."""
    years = len(packs.budget.district.years)
    if years != template.years:
        yield IssueCode.TEMPLATE.about(
            Place(),
            f"The district plans {years} years, the template {template.years}",
            "A workbook has a column for each year of the plan",
            "Take a template of as many years, or change horizon_years of the district",
        )
        return
    yield from _offered(packs.offer)
    plan = packs.budget.district.years
    for school in schools:
        has = packs.counts_of(school.school_id)
        yield from _fits(school.school_id, has, template)
        if not any(school.allocation.get(year) for year in plan):
            yield _no_money(school.school_id)
        if packs.with_lines and not has.lines:
            yield _no_lines(school.school_id)


def changed_schools(
    packs: Packs, folder: CampaignFolder, school_ids: Iterable[str]
) -> Iterator[Finding]:
    """Yield the schools whose data is not what their workbook was made from.

    Args:
        packs: What schools are given now.
        folder: The campaign, which keeps the data that the workbooks were made from.
        school_ids: The schools that have a workbook, and are not getting another one.

    """
    if not folder.district.is_dir():
        return
    kept, _ = load_folder(folder.district)
    if kept is None:
        yield _unreadable(folder)
    if kept is None or kept == packs.budget:
        return
    before = packs_of(kept, with_lines=packs.with_lines, send_to=packs.send_to, due=packs.due)
    there = {school.school_id for school in kept.schools}
    now = {school.school_id for school in packs.budget.schools}
    for key in school_ids:
        if key not in there or key not in now or packs.of(key) != before.of(key):
            yield IssueCode.CHANGED.about(
                Place(record=key),
                f"What the district gives {key} changed since its workbook was issued",
                f"A workbook agrees with the data in {folder.district.name}, which answers are "
                "judged by",
                f'Issue it again: --again --school {key} --reason "…"; or give the data as it was',
            )


def _unreadable(folder: CampaignFolder) -> Finding:
    return IssueCode.CHANGED.about(
        Place(file=folder.district.name),
        "The data that the workbooks were made from cannot be read any more",
        "A campaign keeps it, for answers are judged by it",
        f"See what is wrong with: xlbudget check {folder.district}",
    )


def _fits(key: str, has: Counts, template: SchoolTemplate) -> Iterator[Finding]:
    try:
        refuse_what_does_not_fit(key, has, template.sizes)
    except ShapeError as error:
        place = Place(file=template.name, record=key)
        fix = "Begin a new campaign, whose template is made with room for all"
        yield IssueCode.ROOM.about(place, error.saw, error.wants, fix)


def _no_money(key: str) -> Finding:
    return IssueCode.NO_MONEY.about(
        Place(file=_SCHOOLS, column="allocation", record=key),
        f"{key} has no allocation in any year of the plan",
        "A school plans with money that it knows",
        "Enter its allocation, or tell it otherwise what it may plan with",
        Severity.WARNING,
    )


def _no_lines(key: str) -> Finding:
    return IssueCode.NO_LINES.about(
        Place(file=_LINES, record=key),
        f"{key} has no lines of last year",
        "Schools are given their lines of last year to keep, change or drop",
        "Enter them, if it had any; it can add new ones",
        Severity.WARNING,
    )


def _offered(offer: Offer) -> Iterator[Finding]:
    lacks = {
        "goals": offer.goals,
        "standard items": offer.items[1:],
        "funding sources": offer.sources,
    }
    if names := [noun for noun, offered in lacks.items() if not offered]:
        yield IssueCode.NOTHING_OFFERED.about(
            Place(),
            f"Schools are offered no {', no '.join(names)}",
            "A school chooses goals, items and funding sources from the district's",
            "Enter them before the workbooks go out",
            Severity.WARNING,
        )
