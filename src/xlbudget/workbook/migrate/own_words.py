"""What the new workbook writes itself, so that it is no input of a person in the old one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from xlbudget.sheets.layout import Layout
from xlbudget.sheets.plan import Book
from xlbudget.workbook.fill.plan_cells import plan_cells
from xlbudget.workbook.fill.value import plain
from xlbudget.workbook.read import Value


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a new workbook writes itself.

    Attributes:
        texts: Its texts, wherever they stand.
        numbers: The title of a sheet with each number on it.
        headers: The headers of each table.

    """

    texts: frozenset[str]
    numbers: frozenset[tuple[str, float]]
    headers: Mapping[str, frozenset[str]]

    def has(self, sheet: str, value: Value) -> bool:
        """Return whether the new workbook says the same: a text anywhere, a number on its sheet."""
        if isinstance(value, str):
            return value.strip() in self.texts
        return isinstance(value, (float, int)) and (sheet, float(value)) in self.numbers


def own_words(plan: Book) -> OwnWords:
    """Return what a new workbook writes itself, its formulas aside."""
    texts = set(_headings(plan))
    numbers = set()
    for cell in plan_cells(Layout(plan)):
        value = None if cell.formula else plain(cell.value)
        if isinstance(value, str):
            texts.add(value.strip())
        elif value is not None:
            numbers.add((cell.sheet, float(value)))
    headers = {
        table.name: frozenset(column.header for column in table.columns)
        for sheet in plan.sheets
        for table in sheet.tables
    }
    return OwnWords(frozenset(texts), frozenset(numbers), headers)


def _headings(plan: Book) -> Iterator[str]:
    for sheet in plan.sheets:
        yield from (sheet.title, sheet.says)
        yield from (headline.label for headline in sheet.headlines)
        for table in sheet.tables:
            yield from (table.heading, table.says)
            yield from (column.header for column in table.columns)
