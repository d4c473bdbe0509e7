"""The formula cells of a sheet part: what they say, and how one becomes its value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import isfinite
from typing import TypeAlias

from openpyxl.formula.tokenizer import TokenizerError
from openpyxl.formula.translate import Translator, TranslatorError

from xlbudget.errors import UnreadableFileError
from xlbudget.workbook.elements import (
    Edit,
    Element,
    as_text,
    elements,
    prefix_of,
    without_facts,
)

Value: TypeAlias = float | str | bool

_TEXT = "str"
_UNKNOWN = "#NAME?"
_LISTED = "(a text of the workbook's list)"
_HOLD_FORMULAS = (b"cm", b"vm")  # what a formula's answer is besides its value
_OF_A_TEXT = (*_HOLD_FORMULAS, b"t")


@dataclass(frozen=True)
class FormulaCell:
    """A cell with a formula.

    Attributes:
        at: Its address, such as "B7".
        formula: Its formula without the equals sign.
        element: Where it stands in its part.
        as_in: The cell whose formula this is, where it could not be moved to this one.

    """

    at: str
    formula: str
    element: Element
    as_in: str = ""

    @property
    def kind(self) -> str:
        """What kind of formula it is: normal, shared, array or dataTable."""
        return self._formula.facts.get("t", "normal")

    @property
    def group(self) -> str:
        """The number of the shared formula that it takes part in, or nothing."""
        return self._formula.facts.get("si", "") if self.kind == "shared" else ""

    @property
    def area(self) -> str:
        """The cells that its formula fills: more than its own only for an array or a table."""
        return self._formula.facts.get("ref", self.at) if self.fills else self.at

    @property
    def fills(self) -> bool:
        """Whether its formula may fill several cells."""
        return self.kind in {"array", "dataTable"}

    @property
    def is_error(self) -> bool:
        """Whether its value is an error."""
        return self.element.facts.get("t") == "e"

    @cached_property
    def value(self) -> Value | None:
        """The value that was stored when the cell was last calculated; None for none."""
        kind = self.element.facts.get("t", "n")
        held = self.element.child("is") if kind == "inlineStr" else self.element.child("v")
        if held is None or (not held.text and kind not in {_TEXT, "inlineStr"}):
            return None
        if kind == "b":
            return held.text.strip() in {"1", "true"}
        if kind == "s":
            return _LISTED
        return _number(held.text) if kind == "n" else None if held.text == _UNKNOWN else held.text

    @property
    def _formula(self) -> Element:
        return next(element for element in self.element.inside if element.name == "f")


@dataclass(frozen=True, slots=True)
class _Head:
    """The first cell of a shared formula, and what moves its formula to the others."""

    cell: FormulaCell
    mover: Translator | None


def formula_cells(data: bytes, place: str) -> list[FormulaCell]:
    """Return the cells of a sheet part that have a formula; shared ones each with its own.

    Raises:
        UnreadableFileError: The part is not sound.

    """
    found = elements(data, ("c", "f", "v", "is"), place, keep=_has_formula)
    cells = [_cell(element, place) for element in found]
    heads = {cell.group: _head(cell) for cell in cells if cell.group and cell.formula}
    return [_own(cell, heads) for cell in cells]


def as_value(data: bytes, cell: FormulaCell) -> Iterator[Edit]:
    """Give the edits that leave a cell its value, to the last digit, and take its formula."""
    element, value = cell.element, cell.element.child("v")
    is_text = element.facts.get("t") == _TEXT and value is not None
    tag = data[element.start : element.opened]
    for formula in element.inside:
        if formula.name == "f":
            yield formula.start, formula.end, b""
    kept = without_facts(tag, _OF_A_TEXT if is_text else _HOLD_FORMULAS)
    if is_text and value is not None:
        kept = kept.removesuffix(b">") + b' t="inlineStr">'
        prefix = prefix_of(data, element)
        words = data[value.opened : value.closed].decode()
        text = f'<{prefix}is><{prefix}t xml:space="preserve">{words}</{prefix}t></{prefix}is>'
        yield value.start, value.end, text.encode()
    if kept != tag:
        yield element.start, element.opened, kept


def as_formula(data: bytes, cell: FormulaCell, formula: str) -> Iterator[Edit]:
    """Give the edits that give a cell another formula and leave it its value."""
    for old in cell.element.inside:
        if old.name == "f":
            prefix = prefix_of(data, old)
            tag = data[old.start : old.opened].removesuffix(b"/>").removesuffix(b">")
            if cell.group:
                tag = without_facts(tag, (b"t", b"si", b"ref"))
            new = b"%b>%b</%bf>" % (tag, as_text(formula).encode(), prefix.encode())
            yield old.start, old.end, new


def _has_formula(element: Element) -> bool:
    return element.name == "c" and element.child("f") is not None


def _cell(element: Element, place: str) -> FormulaCell:
    at = element.facts.get("r", "")
    formula = element.child("f")
    if not at or formula is None:
        raise UnreadableFileError(
            saw="A cell with a formula has no address",
            wants="Each cell of a sheet has its address, such as B7",
            fix="Open the workbook in Excel or LibreOffice and save it anew",
            place=place,
        )
    return FormulaCell(at, formula.text.strip(), element)


def _own(cell: FormulaCell, heads: Mapping[str, _Head]) -> FormulaCell:
    """Return a cell of a shared formula with the formula that it stands for."""
    head = heads.get(cell.group)
    if head is None or head.cell is cell:
        return cell
    try:
        moved = head.mover.translate_formula(cell.at).removeprefix("=") if head.mover else ""
    except (TranslatorError, ValueError):
        moved = ""
    if not moved:
        return replace(cell, formula=head.cell.formula, as_in=head.cell.at)
    return replace(cell, formula=moved)


def _head(cell: FormulaCell) -> _Head:
    try:
        return _Head(cell, Translator(f"={cell.formula}", cell.at))
    except TokenizerError:
        return _Head(cell, None)


def _number(text: str) -> float | str:
    try:
        number = float(text)
    except ValueError:
        return text
    return number if isfinite(number) else text
