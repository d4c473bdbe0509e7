"""What a person asks of an action, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from xlbudget.actions.outcome import Outcome
from xlbudget.actions.verb import Verb
from xlbudget.hosts.act_edits import Change
from xlbudget.workbook.act import Kept
from xlbudget.workbook.act.results import Results
from xlbudget.workbook.save import Saved


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a person asks for: which action, on which workbook, answered how, written where."""

    name: str
    book: Path | None
    answers: Mapping[str, str] = field(default_factory=dict)
    suggested: bool = False
    asks: bool = False
    cell: str = ""
    output: Path | None = None
    force: bool = False
    dry_run: bool = False
    as_json: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What came of an action; what was not done is None."""

    verb: Verb
    outcome: Outcome
    changes: tuple[Change, ...] = ()
    results: Results | None = None
    saved: Saved | None = None
    kept: Kept | None = None
