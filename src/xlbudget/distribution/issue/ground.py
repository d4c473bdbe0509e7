"""What a campaign stands on: its folder and its template; new ones, or those that are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from filecmp import cmp
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from xlbudget.distribution.campaign import CampaignFacts, CampaignFolder, open_campaign
from xlbudget.distribution.campaign.facts import (
    TEMPLATE,
    StartsFrom,
    campaign_text,
    read_campaign,
)
from xlbudget.distribution.campaign.folder import CAMPAIGN_FILE, check_new
from xlbudget.distribution.in_words import in_words
from xlbudget.distribution.issue.order import Order
from xlbudget.distribution.issue.school_template import write_template
from xlbudget.distribution.packs import packs_of
from xlbudget.errors import ExistingFileError
from xlbudget.model.budget import Budget
from xlbudget.model.finding import Finding
from xlbudget.sheets.identity import Fact
from xlbudget.sheets.school.sizes import room_for
from xlbudget.workbook.read import open_book
from xlbudget.workbook.stamp import read_stamp, stamp


@dataclass(frozen=True, slots=True)
class Ground:
    """A campaign's folder and template; those of a new one are not in their places yet."""

    folder: CampaignFolder
    template: Path
    is_new: bool


def ground_of(
    order: Order, budget: Budget, beside: Path
) -> tuple[Ground | None, tuple[Finding, ...]]:
    """Return what a campaign stands on, or None when a finding is fatal, and all findings.

    Args:
        order: What is asked for.
        budget: The district's budget.
        beside: An empty folder for what is not in its place yet.

    Raises:
        ExistingFileError: The folder has another campaign in it, or other files.
        FileError: The template cannot be read.

    """
    if (order.root / CAMPAIGN_FILE).is_file():
        there, findings = open_campaign(order.root)
        if there is None:
            return None, findings
        _must_be_same(order, there, budget, beside)
        return Ground(there, there.template, is_new=False), findings
    facts, findings = _new_facts(order, budget, beside)
    if facts is None:
        return None, findings
    folder = CampaignFolder(order.root, facts)
    template = beside / TEMPLATE
    if order.template is not None:
        _stamp(order.template, template)
    elif budget.schools:
        packs = packs_of(budget, with_lines=facts.with_lines)
        sizes = room_for(packs.counts_of(school.school_id) for school in budget.schools)
        write_template(template, sizes, len(budget.district.years), order.edition or "working")
    check_new(folder, template)
    return Ground(folder, template, is_new=True), findings


def _new_facts(
    order: Order, budget: Budget, beside: Path
) -> tuple[CampaignFacts | None, tuple[Finding, ...]]:
    """Return the facts of a new campaign as its file will tell them."""
    district = budget.district
    year = district.base_fiscal_year
    word = re.sub(r"[^a-z0-9]+", "-", district.name.casefold()).strip("-")[:24].rstrip("-")
    facts = CampaignFacts(
        campaign_id=order.campaign_id or f"{word or 'district'}-{year}",
        title=order.title or f"Digital learning budgets {year - 1}-{year % 100:02}",
        district=district.name,
        base_fiscal_year=year,
        due_date=order.due or district.due,
        starts_from=StartsFrom.NOTHING.value if order.with_lines is False else "",
        register=_shared(order.register),
    )
    file = beside / CAMPAIGN_FILE
    file.write_text(campaign_text(facts), encoding="utf-8")
    return read_campaign(file)


def _stamp(given: Path, template: Path) -> None:
    """Put the office's template into a place, its own structure stamped as the right one."""
    with in_words(template):
        stamp(given, template)


def _edition(template: Path) -> str:
    return read_stamp(open_book(template)).fact(Fact.EDITION) or "working"


def _shared(register: str | None) -> str:
    """Return the address of a shared register without its password; "" for one in a folder."""
    if register is None or "://" not in register:
        return ""
    try:
        url = make_url(register)
    except (ArgumentError, ValueError):
        return register
    bare = URL.create(url.drivername, url.username, None, url.host, url.port, url.database)
    return bare.set(query=url.query).render_as_string()


def _must_be_same(order: Order, there: CampaignFolder, budget: Budget, beside: Path) -> None:
    said = list(_differences(order, there, budget, beside))
    if said:
        raise ExistingFileError(
            saw=f"The campaign in the folder is another one: {'; '.join(said)}",
            wants="A campaign goes on as it was begun",
            fix=f"Leave out what differs, correct {CAMPAIGN_FILE} before anything is issued, or "
            "choose a new folder",
            place=str(there.root),
        )


def _differences(
    order: Order, there: CampaignFolder, budget: Budget, beside: Path
) -> Iterator[str]:
    """Yield in words what is asked for and is not so in the campaign."""
    facts, district = there.facts, budget.district
    asked = (
        ("id", facts.campaign_id, order.campaign_id),
        ("title", facts.title, order.title),
        ("due date", facts.due_date, order.due),
        ("district", facts.district, district.name),
        ("first fiscal year", facts.base_fiscal_year, district.base_fiscal_year),
    )
    for noun, known, given in asked:
        if given and given != known:
            yield f"its {noun} is {known or 'not stated'}, not {given}"
    if order.with_lines is not None and order.with_lines != facts.with_lines:
        yield f"its schools start from {facts.starts_from or StartsFrom.LAST_YEAR}"
    edition = _edition(there.template) if order.edition else ""
    if order.edition != edition:
        yield f"its workbooks are of the {edition} edition"
    if order.template is not None:
        stamped = beside / TEMPLATE
        _stamp(order.template, stamped)
        if not there.template.is_file() or not cmp(stamped, there.template, shallow=False):
            yield f"its template is not {order.template.name}"
