"""What people wrote beside the results of the old workbook: explanations, and a scenario chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from xlbudget.analysis.scenarios import in_order
from xlbudget.model import Scenario
from xlbudget.sheets.check import Explanation
from xlbudget.sheets.checks import TABLE as CHECKS
from xlbudget.sheets.plan import Book as Plan
from xlbudget.sheets.plan import Cell
from xlbudget.sheets.remarks import Remarks
from xlbudget.sheets.scenario_choice import CHOICE, INPUT, SAID, usual_place
from xlbudget.workbook.intake.cell_text import day_text, id_in, number_text
from xlbudget.workbook.intake.find_tables import find_named
from xlbudget.workbook.intake.found_table import FoundTable
from xlbudget.workbook.intake.grid import address
from xlbudget.workbook.intake.headings import plain
from xlbudget.workbook.migrate.item import Item
from xlbudget.workbook.read import Book

_ID, _WHY, _BY, _DAY = "Check", "Explanation", "By", "Date"
_WANTED = {
    CHECKS: ("Checks", (_ID, "Kind", "What must hold", _WHY, _BY, _DAY)),
    CHOICE: ("Scenarios", (INPUT, SAID)),
}
_DASHES = 2  # of a day, as in 2026-05-01


@dataclass(frozen=True, slots=True)
class Written:
    """A cell in which somebody wrote something beside the results.

    Attributes:
        check: The id of its check; "" for the choice of a scenario.
        header: The heading of its column.
        place: Its sheet and address.
        value: What it holds; None for nothing, an error, or what is not calculated.
        said: The same in words.
        formula: Its formula with the equals sign; "" when it has none.

    """

    check: str
    header: str
    place: tuple[str, str]
    value: Cell
    said: str
    formula: str


def written_beside(book: Book) -> tuple[Written, ...]:
    """Return what people wrote beside the results of a workbook; the choice even if it is blank."""
    found = find_named(book, _WANTED)
    checks, choice = found.get(CHECKS), found.get(CHOICE)
    cells = list(_of_checks(checks)) if checks else []
    if choice and (column := _column(choice, INPUT)):
        cells.append(_written(choice, (choice.first_row, column), "", INPUT))
    return tuple(cells)


def remarks_of(written: Sequence[Written], scenarios: Sequence[Scenario]) -> Remarks:
    """Return what the new workbook has beside its results.

    Args:
        written: What people wrote in the old one.
        scenarios: The scenarios of the budget.

    """
    cells = {(cell.check, cell.header): cell.value for cell in written if cell.check}
    explanations = {
        check: Explanation(*(cells.get((check, header)) for header in (_WHY, _BY, _DAY)))
        for check, _ in cells
    }
    choice = next((cell for cell in written if not cell.check), None)
    return Remarks(explanations, None if choice is None else _scenario(choice.said, scenarios))


def carried(
    written: Sequence[Written], remarks: Remarks, checks: Collection[str], usual: str
) -> Iterator[Item]:
    """Yield what is carried: explanations, and a scenario that is not the usual one.

    Args:
        written: What people wrote in the old workbook.
        remarks: What of it the new one takes.
        checks: The ids of the checks of the new one.
        usual: The scenario that it would have otherwise.

    """
    for cell in written:
        if cell.check in checks and cell.value is not None:
            yield _item(cell, f"{cell.header} of the check {cell.check}")
        elif not cell.check and remarks.scenario not in {None, usual}:
            yield _item(cell, "The scenario beside the adopted plan")


def left_behind(
    written: Sequence[Written], remarks: Remarks, checks: Collection[str]
) -> Iterator[Item]:
    """Yield what is not carried, and formulas of which the value is.

    Args:
        written: What people wrote in the old workbook.
        remarks: What of it the new one takes.
        checks: The ids of the checks of the new one.

    """
    for cell in written:
        if cell.check and cell.check not in checks:
            yield _item(cell, f"{cell.header} of the check {cell.check}, which there is no more")
        elif not cell.check and remarks.scenario is None:
            yield _item(cell, "The scenario beside the adopted plan, which there is no more")
        elif cell.formula:
            carries = cell.value is not None
            what = "A formula; its value is carried" if carries else "A formula without a value"
            yield Item(cell.place[0], what, cell.place[1], cell.formula)
        elif cell.check and cell.value is None:
            yield _item(cell, f"{cell.header} of the check {cell.check} shows an error")


def checks_of(plan: Plan) -> frozenset[str]:
    """Return the ids of the checks of a workbook."""
    tables = (table for sheet in plan.sheets for table in sheet.tables)
    return frozenset(row.key for table in tables if table.name == CHECKS for row in table.rows)


def usual_scenario(scenarios: Sequence[Scenario]) -> str:
    """Return the id of the scenario that stands beside the adopted plan at first."""
    order = in_order(scenarios)
    return order[usual_place(len(order)) - 1].scenario_id


def _of_checks(found: FoundTable) -> Iterator[Written]:
    ids = _column(found, _ID)
    columns = [(header, at) for header in (_WHY, _BY, _DAY) if (at := _column(found, header))]
    for row in range(found.first_row, found.last_row + 1):
        check = found.grid.value(row, ids) if ids else None
        for header, column in columns:
            if isinstance(check, str) and found.grid.value(row, column) is not None:
                yield _written(found, (row, column), check.strip(), header)


def _written(found: FoundTable, at: tuple[int, int], check: str, header: str) -> Written:
    grid = found.grid
    value, formula = grid.value(*at), grid.formula(*at)
    held: Cell = value if isinstance(value, (str, float)) else None
    said = "" if value is None else str(value)
    if isinstance(value, float) and not isinstance(value, bool):
        said = (day_text(value, grid) if grid.is_date(*at) else "") or number_text(value)
        held = date.fromisoformat(said) if said.count("-") == _DASHES else value
    place = found.sheet, address(*at)
    return Written(check, header, place, held, said, f"={formula}" if formula else "")


def _column(found: FoundTable, header: str) -> int:
    """Return the column of a heading, 0 for none."""
    return next((at for at, text in found.headings.items() if plain(text) == plain(header)), 0)


def _scenario(chosen: str, scenarios: Sequence[Scenario]) -> str | None:
    """Return the id that a choice means, by the id or the name; "" for a blank, None for none."""
    if not chosen.strip():
        return ""
    known = {scenario.name.strip().casefold(): scenario.scenario_id for scenario in scenarios}
    known |= {scenario.scenario_id.casefold(): scenario.scenario_id for scenario in scenarios}
    return known.get(id_in(chosen).casefold(), known.get(chosen.strip().casefold()))


def _item(cell: Written, what: str) -> Item:
    sheet, ref = cell.place
    return Item(sheet, what, ref, cell.said)
