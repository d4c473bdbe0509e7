"""What came of an action as JSON with stable keys, for other programs."""

from __future__ import annotations

from pathlib import Path

from xlbudget.actions.as_json import outcome_json, value_json
from xlbudget.hosts.act_edits import Change
from xlbudget.hosts.act_order import Done
from xlbudget.workbook.act.results import Results


def act_json(book: Path | None, done: Done) -> dict[str, object]:
    """Return what came of an action: its outcome, the cells that changed, the files.

    Args:
        book: The workbook; None for an action that needs none.
        done: What came of it.

    """
    saved = done.saved
    return {
        "action": done.verb.name,
        "book": str(book) if book else None,
        "written": str(saved.path) if saved else None,
        "backup": str(saved.backup) if saved and saved.backup else None,
        "kept": str(done.kept.path) if done.kept else None,
        "cells": [_change(change) for change in done.changes],
        "results": _results(done.results),
        "outcome": outcome_json(done.outcome),
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "sheet": change.sheet,
        "cell": change.cell,
        "header": change.header,
        "old": value_json(change.old),
        "new": value_json(change.new),
    }


def _results(results: Results | None) -> dict[str, object] | None:
    if results is None:
        return None
    return {
        "not_stored": len(results.dropped),
        "tables_not_as_counted": list(results.unlike),
        "formulas_not_known": [f"{tab}!{ref}" for tab, ref in results.typed],
    }
