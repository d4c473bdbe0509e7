"""What every generated page is made of: its head, its mark, its tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

MARK = "<!-- Made by `make docs` from {source}; do not edit. -->"


def page_text(title: str, source: str, *parts: str) -> str:
    """Return a page: a title, the mark that it is made, and its parts."""
    return "\n\n".join((f"# {title}", MARK.format(source=source), *parts)) + "\n"


def table_text(headers: Sequence[str], rows: Iterable[Sequence[str | None]]) -> str:
    """Return a table."""
    lines = [headers, ["---"] * len(headers), *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def _cell(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")
