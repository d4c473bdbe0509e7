"""What became of everything in an older workbook, for people and for programs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from xlbudget.hosts.as_json import findings_json, put_json
from xlbudget.hosts.shown import put_findings
from xlbudget.hosts.terminal import next_step, put, put_table, say, shown_path, stderr, stdout
from xlbudget.model.finding import Finding, in_words
from xlbudget.sheets.identity import VERSION
from xlbudget.workbook.intake.held import NOT_HELD
from xlbudget.workbook.migrate import NOT_CARRIED, Item, Migrated
from xlbudget.workbook.save import Saved

_MOST_SHOWN = 40
_LISTS = {
    "moved": "Moved",
    "carried": "Carried beside the inputs",
    "homeless": "Without a place in the new workbook",
    "new": "New in the template",
}


def put_migrated(
    found: Migrated, saved: Saved | None, old: Path, path: Path, *, as_json: bool
) -> None:
    """Show what became of everything.

    Args:
        found: What was found.
        saved: Where the new workbook went; None for a dry run.
        old: The old workbook.
        path: The new one.
        as_json: Whether to give JSON.

    """
    if as_json:
        put_json(sys.stdout, _facts(found, saved, old, path))
    else:
        put(stdout(), str(path))
        for name, title in _LISTS.items():
            _put_list(title, getattr(found, name))
    say(f"From template {found.version} to {VERSION}. Findings: {in_words(found.findings)}.")
    say(f"Not carried: {' '.join(NOT_CARRIED)} {shown_path(old)} keeps them.")
    if saved is not None and saved.backup is not None:
        say(f"The file that stood there is kept as {saved.backup.name}.")
    if saved is None:
        next_step("run the same command without --dry-run; nothing was written.")
    elif found.homeless:
        next_step(f"look through what has no place, then open {shown_path(path)}.")
    else:
        next_step(f"open {shown_path(path)}; every input is in it.")


def put_refused(
    found: Migrated, findings: Sequence[Finding], old: Path, path: Path, *, as_json: bool
) -> None:
    """Show why nothing was written: what is fatal in the old workbook or in the template."""
    if as_json:
        facts = _facts(found, None, old, path)
        put_json(sys.stdout, facts | {"findings": findings_json(findings)})
    put_findings(stderr(), findings)
    next_step("mend what is fatal, then run the same command again. Nothing was written.")


def _put_list(title: str, items: Sequence[Item]) -> None:
    if items:
        rows = [(item.sheet, item.cell, item.what, item.value) for item in items[:_MOST_SHOWN]]
        headers = ("Sheet", "Cell", "What", "Value")
        put_table(stdout(), title, headers, rows, numbers=(False,) * len(headers))
    if len(items) > _MOST_SHOWN:
        put(stdout(), f"{len(items) - _MOST_SHOWN:,} more are told with --json.")


def _facts(found: Migrated, saved: Saved | None, old: Path, path: Path) -> dict[str, object]:
    return {
        "old": str(old),
        "path": str(path),
        "written": saved is not None,
        "backup": str(saved.backup) if saved and saved.backup else None,
        "from_version": found.version,
        "to_version": VERSION,
        **{name: [asdict(item) for item in getattr(found, name)] for name in _LISTS},
        "not_carried": [*NOT_CARRIED, *(f"{what}. {why}" for what, why in NOT_HELD)],
        "findings": findings_json(found.findings),
    }
