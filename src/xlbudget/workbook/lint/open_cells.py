"""The cells of a sheet that are open to entry, and the columns of tables that are."""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.workbook.lint.area import address
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.lint.subject import Subject
from xlbudget.workbook.read import Table
from xlbudget.workbook.read.address import parted


def open_cells(subject: Subject, leaf: Leaf) -> Iterator[tuple[str, tuple[int, int]]]:
    """Give the unlocked cells of a sheet."""
    styles = leaf.styles
    open_styles = {style for style in set(styles.values()) if not subject.looks.of(style).is_locked}
    for ref, style in styles.items():
        if style in open_styles and (place := parted(ref)):
            yield ref, place


def input_columns(subject: Subject, leaf: Leaf) -> Iterator[tuple[Table, str, str]]:
    """Give the columns of a sheet's tables whose first data cell is open to entry."""
    styles = leaf.styles
    for table, area in leaf.areas:
        for i, column in enumerate(table.columns):
            ref = address(area.top + table.has_header, area.left + i)
            if ref in styles and not subject.looks.of(styles[ref]).is_locked:
                yield table, column.name, ref
