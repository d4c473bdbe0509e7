"""Where the figures and words at the head of each sheet of a template stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from xlbudget.sheets.layout import MASTER_ROW, Layout
from xlbudget.workbook.fill.book_values import address
from xlbudget.workbook.fill.plan_cells import MASTER_FORMULA, PlanCell, plan_cells
from xlbudget.workbook.read import Book
from xlbudget.workbook.read.address import parted
from xlbudget.workbook.spelling import spelled

_Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Heads:
    """Where a template has cells that belong to no table.

    Attributes:
        tabs: The tab of each sheet, by its title in the book.
        moved: Row and column of cells that stand elsewhere than in the book, by title and by row
            and column in the book; all count from 0.

    """

    tabs: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[tuple[str, int, int], _Cell] = field(default_factory=dict)

    def at(self, cell: PlanCell) -> tuple[str, str]:
        """Return the tab and address of a cell in the template."""
        row, column = cell.row, cell.column
        if not cell.unit:
            row, column = self.moved.get((cell.sheet, row, column), (row, column))
        return self.tabs[cell.sheet], address(row, column)


def heads_of(layout: Layout, tabs: Mapping[str, str], book: Book) -> Heads:
    """Return where a template has what stands at the head of its sheets.

    All of it is moved with the cell that shows the master check; a figure that is not there is
    looked for by its formula, and takes the words above it along.
    """
    by_sheet: defaultdict[str, list[PlanCell]] = defaultdict(list)
    for cell in plan_cells(layout):
        if not cell.unit:
            by_sheet[cell.sheet].append(cell)
    moved: dict[tuple[str, int, int], _Cell] = {}
    for title, cells in by_sheet.items():
        for cell, place in _places(cells, layout, tabs[title], book):
            if place != (cell.row, cell.column):
                moved[title, cell.row, cell.column] = place
    return Heads(tabs, moved)


def _places(
    cells: list[PlanCell], layout: Layout, tab: str, book: Book
) -> Iterator[tuple[PlanCell, _Cell]]:
    sheet = book.sheet(tab)
    there: defaultdict[str, list[_Cell]] = defaultdict(list)
    for ref, formula in sheet.cells.formulas.items() if sheet else ():
        if place := parted(ref):
            there[spelled(formula)].append((place[0] - 1, place[1] - 1))
    masters = there.get(spelled(MASTER_FORMULA), [])
    down, right = min(masters, default=(MASTER_ROW, 0))
    down -= MASTER_ROW
    figures: dict[_Cell, _Cell] = {}
    for cell in cells:
        if cell.formula:
            found = there.get(spelled(layout.formula(cell.formula, tab)), [])
            usual = (cell.row + down, cell.column + right)
            alone = found[0] if len(found) == 1 else usual
            figures[cell.row, cell.column] = usual if usual in found else alone
    for cell in cells:
        usual = (cell.row + down, cell.column + right)
        below = figures.get((cell.row + 1, cell.column))
        if not cell.formula and below:
            usual = (below[0] - 1, below[1])
        yield cell, figures.get((cell.row, cell.column), usual)
