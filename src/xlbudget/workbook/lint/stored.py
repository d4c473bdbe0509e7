"""Stored results: plain sums that do not add up, and results unlike those of a recalculation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlbudget.workbook.lint.area import area_of
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.lint.subject import Subject
from xlbudget.workbook.read import NOT_CALCULATED, Value

HALF_A_CENT = 0.005
_SUM = re.compile(r"SUM\((\$?[A-Z]{1,3}\$?\d{1,7}:\$?[A-Z]{1,3}\$?\d{1,7})\)")
_LARGEST = 20_000


def differing(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """Give the plain sums whose stored result is not the sum of the stored cells."""
    for leaf in subject.leaves:
        for ref, formula in leaf.sheet.cells.formulas.items():
            found = _SUM.fullmatch(formula) if formula.startswith("SUM(") else None
            stored = leaf.sheet.cells.values.get(ref)
            if found is None or not isinstance(stored, float):
                continue
            truth = _sum(leaf, found[1])
            if truth is not None and abs(truth - stored) > max(HALF_A_CENT, 1e-9 * abs(truth)):
                yield (
                    leaf.name,
                    ref,
                    f"={formula} shows {stored:,.2f}; its cells add up to {truth:,.2f}",
                )


def unlike(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """Give the formulas whose stored result is not what another program calculated.

    Numbers may differ by half a cent; of large ones, by their ninth digit.
    """
    if subject.recalculated is None:
        return
    anew = {sheet.name.casefold(): sheet.cells.values for sheet in subject.recalculated.sheets}
    for leaf in subject.leaves:
        stored, truths = leaf.sheet.cells.values, anew.get(leaf.name.casefold())
        for ref in leaf.sheet.cells.formulas if truths is not None else ():
            value, truth = stored.get(ref), (truths or {}).get(ref)
            if value is not NOT_CALCULATED and not _is_same(value, truth):
                saw = f"{_said(value)} is stored; calculated anew it is {_said(truth)}"
                yield leaf.name, ref, saw


def _is_same(value: Value, truth: Value) -> bool:
    if isinstance(value, float | bool) and isinstance(truth, float | bool):
        return abs(value - truth) <= max(HALF_A_CENT, 1e-9 * abs(truth))
    return _text(value) == _text(truth)


def _said(value: Value) -> str:
    return f"{value:,.2f}" if isinstance(value, float) else repr(_text(value))


def _text(value: Value) -> str:
    return "" if value is None else str(value)


def _sum(leaf: Leaf, text: str) -> float | None:
    area = area_of(text)
    if area is None or (area.bottom - area.top + 1) * (area.right - area.left + 1) > _LARGEST:
        return None
    values, grid = leaf.sheet.cells.values, leaf.grid
    refs = (
        grid.get((row, column))
        for row in range(area.top, area.bottom + 1)
        for column in range(area.left, area.right + 1)
    )
    held = [values[ref] for ref in refs if ref is not None]
    numbers = [value for value in held if isinstance(value, float)]
    others = [
        value for value in held if value is not None and not isinstance(value, float | str | bool)
    ]
    return None if others else sum(numbers)
