"""Next year's budget beside this year's, for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence

from xlbudget.distribution.campaign import CampaignFacts
from xlbudget.distribution.roll import Note, Rolled, Topic
from xlbudget.hosts.terminal import put, put_table, stdout

_MOST_SHOWN = 20


def put_rolled(facts: CampaignFacts, rolled: Rolled) -> None:
    """Print what goes on, what leaves and what is to be looked at, by topic."""
    budget = rolled.budget
    years = budget.district.years
    put(stdout(), f"{facts.title}: FY{years[0]} to FY{years[-1]}", accent=True)
    put(
        stdout(),
        f"{rolled.lines:,} lines go on, with ${rolled.carried:,.2f} in FY{years[0] - 1};"
        f" ${rolled.left_out:,.2f} of that year leaves with lines that are named here.",
    )
    put(stdout())
    for topic in Topic:
        notes = [note for note in rolled.notes if note.topic is topic]
        _put_topic(topic, notes, rolled.counts.get(topic, 0))


def _put_topic(topic: Topic, notes: Sequence[Note], count: int) -> None:
    if not notes:
        return
    headers = ("School", "Of", "What", "Dollars this year")
    rows = [
        (
            note.school_id or "-",
            note.subject,
            note.words,
            "-" if note.amount is None else f"{note.amount:,.2f}",
        )
        for note in notes[:_MOST_SHOWN]
    ]
    title = f"{topic.value} ({count})"
    put_table(stdout(), title, headers, rows, numbers=(False, False, False, True))
    if count > _MOST_SHOWN:
        tells = "all" if count == len(notes) else f"the first {len(notes):,}"
        put(stdout(), f"{count - _MOST_SHOWN:,} more; --json tells {tells}.")


def rolled_json(facts: CampaignFacts, rolled: Rolled) -> dict[str, object]:
    """Return the same by stable keys."""
    return {
        "campaign_id": facts.campaign_id,
        "title": facts.title,
        "base_fiscal_year": facts.base_fiscal_year,
        "due_date": facts.due_date.isoformat() if facts.due_date else None,
        "lines": rolled.lines,
        "carried": float(rolled.carried),
        "left_out": float(rolled.left_out),
        "counts": {topic.name.casefold(): count for topic, count in rolled.counts.items()},
        "notes": [
            {
                "topic": note.topic.name.casefold(),
                "school_id": note.school_id,
                "subject": note.subject,
                "words": note.words,
                "dollars": None if note.amount is None else float(note.amount),
            }
            for note in rolled.notes
        ],
    }
