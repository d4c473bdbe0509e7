"""The defined names of a workbook."""

from __future__ import annotations

from dataclasses import dataclass

from xlbudget.workbook.contents import Contents


@dataclass(frozen=True, slots=True)
class DefinedName:
    """A name, and what it stands for.

    Attributes:
        name: The name; spreadsheets do not tell its large letters from its small ones.
        refers: What it stands for, without an equals sign.
        sheet: The only sheet that knows it; None when the whole workbook does.
        is_hidden: Whether people do not see it in the list of names.

    """

    name: str
    refers: str
    sheet: str | None = None
    is_hidden: bool = False


def names_of(contents: Contents) -> tuple[DefinedName, ...]:
    """Return the defined names, in their order."""
    tabs = [sheet.facts.get("name", "") for sheet in contents.all("sheet")]
    return tuple(
        DefinedName(
            element.facts.get("name", ""),
            element.text,
            _sheet(tabs, element.facts.get("localSheetId")),
            element.facts.get("hidden") in {"1", "true"},
        )
        for element in contents.all("definedName")
    )


def _sheet(tabs: list[str], number: str | None) -> str | None:
    """Return the sheet of a local name; "" when there is no such sheet."""
    if number is None:
        return None
    is_there = number.isdecimal() and len(number) < len(str(len(tabs))) + 1
    return tabs[int(number)] if is_there and int(number) < len(tabs) else ""
