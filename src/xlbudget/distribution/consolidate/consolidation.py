"""Consolidate a campaign: write what its preview shows, and record it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from xlbudget.distribution.campaign import CampaignFolder
from xlbudget.distribution.consolidate.district_workbook import district_workbook
from xlbudget.distribution.consolidate.merged import merged_parts
from xlbudget.distribution.consolidate.preview import Preview
from xlbudget.distribution.consolidate.put import Pair, put_files
from xlbudget.distribution.consolidate.tables import write_tables
from xlbudget.distribution.consolidate.totals import plain_totals
from xlbudget.distribution.register.consolidation import Consolidation, record_consolidation
from xlbudget.distribution.register.store.handle import Register
from xlbudget.workbook.save import save_book


@dataclass(frozen=True, slots=True)
class Targets:
    """Where a consolidation goes."""

    book: Path  # the workbook
    tables: Path | None = None  # the folder of Parquet and CSV; None: none are written


def targets_for(preview: Preview, book: Path, tables: Path | None) -> Targets:
    """Return where a consolidation goes: one of very many lines always has its tables, too."""
    if tables is None and not preview.sum.is_whole:
        return Targets(book, book.with_name(f"{book.stem}-tables"))
    return Targets(book, tables)


@dataclass(frozen=True, slots=True)
class Done:
    """What a consolidation wrote."""

    files: tuple[Path, ...]  # those that are new or have changed
    backups: tuple[Path, ...]  # dated copies of those that stood there
    is_new: bool  # whether the register has a new consolidation


def is_done(preview: Preview, targets: Targets) -> bool:
    """Return whether the same was consolidated already into these files, which stand untouched."""
    last, book, tables = preview.last, targets.book, targets.tables
    if last is None or (last.digest, last.file) != (preview.ground.digest, book.name):
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
        pairs = _make(preview, register, targets, Path(beside))
        digests = {target.name: _sha256(made) for made, target in pairs}
        saved = put_files(pairs, force=force, at=at)
    totals = plain_totals(preview.sum.totals) | {"words": preview.sum.words, "files": digests}
    record = Consolidation(
        digest=preview.ground.digest, totals=totals, file=targets.book.name, by=by, at=at
    )
    ids = preview.ground.home.submission_ids
    is_new = record_consolidation(register, campaign_id, record, ids)
    backups = tuple(one.backup for one in saved if one.backup is not None)
    return Done(tuple(one.path for one in saved), backups, is_new)


def _make(preview: Preview, register: Register, targets: Targets, beside: Path) -> list[Pair]:
    """Make the files beside; return each with where it goes."""
    made = beside / targets.book.name
    save_book(district_workbook(preview.sum, preview.ground.campaign_id), made)
    pairs = [(made, targets.book)]
    if targets.tables is not None:
        parts = merged_parts(register, preview.ground)
        files = write_tables(
            parts, preview.sum.schools, preview.ground.budget.district.years, beside
        )
        pairs += [(file, targets.tables / file.name) for file in files]
    return pairs


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
