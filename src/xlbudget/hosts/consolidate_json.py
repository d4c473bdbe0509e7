"""A consolidation as JSON with stable keys, for other programs; money is text, to the cent."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from xlbudget.distribution.consolidate.consolidation import Done, Targets
from xlbudget.distribution.consolidate.found import Found
from xlbudget.distribution.consolidate.preview import Preview
from xlbudget.distribution.consolidate.totals import KINDS, Cents, Totals, rows_of
from xlbudget.hosts.as_json import findings_json
from xlbudget.model.finding import Severity
from xlbudget.model.school_standing import LeftOut, SchoolStanding


def consolidation_json(
    preview: Preview, targets: Targets, done: Done | None
) -> Mapping[str, object]:
    """Return what a consolidation comes to, and what was written; None: nothing was."""
    years = preview.sum.totals.years
    return {
        "path": str(targets.book),
        "tables": str(targets.tables) if targets.tables else None,
        "written": [str(path) for path in done.files] if done else [],
        "backups": [str(path) for path in done.backups] if done else [],
        "new": done.is_new if done else False,
        "digest": preview.ground.digest,
        "in_words": preview.sum.words,
        "years": list(years),
        "lines": preview.sum.lines,
        "schools": [_school(one) for one in preview.sum.schools],
        "left_out": [_left_out(one) for one in preview.sum.left_out],
        "totals": {kind: _totals(kind, preview) for kind in KINDS},
        "findings": found_json(preview.sum.found),
    }


def found_json(found: Found) -> Mapping[str, object]:
    """Return the findings with the count of all of them, also of those that are not told."""
    fatal, warnings, remarks = (found.counts.get(severity, 0) for severity in Severity)
    counts = {"fatal": fatal, "warnings": warnings, "remarks": remarks}
    return findings_json(found.told) | counts | {"in_words": found.in_words}


def _totals(kind: str, preview: Preview) -> list[Mapping[str, object]]:
    years = preview.sum.totals.years
    previous = _by_key(kind, preview.sum.totals, preview.previous)
    return [
        {
            "key": row.key,
            "amounts": _by_year(row.now, years),
            "issued": _by_year(row.before, years),
            "previous": _by_year(previous[row.key], years) if row.key in previous else None,
        }
        for row in rows_of(kind, preview.sum.totals, preview.issued)
    ]


def _by_key(kind: str, now: Totals, before: Totals | None) -> Mapping[str, Cents]:
    if before is None:
        return {}
    return {row.key: row.before for row in rows_of(kind, now, before)}


def _school(one: SchoolStanding) -> Mapping[str, object]:
    return {
        "school_id": one.school_id,
        "name": one.name,
        "state": one.state,
        "in_the_budget": one.counted.value,
        "file": one.file,
        "received": one.received.isoformat() if one.received else None,
        "lines": one.lines,
        "year_1": _money(one.year_1),
        "allocated": _money(one.allocated),
        "remaining": _money(one.remaining),
        "total": _money(one.total),
        "rejected": one.rejected,
        "warnings": one.warnings,
        "to_do": one.to_do,
    }


def _left_out(one: LeftOut) -> Mapping[str, object]:
    return {
        "school_id": one.school_id,
        "line_id": one.line_id,
        "description": one.description,
        "year_1": _money(one.year_1),
        "total": _money(one.total),
        "reason": one.reason,
        "origin": str(one.origin),
    }


def _by_year(cents: Cents, years: tuple[int, ...]) -> Mapping[str, str]:
    pairs = zip(years, cents, strict=True)
    return {str(year): _money(Decimal(amount).scaleb(-2)) for year, amount in pairs}


def _money(amount: Decimal) -> str:
    return f"{amount:.2f}"
