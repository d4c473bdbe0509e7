"""The figures that a workbook shows beside those that are calculated anew from its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from xlbudget.distribution.collect.code import CollectCode
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.sheets.school import my_money
from xlbudget.workbook.read import NOT_CALCULATED, Book, Value
from xlbudget.workbook.read.address import letters_of, parted

_CENT = Decimal("0.01")


def figure_findings(
    book: Book, planned: Sequence[tuple[int, Decimal]], name: str, *, is_altered: bool
) -> Iterator[Finding]:
    """Yield the years whose planned cost the workbook shows otherwise; none when it shows none.

    Args:
        book: The workbook.
        planned: What the lines cost by fiscal year, calculated anew.
        name: The file as it came back.
        is_altered: Whether a formula was typed over, so that figures may have been, too.

    """
    shown = tuple(_shown(book, len(planned)))
    if shown and all(value is NOT_CALCULATED or value is None for _, value in shown):
        yield _finding(name, shown[0][0], "It was saved without figures", Severity.INFORMATION)
        return
    severity = Severity.WARNING if is_altered else Severity.INFORMATION
    for (year, amount), (cell, value) in zip(planned, shown, strict=False):
        if isinstance(value, float) and abs(Decimal(str(value)) - amount) < _CENT:
            continue
        said = f"{value:,.2f} dollars" if isinstance(value, float) else "no figure"
        saw = f"It shows {said} for FY{year}; its lines cost {amount:,.2f} dollars"
        yield _finding(name, cell, saw, severity)


def _finding(name: str, cell: str, saw: str, severity: Severity) -> Finding:
    return CollectCode.FIGURES.about(
        Place(file=name, sheet=my_money.TITLE, cell=cell),
        saw,
        "The figures that count are calculated anew from the lines",
        "Nothing needs to be done, unless somebody typed figures over formulas",
        severity,
    )


def _shown(book: Book, count: int) -> Iterator[tuple[str, Value]]:
    """Yield the cells to the right of the words of planned cost."""
    sheet = book.sheet(my_money.TITLE)
    if sheet is None:
        return
    values = sheet.cells.values
    at = next((ref for ref, value in values.items() if value == my_money.PLANNED), "")
    place = parted(at)
    if place is None:
        return
    row, column = place
    for step in range(1, count + 1):
        cell = f"{letters_of(column + step)}{row}"
        yield cell, values.get(cell)
