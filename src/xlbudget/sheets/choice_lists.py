"""The drop-down lists of fixed words: one column each, and a name that stands for it."""

from __future__ import annotations

import inspect
from enum import StrEnum

from xlbudget.model import choices
from xlbudget.sheets.plan import Column, Form, Name, Part, Row, Table, ref

YES_NO = ("yes", "no")
TABLE = "Choices"


def choice_lists() -> dict[str, tuple[str, ...]]:
    """Return the words of every list by the list's name."""
    enums = inspect.getmembers(choices, inspect.isclass)
    found = {
        f"{name}List": tuple(item.value for item in kind)
        for name, kind in enums
        if issubclass(kind, StrEnum) and kind is not StrEnum
    }
    return found | {"YesNoList": YES_NO}


def list_for(words: tuple[str, ...]) -> str:
    """Return the name of the list that holds exactly these words."""
    return next(name for name, held in choice_lists().items() if held == words)


def choices_table(extra: dict[str, tuple[str, ...]]) -> Table:
    """Return the table of all lists side by side; ``extra`` adds lists made from the budget."""
    lists = choice_lists() | extra
    height = max(len(words) for words in lists.values())
    columns = tuple(
        Column(header=name, part=Part.LABEL, form=Form.TEXT, width=24) for name in lists
    )
    rows = tuple(
        Row(
            key=str(i),
            cells=tuple(words[i] if i < len(words) else None for words in lists.values()),
        )
        for i in range(height)
    )
    return Table(
        name=TABLE,
        heading="Drop-down lists",
        says="The words that cells of the other sheets take; a list ends at its blank cell.",
        columns=columns,
        rows=rows,
    )


def choice_names(extra: dict[str, tuple[str, ...]]) -> tuple[Name, ...]:
    """Return a defined name for each list, as long as the list is."""
    return tuple(
        Name(name, ref(TABLE, f"0..{len(words) - 1}", name, fixed=True), "Drop-down list.")
        for name, words in (choice_lists() | extra).items()
    )
