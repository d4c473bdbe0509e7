"""Consolidate a campaign: see what it comes to, then write it and record it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest, sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from xlbudget import __version__
from xlbudget.distribution.campaign import CampaignFolder
from xlbudget.distribution.consolidate.district_workbook import district_workbook
from xlbudget.distribution.consolidate.findings import findings_of_merged
from xlbudget.distribution.consolidate.home import Home, home_of
from xlbudget.distribution.consolidate.merged import Merged, Missing, merge
from xlbudget.distribution.consolidate.put import Pair, put_files
from xlbudget.distribution.consolidate.standings import in_words
from xlbudget.distribution.consolidate.summarized import MOST_LINES
from xlbudget.distribution.consolidate.tables import write_tables
from xlbudget.distribution.consolidate.totals import Totals, plain_totals, totals_from, totals_of
from xlbudget.distribution.register.consolidation import (
    Consolidation,
    consolidations_of,
    record_consolidation,
)
from xlbudget.distribution.register.store.handle import Register
from xlbudget.model.budget import Budget
from xlbudget.model.cost import line_costs
from xlbudget.model.finding import Finding, Severity, worst
from xlbudget.model.origin import Origin
from xlbudget.workbook.write import write_book


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a consolidation comes to, before anything is written.

    Attributes:
        merged: The district's budget with the answers that count.
        findings: What is wrong in it.
        totals: What it comes to.
        issued: What the district's data comes to, which the campaign was issued from.
        previous: What the consolidation before came to; None when there is none.
        words: What the totals hold, and what they leave out.
        digest: Of everything that goes in.
        last: The consolidation before.

    """

    merged: Merged
    findings: tuple[Finding, ...]
    totals: Totals
    issued: Totals
    previous: Totals | None
    words: str
    digest: str
    last: Consolidation | None

    @property
    def is_fatal(self) -> bool:
        """Whether a finding forbids that it is written."""
        return worst(self.findings) is Severity.FATAL

    @property
    def is_whole(self) -> bool:
        """Whether the workbook holds every line; if not, Line items holds sums of them."""
        return len(self.merged.costs) <= MOST_LINES


@dataclass(frozen=True, slots=True)
class Targets:
    """Where a consolidation goes."""

    book: Path  # the workbook
    tables: Path | None = None  # the folder of Parquet and CSV; None: none are written


def targets_for(preview: Preview, book: Path, tables: Path | None) -> Targets:
    """Return where a consolidation goes: one of very many lines always has its tables, too."""
    if tables is None and not preview.is_whole:
        return Targets(book, book.with_name(f"{book.stem}-tables"))
    return Targets(book, tables)


@dataclass(frozen=True, slots=True)
class Done:
    """What a consolidation wrote."""

    files: tuple[Path, ...]  # those that are new or have changed
    backups: tuple[Path, ...]  # dated copies of those that stood there
    is_new: bool  # whether the register has a new consolidation


def preview_of(
    folder: CampaignFolder,
    register: Register,
    budget: Budget,
    data: Origin,
    *,
    missing: Missing = Missing.LEAVE_OUT,
) -> Preview:
    """Return what a campaign comes to; nothing is written.

    Args:
        folder: The campaign's folder.
        register: Its open register.
        budget: The district's budget, which the campaign was issued from.
        data: Where that budget stands.
        missing: What becomes of a school whose answer does not count.

    Raises:
        RegisterError: Collectors change the register all the time while it is read.

    """
    campaign_id = folder.facts.campaign_id
    home = home_of(register, campaign_id)
    merged = merge(budget, home, data, missing=missing)
    kept = consolidations_of(register, campaign_id)
    last = kept[-1].consolidation if kept else None
    years = budget.district.years
    return Preview(
        merged=merged,
        findings=findings_of_merged(merged, folder.facts.base_fiscal_year),
        totals=totals_of(merged.costs, years),
        issued=totals_of(line_costs(budget), years),
        previous=totals_from(last.totals) if last else None,
        words=in_words(merged),
        digest=_digest(folder, budget, data, home, missing),
        last=last,
    )


def is_done(preview: Preview, targets: Targets) -> bool:
    """Return whether the same was consolidated already into these files, which stand untouched."""
    last, book, tables = preview.last, targets.book, targets.tables
    if last is None or (last.digest, last.file) != (preview.digest, book.name):
        return False
    kept: Any = last.totals.get("files", {})
    if tables is not None and len(kept) == 1:
        return False
    places = {name: book if name == book.name else (tables or book.parent) / name for name in kept}
    wanted = places if tables is not None else {book.name: book}
    return book.name in kept and all(
        path.is_file() and _sha256(path) == kept[name] for name, path in wanted.items()
    )


def consolidate(
    preview: Preview,
    folder: CampaignFolder,
    register: Register,
    targets: Targets,
    *,
    force: bool = False,
    by: str,
    at: datetime,
) -> Done:
    """Write a consolidation and record it; what stands there with the same bytes stays.

    Everything is made beside first, so that a fault leaves the files as they were, and a run that
    was killed is completed by the next one.

    Args:
        preview: What it comes to; nothing in it is fatal.
        folder: The campaign's folder.
        register: Its open register.
        targets: Where the files go.
        force: Whether other files that stand there are replaced; dated copies are kept.
        by: Who does it.
        at: Now, with a time zone.

    Raises:
        FileError: A file cannot go where it shall, or stands there already.
        RegisterError: The register does not answer.

    """
    campaign_id = folder.facts.campaign_id
    with TemporaryDirectory(prefix="xlbudget-") as beside:
        pairs = _make(preview, campaign_id, targets, Path(beside))
        digests = {target.name: _sha256(made) for made, target in pairs}
        saved = put_files(pairs, force=force, at=at)
    if targets.book.parent == folder.results:
        # Also what a run left that was ended in the middle.
        for left in folder.results.glob(".xlbudget-*"):
            left.unlink(missing_ok=True)
    totals = plain_totals(preview.totals) | {"words": preview.words, "files": digests}
    record = Consolidation(
        digest=preview.digest, totals=totals, file=targets.book.name, by=by, at=at
    )
    ids = preview.merged.home.submission_ids
    is_new = record_consolidation(register, campaign_id, record, ids)
    backups = tuple(one.backup for one in saved if one.backup is not None)
    return Done(tuple(one.path for one in saved), backups, is_new)


def _make(preview: Preview, origin: str, targets: Targets, beside: Path) -> list[Pair]:
    """Make the files beside; return each with where it goes."""
    book = district_workbook(preview.merged, preview.findings, origin)
    made = beside / targets.book.name
    write_book(book, made)
    pairs = [(made, targets.book)]
    if targets.tables is not None:
        files = write_tables(preview.merged, beside)
        pairs += [(file, targets.tables / file.name) for file in files]
    return pairs


def _digest(
    folder: CampaignFolder, budget: Budget, data: Origin, home: Home, missing: Missing
) -> str:
    """Return a digest of everything that a consolidation is made from."""
    whole = sha256()
    facts = (__version__, folder.facts.campaign_id, missing.value, data, budget)
    parts = (*facts, home.schools, sorted(home.versions.items()), home.decisions, *home.lines)
    for part in parts:
        whole.update(f"{part!r}\n".encode())
    return whole.hexdigest()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
