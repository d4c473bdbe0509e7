"""The command consolidate: preview, confirmation, then the district's workbook and tables."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import typer

from xlbudget.distribution.campaign import CampaignFolder
from xlbudget.distribution.consolidate.consolidation import (
    Done,
    Targets,
    consolidate,
    is_done,
    targets_for,
)
from xlbudget.distribution.consolidate.ground import Missing
from xlbudget.distribution.consolidate.preview import Preview, preview_of
from xlbudget.distribution.consolidate.summarized import MOST_LINES, MOST_SCHOOLS
from xlbudget.hosts.as_json import put_json
from xlbudget.hosts.campaign import campaign_folder, district_data, opened, who
from xlbudget.hosts.consolidate_json import consolidation_json
from xlbudget.hosts.consolidate_shown import put_preview
from xlbudget.hosts.exits import ExitCode
from xlbudget.hosts.given import is_book
from xlbudget.hosts.shown import put_findings
from xlbudget.hosts.terminal import next_step, put, say, shown_path, stderr, stdout, working
from xlbudget.model.line_item import LineItem
from xlbudget.model.origin import Origin
from xlbudget.model.tables import table_of

SUMS = (
    "{lines:,} lines of {schools:,} schools are more than a workbook holds one by one ({most:,} "
    "lines, {most_schools:,} schools): its Line items are sums with the same totals, and every "
    "line and school stands in {folder}."
)
UNTOLD = "{count:,} of them are like others of their kind, and are only counted."
NOTHING_NEW = "Nothing is new since the last consolidation; its files stand as they were written."


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a person asks for: which campaign, with which district's data, into what, and how."""

    campaign: Path
    district: Path | None = None  # None: the copy in the campaign's folder
    register: str | None = None
    output: Path | None = None
    tables: Path | None = None
    missing: str = Missing.LEAVE_OUT
    by: str | None = None
    yes: bool = False
    force: bool = False
    dry_run: bool = False
    as_json: bool = False


def consolidate_campaign(order: Order, at: datetime) -> None:
    """Show what a campaign comes to, and write it; exit with 3 when a finding is fatal.

    Raises:
        MissingFileError: There is no such campaign, register or district.
        BudgetError: The district's data has fatal findings.
        FileError: A file cannot be written, or stands there already.

    """
    folder = campaign_folder(order.campaign)
    district = order.district or folder.district
    budget, lines = district_data(folder, order.district)
    with opened(folder, order.register, at) as register:
        with working("Putting the answers together"):
            preview = preview_of(
                folder,
                register,
                budget,
                _origin(district),
                missing=Missing(order.missing),
                most=MOST_LINES,
                lines=lines,
            )
        targets = targets_for(preview, order.output or _default(folder), order.tables)
        if not order.as_json:
            put_preview(stdout(), preview)
        if preview.is_fatal:
            _refuse(preview, order, targets)
        done = None
        if is_done(preview, targets):
            done = Done((), (), is_new=False)
        elif not order.dry_run:
            _ask(order)
            folder.make_rooms()
            with working(f"Writing {targets.book}"):
                by, force = who(order.by), order.force
                done = consolidate(preview, folder, register, targets, force=force, by=by, at=at)
        _tell(preview, order, targets, done)


def _ask(order: Order) -> None:
    """Ask a person at a terminal whether to write; end the command when not."""
    if order.yes or not _is_asked() or typer.confirm("Write it?", err=True):
        return
    say("Nothing was written.")
    raise typer.Exit(ExitCode.OK)


def _is_asked() -> bool:
    """Return whether a person sits at a terminal, who can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _tell(preview: Preview, order: Order, targets: Targets, done: Done | None) -> None:
    if order.as_json:
        put_json(sys.stdout, consolidation_json(preview, targets, done))
    else:
        put(stdout(), str(targets.book))
    say(f"Findings: {preview.sum.found.in_words}.")
    if preview.sum.found.untold:
        say(UNTOLD.format(count=preview.sum.found.untold))
    say(preview.sum.words)
    if not preview.sum.is_whole:
        say(_sums_in_words(preview, targets))
    if done is None:
        say("A dry run: nothing was written.")
        next_step("run the same command without --dry-run.")
    elif done.files:
        _tell_written(done, targets)
    else:
        say(NOTHING_NEW)
        next_step("collect what has come since, then consolidate again.")


def _sums_in_words(preview: Preview, targets: Targets) -> str:
    return SUMS.format(
        lines=preview.sum.lines,
        schools=len(preview.sum.schools),
        most=MOST_LINES,
        most_schools=MOST_SCHOOLS,
        folder=targets.tables,
    )


def _tell_written(done: Done, targets: Targets) -> None:
    count = len(done.files)
    say(f"Written: {count} file{'s' * (count != 1)}.")
    for backup in done.backups:
        say(f"The file that stood there is kept as {backup.name}.")
    next_step(
        f"open {shown_path(targets.book)}: Schools status tells who is in it, and Sources where "
        "each line came from."
    )


def _refuse(preview: Preview, order: Order, targets: Targets) -> None:
    if order.as_json:
        put_json(sys.stdout, consolidation_json(preview, targets, None))
    put_findings(stderr(), preview.sum.found.told)
    next_step("mend what is fatal, then run the same command again. Nothing was written.")
    raise typer.Exit(ExitCode.INVALID)


def _origin(district: Path) -> Origin:
    table = table_of(LineItem)
    sheet = table.sheet if is_book(district) else table.file
    return Origin(file=district.resolve().name, sheet=sheet)


def _default(folder: CampaignFolder) -> Path:
    return folder.path(f"{folder.results.name}/{folder.facts.campaign_id}-budget.xlsx")
