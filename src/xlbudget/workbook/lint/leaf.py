"""A sheet as the rules see it: its cells, and what stands around them in its part."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from xlbudget.workbook.contents import Relation, relations_of
from xlbudget.workbook.elements import Element, elements
from xlbudget.workbook.lint.anatomy import Anatomy, anatomy, relative
from xlbudget.workbook.lint.area import Area, area_of
from xlbudget.workbook.lint.neighbors import outliers
from xlbudget.workbook.parts import Package
from xlbudget.workbook.read import Sheet, Table, Value
from xlbudget.workbook.read.address import MOST_COLUMNS, parted
from xlbudget.workbook.read.limits import read_sheet, read_small

_OPENS = re.compile(rb"<(?:\w+:)?sheetData\b[^>]*>")
_CLOSES = re.compile(rb"</(?:\w+:)?sheetData\s*>")
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_FACT = re.compile(rb"([\w:]+)\s*=\s*[\"']([^\"']*)[\"']")
_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*)>")
_CELL_AS_USUAL = re.compile(rb'<c r="([A-Z]+[0-9]+)"(?: s="([0-9]+)")?')
_WANTED = (
    *("worksheet", "sheetPr", "pageSetUpPr", "sheetViews", "sheetView", "pane", "cols", "col"),
    "sheetFormatPr",
    *("sheetProtection", "protectedRanges", "protectedRange", "mergeCells", "mergeCell"),
    *("conditionalFormatting", "cfRule", "formula", "dataValidations", "dataValidation"),
    *("formula1", "formula2", "hyperlinks", "hyperlink", "pageSetup", "headerFooter", "oddFooter"),
    *("oddHeader", "drawing", "legacyDrawing", "tableParts", "tablePart", "oleObjects"),
    *("oleObject", "controls", "control", "colorScale", "dataBar", "iconSet", "autoFilter"),
)


_USUAL = 9.14  # digits: of a column that says no width of its own


@dataclass(frozen=True)
class Pattern:
    """A formula that one or more cells of a sheet have, told by distances."""

    key: str
    formula: str
    cells: tuple[str, ...]

    @cached_property
    def parts(self) -> Anatomy:
        """What the formula is made of."""
        return anatomy(self.formula)

    @property
    def where(self) -> str:
        """Its first cell."""
        return self.cells[0]

    @property
    def also(self) -> str:
        """In words, how many more cells have it; nothing for one."""
        more = len(self.cells) - 1
        return f", and {more:,} more cell{'s' * (more > 1)} alike" if more else ""


@dataclass(frozen=True)
class Leaf:
    """A sheet.

    Attributes:
        sheet: Its cells and tables.
        package: The file that it stands in.

    """

    sheet: Sheet
    package: Package

    @property
    def name(self) -> str:
        """The words on its tab."""
        return self.sheet.name

    @property
    def values(self) -> dict[str, Value]:
        """What each cell shows."""
        return dict(self.sheet.cells.values)

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables on it."""
        return self.sheet.tables

    @cached_property
    def areas(self) -> list[tuple[Table, Area]]:
        """Its tables with their areas."""
        found = ((table, area_of(table.ref)) for table in self.tables)
        return [(table, area) for table, area in found if area is not None]

    @cached_property
    def data(self) -> bytes:
        """Its part."""
        return read_sheet(self.package, self.sheet.part)

    @cached_property
    def frame(self) -> Element | None:
        """What stands around its cells."""
        opens = _OPENS.search(self.data)
        closes = None if opens is None else _CLOSES.search(self.data, opens.end())
        data = self.data
        if opens and closes:
            data = data[: opens.start()] + data[closes.end() :]
        place = f"{self.package.place}: {self.sheet.part}"
        return next(iter(elements(data, _WANTED, place)), None)

    def all(self, *names: str) -> list[Element]:
        """Return the elements at the end of a path of names in it."""
        found = [self.frame] if self.frame is not None else []
        for name in names:
            found = [inner for outer in found for inner in outer.inside if inner.name == name]
        return found

    @cached_property
    def rows(self) -> list[dict[str, str]]:
        """The attributes of its rows, in their order."""
        return [
            {key.decode(): value.decode() for key, value in _FACT.findall(facts)}
            for facts in _ROW.findall(self.data)
        ]

    @cached_property
    def styles(self) -> dict[str, int]:
        """The number of each cell's style, in the order of the file."""
        usual = _CELL_AS_USUAL.findall(self.data)
        if len(usual) == len(_CELL.findall(self.data)):
            return {ref.decode(): int(style or 0) for ref, style in usual}
        facts = (dict(_FACT.findall(cell)) for cell in _CELL.findall(self.data))
        return {
            cell[b"r"].decode(): int(style) if (style := cell.get(b"s", b"0")).isdigit() else 0
            for cell in facts
            if b"r" in cell
        }

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """What it is related to."""
        return relations_of(self.package, self.sheet.part, read_small)

    @cached_property
    def patterns(self) -> list[Pattern]:
        """Its formulas, those that were filled down or across once."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        first: dict[str, str] = {}
        for ref, formula in self.sheet.cells.formulas.items():
            key = self.keys[ref]
            found[key].append(ref)
            first.setdefault(key, formula)
        return [Pattern(key, first[key], tuple(cells)) for key, cells in found.items()]

    @cached_property
    def keys(self) -> dict[str, str]:
        """The formula of each cell that has one, told by distances."""
        keys: dict[str, str] = {}
        alone: set[str] = set()  # formulas that name no cell, such as those of a table's column
        for ref, formula in self.sheet.cells.formulas.items():
            place = None if formula in alone else parted(ref)
            keys[ref] = relative(formula, *place) if place else formula
            if keys[ref] == formula:
                alone.add(formula)
        return keys

    @cached_property
    def outliers(self) -> list[tuple[str, str]]:
        """Cells unlike the like formulas around them, and on which sides these stand."""
        keys = {place: key for ref, key in self.keys.items() if (place := parted(ref))}
        return list(outliers(keys, self.grid))

    @cached_property
    def grid(self) -> dict[tuple[int, int], str]:
        """The address of each cell that holds something, by row and column."""
        found = {}
        for ref, value in self.sheet.cells.values.items():
            if value is not None or ref in self.sheet.cells.formulas:
                place = parted(ref)
                if place:
                    found[place] = ref
        return found

    @cached_property
    def widths(self) -> dict[int, float]:
        """The width of each column that says one, in digits with the room at its edges."""
        found: dict[int, float] = {}
        for one in self.all("cols", "col"):
            first, last = int(one.facts.get("min", "1")), int(one.facts.get("max", "1"))
            width = float(one.facts.get("width", self._usual))
            found |= dict.fromkeys(range(first, min(last, MOST_COLUMNS) + 1), width)
        return found

    def width(self, column: int) -> float:
        """Return the width of a column, in digits with the room at its edges."""
        return self.widths.get(column, self._usual)

    @cached_property
    def _usual(self) -> float:
        told = self.all("sheetFormatPr")
        return float(told[0].facts.get("defaultColWidth", _USUAL)) if told else _USUAL

    def text(self, ref: str) -> str:
        """Return the text of a cell; "" for a blank one."""
        value = self.sheet.cells.values.get(ref)
        return "" if value is None else str(value)
