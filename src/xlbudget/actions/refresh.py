"""Refresh results: calculate anew, and hold the headline figures against Python's own."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from numbers import Real

from xlbudget.actions.ask import Answers
from xlbudget.actions.explained_cell import held, shown
from xlbudget.actions.outcome import Facts, Outcome
from xlbudget.actions.request import Calculate
from xlbudget.actions.snapshot import Snapshot
from xlbudget.actions.unreadable import unreadable
from xlbudget.sheets.context import context_of
from xlbudget.sheets.plan import Headline
from xlbudget.sheets.summary import TITLE, headlines

NEAR = 1e-9  # part of a figure by which two programs may differ
_HEADERS = ("Figure", "In the workbook", "Computed", "")


def refresh(snapshot: Snapshot, answers: Answers) -> Outcome:  # noqa: ARG001 - asks nothing
    """Return what the workbook shows beside what Python computes, and have it calculated.

    Args:
        snapshot: The workbook, with its headline figures as it was last calculated.
        answers: None are asked for.

    """
    if snapshot.budget is None:
        return unreadable(snapshot)
    figures = headlines(context_of(snapshot.budget, snapshot.findings))
    rows = tuple(_rows(figures, snapshot))
    unlike = [row[0] for row in rows if row[-1]]
    return Outcome(
        says=_says(rows, unlike),
        requests=(Calculate(),),
        facts=(Facts(f"The figures of {TITLE}", _HEADERS, rows),) if rows else (),
    )


def _rows(figures: tuple[Headline, ...], snapshot: Snapshot) -> Iterator[tuple[str, str, str, str]]:
    for figure in figures:
        if figure.label in snapshot.headlines:
            there, computed = snapshot.headlines[figure.label], held(figure.cell)
            mark = "" if _agree(there, computed) else "differs"
            form = figure.form
            yield figure.label, shown(there, form), shown(computed, form), mark


def _says(rows: tuple[tuple[str, ...], ...], unlike: list[str]) -> str:
    if not rows:
        return f"The workbook is calculated anew. It has no figures on {TITLE} to compare."
    if not unlike:
        return f"All {len(rows)} figures of {TITLE} agree with what Python computes."
    differ = "differ" if len(unlike) > 1 else "differs"
    return (
        f"{len(unlike)} of {len(rows)} figures of {TITLE} {differ} from what Python computes: "
        f"{', '.join(unlike)}. The workbook is calculated anew. If a figure still differs then, "
        "a formula was changed: check the workbook."
    )


def _agree(there: object, computed: object) -> bool:
    one, other = _number(there), _number(computed)
    if one is None or other is None:
        return str(there) == str(computed)
    return abs(one - other) <= NEAR * max(1, abs(other))


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, (Real, Decimal)) else None
