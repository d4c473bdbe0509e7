"""What the headline figures of the sheet Summary show, as the workbook was last calculated."""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.actions.snapshot import Value
from xlbudget.sheets.summary import TITLE
from xlbudget.workbook.act.cell_now import shown
from xlbudget.workbook.act.grids import Grids
from xlbudget.workbook.act.standing import Standing
from xlbudget.workbook.intake.grid import Grid
from xlbudget.workbook.intake.headings import plain


def headlines(standing: Standing, grids: Grids) -> dict[str, Value]:
    """Return the headline figures of Summary by their labels; None for one without a result.

    A figure stands below its label, wherever people moved the two.

    Args:
        standing: Where the workbook has its sheets.
        grids: Its cells.

    """
    tab = standing.spots.tabs.get(TITLE)
    if tab is None:
        return {}
    grid = grids[tab]
    there = dict(_words(grid))
    labels = (headline.label for headline in standing.sheet(TITLE).headlines)
    found = ((label, there.get(plain(label))) for label in labels)
    return {label: shown(grid, place[0] + 1, place[1]) for label, place in found if place}


def _words(grid: Grid) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the words of a sheet with their places, from the bottom, so that the first counts."""
    for row in sorted(grid.rows, reverse=True):
        for column, words in grid.words(row).items():
            yield plain(words), (row, column)
