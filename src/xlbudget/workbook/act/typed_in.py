"""Put edits into a workbook's file: those input cells change, and nothing else does."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import isnan
from pathlib import Path
from typing import TypeAlias

from xlbudget.actions.snapshot import Formula
from xlbudget.errors import InputError
from xlbudget.workbook.act.located import Located
from xlbudget.workbook.changes import Changes
from xlbudget.workbook.contents import read_contents
from xlbudget.workbook.fill import Prepared, Value, prepare
from xlbudget.workbook.fill.fill import filled_copy
from xlbudget.workbook.fill.sheet import Sheet
from xlbudget.workbook.parts import open_package, write_package
from xlbudget.workbook.read import Book

At: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class TypedIn:
    """Edits that are ready to be put into a workbook's file.

    Attributes:
        prepared: The workbook; cells that get or lose a formula have done so in it.
        values: What the cells of the edits hold then, and cells that shared a formula with them.
        retyped: Whether a formula came or went.

    """

    prepared: Prepared
    values: Mapping[At, Value]
    retyped: bool

    def write(
        self,
        out: Path,
        results: Mapping[At, Value] | None = None,
        *,
        settled: Mapping[str, bytes] | None = None,
        parts: Mapping[str, bytes] | None = None,
    ) -> None:
        """Write the workbook with the edits, and with new results of other cells.

        Args:
            out: Where it goes; a file that stands there is replaced.
            results: Results of cells with a formula; None takes one out.
            settled: Parts that take the place of the workbook's.
            parts: Further parts that do.

        """
        prepared = replace(self.prepared, settled=settled or {}, _frames={})
        values = {**(results or {}), **self.values}
        out.write_bytes(filled_copy(prepared, values, parts=parts).data)
        if self.retyped:
            _without_order(out)


def typed_in(
    book: Book, edits: Iterable[Located], results: Mapping[At, Value] | None = None
) -> TypedIn:
    """Return edits ready to be put into a workbook's file: nothing but their cells changes.

    A cell takes a value in place of a formula, or a formula in place of a value.

    Args:
        book: The workbook; it stays as it is.
        edits: What the cells take.
        results: What is known of the results of formulas that are typed in.

    Raises:
        InputError: A cell cannot take its value, or is part of an array formula.

    """
    prepared = prepare(book.path)
    given = {(edit.sheet, edit.cell): edit.value for edit in edits}
    values: dict[At, Value] = {}
    retyped = False
    for at, value in given.items():
        formula = value.text.removeprefix("=") if isinstance(value, Formula) else ""
        if formula or _is_calculated(prepared, at):
            values.update(_set_apart(prepared, at, book, given))
            prepared.find(at, formula)
            retyped = True
        values[at] = (results or {}).get(at) if isinstance(value, Formula) else value
    return TypedIn(prepared, values, retyped)


def _is_calculated(prepared: Prepared, at: At) -> bool:
    sheet = prepared.sheets.get(at[0])
    cell = sheet.cells.get(at[1]) if sheet else None
    in_array = sheet is not None and at[1] in sheet.spilled
    return in_array or (cell is not None and cell.child("f") is not None)


def _set_apart(
    prepared: Prepared, at: At, book: Book, given: Container[At]
) -> Iterator[tuple[At, Value]]:
    """Give the cells that share a cell's formula their own, and yield them with their results.

    Those that are given something else are left out.  Excel writes a formula that was filled down
    only once, in the first of its cells.
    """
    name, ref = at
    sheet = prepared.sheets[name]
    cell = sheet.cells.get(ref)
    formula = cell.child("f") if cell is not None else None
    facts = formula.facts if formula is not None else {}
    if ref in sheet.spilled and facts.get("ref") != ref:
        raise _in_array(at)
    tab = book.sheet(name)
    if facts.get("t") != "shared" or "ref" not in facts or tab is None:
        return
    for other in _sharing(sheet, facts.get("si", ""), ref):
        if (name, other) in given:
            continue
        was = prepared.find((name, other)).was
        prepared.find((name, other), tab.cells.formulas[other])
        yield (name, other), None if isinstance(was, float) and isnan(was) else was


def _sharing(sheet: Sheet, group: str, ref: str) -> Iterator[str]:
    for other, cell in sheet.cells.items():
        found = cell.child("f")
        facts = found.facts if found is not None else {}
        if other != ref and facts.get("t") == "shared" and facts.get("si", "") == group:
            yield other


def _without_order(path: Path) -> None:
    """Take out the order of calculation that Excel keeps: it names cells that have no formula."""
    package = open_package(path, with_macros=True)
    changes = Changes(package, read_contents(package))
    chains = changes.contents.related("calcChain")
    for chain in chains:
        changes.drop(chain.target)
    if chains:
        write_package(package, path, changes.gathered())


def _in_array(at: At) -> InputError:
    return InputError(
        saw=f"The cell {at[1]} is part of an array formula",
        wants="A cell to fill in holds a value of its own, or a formula of its own",
        fix="Replace the array formula by values, then do it again",
        place=at[0],
    )
