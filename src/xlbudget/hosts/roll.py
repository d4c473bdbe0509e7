"""The command roll: next year's campaign and district data, from this year's."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from os.path import realpath
from pathlib import Path
from tempfile import TemporaryDirectory

import typer

from xlbudget.distribution.campaign import CampaignFacts, CampaignFolder, new_campaign
from xlbudget.distribution.campaign.facts import TEMPLATE
from xlbudget.distribution.campaign.folder import check_new
from xlbudget.distribution.campaign.put_folder import check_folder, put_folder
from xlbudget.distribution.consolidate.ground import Missing, ground_of
from xlbudget.distribution.consolidate.merged import merged_parts
from xlbudget.distribution.in_words import in_words as told_in_words
from xlbudget.distribution.roll import Rolled, next_budget, next_facts, save_next
from xlbudget.errors import ExistingFileError, MissingFileError, ShapeError
from xlbudget.hosts.as_json import put_json
from xlbudget.hosts.campaign import campaign_folder, day_of, district_data, opened
from xlbudget.hosts.consolidate_json import found_json
from xlbudget.hosts.exits import ExitCode
from xlbudget.hosts.roll_shown import put_rolled, rolled_json
from xlbudget.hosts.shown import put_findings
from xlbudget.hosts.terminal import (
    next_step,
    say,
    shown_path,
    stderr,
    working,
)
from xlbudget.model.budget import Budget
from xlbudget.model.finding import Severity
from xlbudget.model.origin import Origin
from xlbudget.workbook.stamp import stamp

_MARK = "xlbudget-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a person asks for: from which campaign, to which, and where the data goes."""

    campaign: Path
    new_campaign: Path
    district: Path | None = None  # None: the copy in the campaign's folder
    output: Path | None = None
    register: str | None = None
    template: Path | None = None
    due: date | None = None
    force: bool = False
    dry_run: bool = False
    as_json: bool = False

    @property
    def data(self) -> Path:
        """The folder that next year's data goes to."""
        return self.output or self.new_campaign / "data"


@dataclass(frozen=True, slots=True)
class _Made:
    facts: CampaignFacts
    rolled: Rolled
    backup: Path | None = None


def roll(order: Order, at: datetime) -> None:
    """Write next year's campaign and data, and say what leaves and what is to be looked at.

    Raises:
        FileError: There is no such campaign or data, or the new ones cannot go where they should.
        BudgetError: The district's data has fatal findings.
        ShapeError: The data is not that of the campaign's fiscal year.

    """
    folder = campaign_folder(order.campaign)
    district = order.district or folder.district
    _check_places(order, folder, district)
    budget, lines = district_data(folder, order.district)
    _check_year(budget, folder.facts, district)
    facts = next_facts(folder.facts, order.due)
    with opened(folder, order.register, at) as register, TemporaryDirectory(prefix=_MARK) as room:
        with working("Taking the answers that count"):
            campaign_id, missing = folder.facts.campaign_id, Missing.LAST_YEAR
            data = Origin(file=str(district))
            ground = ground_of(register, campaign_id, budget, data, missing=missing, lines=lines)
            parts = partial(merged_parts, register, ground)
            rolled = next_budget(ground, parts, lines, day_of(at))
        made, place = _Made(facts, rolled), Path(room, "data")
        if rolled.found.counts.get(Severity.FATAL):
            put_findings(stderr(), rolled.found.told)
            next_step("mend what is fatal, then run the same command again. Nothing was written.")
            raise typer.Exit(ExitCode.INVALID)
        save_next(rolled, place)
        check_folder(place, order.data, force=order.force)
        with _template(order, folder) as template:
            check_new(CampaignFolder(order.new_campaign, facts), template)
            if not order.dry_run:
                new_campaign(order.new_campaign, facts, template)
                made = _Made(facts, rolled, put_folder(place, order.data, at, force=order.force))
    _show(made, order)


@contextmanager
def _template(order: Order, folder: CampaignFolder) -> Iterator[Path]:
    """Give this year's template, or the one that is named with its structure stamped as right."""
    if order.template is None:
        yield folder.template
        return
    with TemporaryDirectory() as place:
        stamped = Path(place) / TEMPLATE
        with told_in_words(order.template):
            stamp(order.template, stamped)
        yield stamped


def _check_places(order: Order, folder: CampaignFolder, district: Path) -> None:
    old = {realpath(order.campaign), realpath(district)}
    for place in (order.new_campaign, order.data):
        if realpath(place) in old:
            raise ExistingFileError(
                saw="Next year's would take the place of this year's",
                wants="This year's campaign and data stay as they are",
                fix="Choose another folder",
                place=str(place),
            )
    template = order.template or folder.template
    if not template.is_file():
        raise MissingFileError(
            saw="There is no such template",
            wants="A campaign starts from a workbook that every school's is made from",
            fix="Name the template's file with --template",
            place=str(template),
        )


def _check_year(budget: Budget, facts: CampaignFacts, district: Path) -> None:
    year = budget.district.base_fiscal_year
    if year != facts.base_fiscal_year:
        raise ShapeError(
            saw=f"The data's plan begins in FY{year}, the campaign's in FY{facts.base_fiscal_year}",
            wants="Next year follows from the data that the campaign was issued from",
            fix="Name that data with --district",
            place=str(district),
        )


def _show(made: _Made, order: Order) -> None:
    if order.as_json:
        facts = rolled_json(made.facts, made.rolled)
        facts |= {
            "campaign": str(order.new_campaign),
            "data": str(order.data),
            "written": not order.dry_run,
            "backup": str(made.backup) if made.backup else None,
            "findings": found_json(made.rolled.found),
        }
        put_json(sys.stdout, facts)
    else:
        put_rolled(made.facts, made.rolled)
    say(f"Findings in the new data: {made.rolled.found.in_words}.")
    if made.backup is not None:
        say(f"The folder that stood there is kept as {made.backup.name}.")
    if order.dry_run:
        next_step("run the same command without --dry-run; nothing was written.")
        return
    data, campaign = shown_path(order.data), shown_path(order.new_campaign)
    say(f"Written: {data} and {campaign}. {shown_path(order.campaign)} stays as it is.")
    next_step(f"look through {data}, then issue: xlbudget issue {data} {campaign}")
