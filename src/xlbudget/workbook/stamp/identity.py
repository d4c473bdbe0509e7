"""Which workbook a file is, as its sheet Manifest tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from xlbudget.sheets.identity import NONE, Fact
from xlbudget.sheets.service_sheets import MANIFEST, MANIFEST_HEADERS, ROLE_HEADERS
from xlbudget.workbook.read import Book, Sheet
from xlbudget.workbook.read.address import letters_of, parted


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a workbook says of itself; "" for what it does not say.

    Attributes:
        facts: The facts of its Manifest by their words.
        roles: The role of each sheet that Manifest names, in the order told there.
        sheets: The digest of each sheet that Manifest tells one for.

    """

    facts: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    sheets: Mapping[str, str] = field(default_factory=dict)

    def fact(self, fact: Fact) -> str:
        """Return a fact; "" when it is not said or said to be none."""
        said = self.facts.get(fact, "")
        return "" if said == NONE else said

    @property
    def template(self) -> str:
        """The template that it was made from."""
        return self.fact(Fact.TEMPLATE)

    @property
    def version(self) -> str:
        """The version of that template, such as v1.0."""
        return self.fact(Fact.VERSION)

    @property
    def workbook_id(self) -> str:
        """What tells it from all other workbooks; a template has none."""
        return self.fact(Fact.WORKBOOK)

    @property
    def school_id(self) -> str:
        """The school that it was issued to; a district's has none."""
        return self.fact(Fact.SCHOOL)

    @property
    def digest(self) -> str:
        """The digest of its structure when it was made."""
        return self.fact(Fact.STRUCTURE)


def read_stamp(book: Book) -> Stamp:
    """Return what a workbook says of itself; an empty stamp when it has no sheet Manifest."""
    sheet = book.sheet(MANIFEST)
    if sheet is None:
        return Stamp()
    facts = {row[0]: row[1] for row in _rows(sheet, MANIFEST_HEADERS)}
    rows = list(_rows(sheet, ROLE_HEADERS))
    roles = {row[0]: row[1] for row in rows if row[1]}
    return Stamp(facts, roles, {row[0]: row[2] for row in rows if row[2]})


def place_of(sheet: Sheet, headers: Sequence[str]) -> tuple[int, tuple[int, ...]] | None:
    """Return the row below a block's headers, and their columns; a missing one stands at 0.

    The block is found by its headers, for some programs drop what makes it a table.
    """
    rows: dict[int, dict[str, int]] = {}
    for ref, value in sheet.cells.values.items():
        place = parted(ref)
        if place and isinstance(value, str) and value in headers:
            rows.setdefault(place[0], {}).setdefault(value, place[1])
    fitting = (row for row, found in rows.items() if set(headers[:2]) <= found.keys())
    row = min(fitting, default=0)
    return (row + 1, tuple(rows[row].get(header, 0) for header in headers)) if row else None


def _rows(sheet: Sheet, headers: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a block as texts, to the first row without a text in its first column."""
    place = place_of(sheet, headers)
    if place is None:
        return
    row, columns = place
    values = sheet.cells.values
    while True:
        cells = (values.get(f"{letters_of(at)}{row}") if at else None for at in columns)
        texts = tuple("" if cell is None else str(cell).strip() for cell in cells)
        if not texts[0]:
            return
        yield texts
        row += 1
