"""Freeze a workbook: every cell that calls a function of ours becomes its value, or its twin."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from xlbudget.catalogue import FUNCTIONS
from xlbudget.catalogue.twin import twin_of
from xlbudget.errors import UnreadableFileError
from xlbudget.workbook.changes import Changes
from xlbudget.workbook.contents import read_contents
from xlbudget.workbook.elements import as_text
from xlbudget.workbook.formula import calls, is_ours, own_name
from xlbudget.workbook.freeze_cells import FormulaCell, as_formula, as_value, formula_cells
from xlbudget.workbook.freeze_note import FrozenCell, add_note
from xlbudget.workbook.freeze_rest import (
    Remark,
    carriers,
    drop_links,
    free_tables,
    name_remarks,
    rule_remarks,
)
from xlbudget.workbook.parts import Package, read_part

_DEEPEST = 64
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Frozen:
    """What freezing a workbook comes to.

    Attributes:
        cells: Each cell that was frozen.
        remarks: What else called our functions, and what came of it.
        never_saved: Whether no spreadsheet has saved the workbook since a program wrote it, so
            that the values are those of that program.
        note: The name of the sheet that tells all this; empty where there is nothing to tell.
        changed: The new content of each part that changes; None for one that goes.

    """

    cells: tuple[FrozenCell, ...]
    remarks: tuple[Remark, ...]
    never_saved: bool
    note: str
    changed: Mapping[str, bytes | None]

    @property
    def is_whole(self) -> bool:
        """Whether nothing in the workbook calls our functions any more."""
        return not any(remark.calls_still for remark in self.remarks)


def freeze(package: Package, *, day: date, twins: bool = False) -> Frozen:
    """Return what changes in a workbook so that it needs no add-in.

    Args:
        package: The workbook.
        day: The day that the note tells.
        twins: Whether a cell takes its native twin where there is one, and goes on calculating.

    Raises:
        UnreadableFileError: A cell has no value yet, or the workbook is not sound.

    """
    contents = read_contents(package)
    changes = Changes(package, contents)
    names = carriers(contents)
    sheets = {sheet: read_part(package, part) for sheet, part in contents.sheets.items()}
    cells = tuple(_freeze_cells(changes, sheets, names, twins=twins))
    remarks = (
        *name_remarks(contents, names),
        *_sheet_remarks(changes, sheets, names),
        *drop_links(changes, {cell.formula for cell in cells}),
    )
    calculation = contents.root.child("calcPr")
    asks = calculation is not None and calculation.facts.get("fullCalcOnLoad") in {"1", "true"}
    told = contents.sheets and (cells or remarks)
    note = add_note(changes, cells, remarks, day) if told else ""
    return Frozen(cells, remarks, asks, note, changes.gathered())


def _freeze_cells(
    changes: Changes, sheets: Mapping[str, bytes], names: Collection[str], *, twins: bool
) -> Iterator[FrozenCell]:
    place = changes.package.place
    found = {
        sheet: [cell for cell in formula_cells(data, f"{place}: {sheet}") if _is_ours(cell, names)]
        for sheet, data in sheets.items()
        if _may_call(data, names)
    }
    _check_values(place, found)
    by_value = False
    for sheet, cells in found.items():
        for cell in cells:
            twin = _twin(cell, names) if twins else ""
            by_value = by_value or not twin
            yield _freeze(changes, sheet, sheets[sheet], cell, twin)
    if by_value:
        yield from _freeze_data_tables(changes, sheets)
        for chain in changes.contents.related("calcChain"):
            changes.drop(chain.target)


def _freeze(
    changes: Changes, sheet: str, data: bytes, cell: FormulaCell, twin: str = ""
) -> FrozenCell:
    edits = as_formula(data, cell, twin) if twin else as_value(data, cell)
    changes.edit(changes.contents.sheets[sheet], edits)
    value = "" if cell.value is None else cell.value
    formula = f"{cell.formula} (as in {cell.as_in})" if cell.as_in else cell.formula
    return FrozenCell(sheet, cell.area, formula, value, twin, cell.is_error)


def _freeze_data_tables(changes: Changes, sheets: Mapping[str, bytes]) -> Iterator[FrozenCell]:
    """Freeze every what-if table: it would put its inputs into cells that no longer calculate."""
    for sheet, data in sheets.items():
        if b"dataTable" in data:
            for cell in formula_cells(data, f"{changes.package.place}: {sheet}"):
                if cell.kind == "dataTable":
                    yield _freeze(changes, sheet, data, replace(cell, formula="TABLE()"))


def _sheet_remarks(
    changes: Changes, sheets: Mapping[str, bytes], names: Collection[str]
) -> Iterator[Remark]:
    for sheet, data in sheets.items():
        if _may_call(data, names):
            left = changes.now(changes.contents.sheets[sheet])
            if _may_call(left, names):
                yield from rule_remarks(sheet, left, f"{changes.package.place}: {sheet}", names)
        yield from free_tables(changes, sheet, names)


def _may_call(data: bytes, names: Collection[str]) -> bool:
    """Return whether it is worth while to look into a sheet."""
    words = b"|".join((b"xlb", *(re.escape(as_text(name).encode()) for name in names)))
    return re.search(words, data, re.IGNORECASE) is not None


def _is_ours(cell: FormulaCell, names: Collection[str]) -> bool:
    return cell.kind != "dataTable" and is_ours(cell.formula, names)


def _twin(cell: FormulaCell, names: Collection[str]) -> str:
    """Return the native twin of a cell's formula, where it is sure to give the cell's value."""
    one_cell = cell.area == cell.at and not cell.as_in
    is_number = isinstance(cell.value, float) and not cell.is_error
    return native(cell.formula, names) if one_cell and is_number else ""


def native(formula: str, names: Collection[str] = ()) -> str:
    """Return the native twin of a formula that is one call of ours, or nothing.

    An argument may be such a call in turn.  Within any other function there is no twin: that one
    could have seen a refusal, which the spreadsheet's own functions do not give.
    """
    found = calls(formula)
    if not found or len(found) > _DEEPEST or (found[-1].start, found[-1].end) != (0, len(formula)):
        return ""
    function = FUNCTIONS.get(own_name(found[-1].name))
    arguments = [
        native(text, names) if is_ours(text, names) else text for text in found[-1].arguments
    ]
    told = zip(arguments, found[-1].arguments, strict=True)
    if function is None or any(was and not now for now, was in told):
        return ""
    return twin_of(function, arguments)


def _check_values(place: str, found: Mapping[str, Iterable[FormulaCell]]) -> None:
    """Refuse a workbook whose cells were never calculated with our functions at hand."""
    empty = [
        f"{sheet}!{cell.at}"
        for sheet, cells in found.items()
        for cell in cells
        if cell.value is None
    ]
    if not empty:
        return
    more = f" and {len(empty) - _SHOWN:,} more" if len(empty) > _SHOWN else ""
    counted = "1 cell has" if len(empty) == 1 else f"{len(empty):,} cells have"
    raise UnreadableFileError(
        saw=f"{counted} no value, or only #NAME?: {', '.join(empty[:_SHOWN])}{more}",
        wants="Each cell that calls xlbudget was calculated, and the workbook saved",
        fix="Open it in Excel with the add-in of xlbudget, or in LibreOffice with its extension, "
        "let it calculate, save it, and freeze it again",
        place=place,
    )
