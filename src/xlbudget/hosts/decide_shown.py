"""Decisions and the lines that they are about, for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence

from xlbudget.distribution.decide import DecidedLine, Outcome
from xlbudget.distribution.decided_earlier import DecidedEarlier
from xlbudget.distribution.register.decision import Decision
from xlbudget.hosts.status_json import decision_json, earlier_json
from xlbudget.hosts.status_shown import put_earlier
from xlbudget.hosts.terminal import put, put_table, stdout

_MOST_SHOWN = 40


def put_outcome(outcome: Outcome) -> None:
    """Print what is decided, about which lines, and what they cost."""
    wanted = outcome.wanted
    what = f"{wanted.state.value}: {wanted.reason}"
    if wanted.condition:
        what += f" ({wanted.condition}, until {wanted.due_date})"
    put(stdout(), what[0].upper() + what[1:], accent=True)
    if wanted.rule:
        put(stdout(), f"Rule: {wanted.rule}")
    headers = ("School", "Line", "Description", "Dollars over the plan", "Before", "Now")
    rows = [_row(it) for it in outcome.lines[:_MOST_SHOWN]]
    numbers = tuple(header.startswith("Dollars") for header in headers)
    put_table(stdout(), count_in_words(len(outcome.lines)), headers, rows, numbers=numbers)
    if len(outcome.lines) > _MOST_SHOWN:
        put(stdout(), f"{len(outcome.lines) - _MOST_SHOWN:,} more lines; --json tells all.")
    put(stdout(), f"Together ${outcome.cost:,.2f} over the plan.")


def _row(it: DecidedLine) -> tuple[str, ...]:
    item = it.line.line.item
    before, after = (one.state.value if one else "-" for one in (it.before, it.after))
    return it.line.school_id, item.line_id, item.description, f"{it.cost:,.2f}", before, after


def put_decisions(
    decisions: Sequence[Decision], stand: Sequence[bool], earlier: Sequence[DecidedEarlier]
) -> None:
    """Print every decision and whether it stands, then the lines that changed after theirs."""
    headers = ("School", "Line or rule", "Decided", "Why", "By", "On", "Stands")
    rows = [
        (
            one.school_id or "-",
            one.line_id or one.rule,
            one.state.value,
            _why(one),
            one.by,
            f"{one.at:%Y-%m-%d}",
            "yes" if stands else "no",
        )
        for one, stands in zip(decisions, stand, strict=True)
    ]
    if rows:
        put_table(stdout(), "Decisions", headers, rows, numbers=(False,) * len(headers))
    else:
        put(stdout(), "Nothing has been decided yet.")
    put_earlier(earlier)


def _why(one: Decision) -> str:
    return f"{one.reason}: {one.condition}, until {one.due_date}" if one.condition else one.reason


def outcome_json(campaign_id: str, outcome: Outcome, *, dry_run: bool) -> dict[str, object]:
    """Return the same by stable keys."""
    return {
        "campaign_id": campaign_id,
        "dry_run": dry_run,
        "recorded": 0 if dry_run else outcome.recorded,
        "decision": decision_json(outcome.wanted),
        "dollars": float(outcome.cost),
        "lines": [
            {
                "school_id": it.line.school_id,
                "line_id": it.line.line.item.line_id,
                "description": it.line.line.item.description,
                "dollars": float(it.cost),
                "file": it.line.received_name,
                "sheet": it.line.line.sheet,
                "row": it.line.line.row,
                "before": decision_json(it.before) if it.before else None,
                "now": decision_json(it.after) if it.after else None,
            }
            for it in outcome.lines
        ],
    }


def decisions_json(
    campaign_id: str,
    decisions: Sequence[Decision],
    stand: Sequence[bool],
    earlier: Sequence[DecidedEarlier],
) -> dict[str, object]:
    """Return every decision, whether it stands, and the lines that changed after theirs."""
    return {
        "campaign_id": campaign_id,
        "decisions": [
            {**decision_json(one), "stands": stands}
            for one, stands in zip(decisions, stand, strict=True)
        ],
        "decided_on_an_earlier_version": [earlier_json(one) for one in earlier],
    }


def count_in_words(count: int) -> str:
    """Return how many lines."""
    return "1 line" if count == 1 else f"{count:,} lines"
