"""The generated page of the actions: each verb with what it does and what it asks."""

from __future__ import annotations

from collections.abc import Iterator

from page_parts import page_text, table_text

from xlbudget.actions.verb import Group, Verb
from xlbudget.actions.verbs import VERBS

_WHERE = {
    Group.PLAN: "## Plan",
    Group.REVIEW: "## Review",
    Group.MENU: "## More",
}


def actions_page() -> str:
    """Return the page of the actions."""
    return page_text(
        "Actions",
        "src/xlbudget/actions/verbs.py",
        "An action is done to a workbook in Excel, by the tab xlbudget, or to its file: "
        "`xlbudget act NAME BOOK`. It changes input cells, or the list on the sheet Findings, and "
        "only after its questions are answered. Before it changes an input it keeps a copy of the "
        "workbook, so that Restore can take it back. What it cannot do it says in words, with the "
        "way out.",
        *_groups(),
        "## What is so for all of them\n\n" + _common(),
    )


def _groups() -> Iterator[str]:
    for group, heading in _WHERE.items():
        verbs = [verb for verb in VERBS if verb.group is group]
        rows = [(verb.label, f"`{verb.name}`", verb.key_tip, verb.tip) for verb in verbs]
        yield f"{heading}\n\n{table_text(('Action', 'Name', 'Keys', 'What it does'), rows)}"
        yield from map(_verb, verbs)


def _verb(verb: Verb) -> str:
    asks = "\n".join(f"- {ask}" for ask in verb.asks)
    told = f"It asks:\n\n{asks}" if asks else "It asks nothing."
    kept = " A copy is kept first." if verb.keeps else ""
    return f"### {verb.label}\n\n{verb.says}{kept}\n\n{told}"


def _common() -> str:
    rows = (
        "A question that is not answered stays open; what is left blank is left out.",
        "An answer that does not do is asked again, with the reason.",
        "A line goes into the first free row. More room: `xlbudget migrate BOOK --spare-lines 50`.",
        "A figure is never typed over: results follow from the inputs.",
    )
    return "\n".join(f"- {row}" for row in rows)
