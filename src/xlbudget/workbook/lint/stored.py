"""Stored results that can be checked without calculating: plain sums and links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlbudget.workbook.lint.area import area_of
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.lint.subject import Subject

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
