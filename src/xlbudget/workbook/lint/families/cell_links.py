"""Links between cells: straight to the figure, which is calculated once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlbudget.model.finding import Severity
from xlbudget.sheets.plan import Role
from xlbudget.workbook.lint.anatomy import ARITHMETIC, anatomy
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.lint.profile import ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.subject import Subject

CELL_LINKS = Family()
_W, _I = Severity.WARNING, Severity.INFORMATION
_LINK = re.compile(r"(?:('(?:[^']|'')*'|[\w.]+)!)?\$?([A-Z]{1,3})\$?(\d+)")
_LEAST_SHARED = 12


@CELL_LINKS.rule(
    "F11",
    "Link to a link",
    ours(_W, _I),
    wants="A link leads to where the figure is made, not to another link",
    fix="Point it to the first cell of the chain",
    source="FAST 3.06-02",
)
def _chains(subject: Subject) -> Iterator[Fault]:
    for leaf, pattern in subject.patterns():
        target = _target(subject, leaf, pattern.formula)
        if target is None:
            continue
        further = _target(subject, target[0], target[0].sheet.cells.formulas.get(target[1], ""))
        if further and not leaf.name == target[0].name == further[0].name:
            saw = f"={pattern.formula} leads to {target[0].name}!{target[1]}, itself a link"
            yield Fault(saw + pattern.also, leaf.name, pattern.where)


@CELL_LINKS.rule(
    "F12",
    "Calculated twice",
    ours(_W, _I),
    wants="Each figure is calculated once; where else it is needed, a link leads there",
    fix="Keep the first, and let the second be a link to it",
    source="FAST 1.01-07; ICAEW principle 15",
)
def _twice(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        seen: dict[str, str] = {}
        for ref, formula in leaf.sheet.cells.formulas.items():
            if len(formula) < _LEAST_SHARED or "[" in formula or '"' in formula:
                continue
            if seen.setdefault(formula, ref) == ref:
                continue
            parts = anatomy(formula)
            if parts.calls and any(":" in text for _, text in parts.cells):
                saw = f"={formula[:80]} is calculated in {seen[formula]} already"
                yield Fault(saw, leaf.name, ref)


@CELL_LINKS.rule(
    "F18",
    "Reckoning across sheets",
    ours(_W, _I),
    wants="A figure of another sheet is fetched by a link or a table's column, then reckoned with",
    fix="Put a link to the figure on this sheet, and reckon with the link",
    source="FAST 2.02",
)
def _across(subject: Subject) -> Iterator[Fault]:
    for leaf, pattern in subject.patterns():
        parts = pattern.parts
        foreign = [text for sheet, text in parts.cells if sheet and sheet != leaf.name]
        if subject.role(leaf) == Role.CHECK:
            continue  # a check is there to compare sheets
        if len(foreign) > 1 and parts.signs & ARITHMETIC and not parts.calls:
            saw = f"={pattern.formula[:80]} reckons with cells of other sheets{pattern.also}"
            yield Fault(saw, leaf.name, pattern.where)


def _target(subject: Subject, leaf: Leaf, formula: str) -> tuple[Leaf, str] | None:
    """Return the cell that a formula is nothing but a link to."""
    found = _LINK.fullmatch(formula)
    if found is None:
        return None
    sheet = subject.leaf(found[1].strip("'").replace("''", "'")) if found[1] else leaf
    return (sheet, f"{found[2]}{found[3]}") if sheet else None
