"""Stamp a workbook anew: its Manifest tells the structure that it has now, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from xlbudget.errors import UnreadableFileError
from xlbudget.sheets.identity import Fact
from xlbudget.sheets.plan import Role
from xlbudget.sheets.service_sheets import MANIFEST, MANIFEST_HEADERS, ROLE_HEADERS, ROLES
from xlbudget.workbook.fill import fill, prepare
from xlbudget.workbook.read import Book, Sheet, open_book
from xlbudget.workbook.read.address import letters_of, parted
from xlbudget.workbook.stamp.identity import place_of, read_stamp
from xlbudget.workbook.stamp.of_book import digests_of

_WANTS = (
    "A workbook that xlbudget made has a sheet Manifest with the tables Manifest and SheetRoles"
)


def stamp(given: Path, out: Path, facts: Mapping[Fact, str] | None = None) -> None:
    """Write a copy of a workbook whose Manifest tells the structure that it has now.

    For a template that its owner extended: what was added or changed counts as the template's own
    from then on.  A sheet that Manifest does not name gets the role of the sheet before it.
    Nothing but cells of Manifest changes.

    Args:
        given: The workbook; it stays as it is.
        out: Where the copy goes; a file that stands there is replaced.
        facts: Facts that become others, such as the school id; the rest stay.

    Raises:
        UnreadableFileError: It cannot be read, or its Manifest cannot tell all this.

    """
    book = open_book(given)
    sheet = book.sheet(MANIFEST)
    if sheet is None:
        raise _lacks(book, f"There is no sheet {MANIFEST}")
    roles = _roles(book)
    found = digests_of(book, roles)
    told = {**(facts or {}), Fact.STRUCTURE: found.whole}
    rows = [(title, roles[title], digest) for title, digest in found.sheets.items()]
    values = dict(_facts(book, sheet, told)) | dict(_sheets(book, sheet, rows))
    fill(prepare(given), {(sheet.name, ref): value for ref, value in values.items()}, out)


def _roles(book: Book) -> dict[str, str]:
    """Return a role for every sheet: the one declared, else that of the sheet before it."""
    declared = read_stamp(book).roles
    roles: dict[str, str] = {}
    role = Role.ABOUT.value
    for sheet in book.sheets:
        role = roles[sheet.name] = declared.get(sheet.name, role)
    return roles


def _facts(book: Book, sheet: Sheet, facts: Mapping[Fact, str]) -> Iterator[tuple[str, str]]:
    """Yield the cells of the facts that are told."""
    place = place_of(sheet, MANIFEST_HEADERS)
    if place is None:
        raise _lacks(book, f"It has no table {MANIFEST}")
    row, (words, values) = place
    there: dict[str, str] = {}
    while fact := sheet.cells.values.get(f"{letters_of(words)}{row}"):
        there.setdefault(str(fact), f"{letters_of(values)}{row}")
        row += 1
    for fact, value in facts.items():
        if fact not in there:
            raise _lacks(book, f"Its table {MANIFEST} has no row {fact}")
        yield there[fact], value


def _sheets(
    book: Book, sheet: Sheet, rows: list[tuple[str, str, str]]
) -> Iterator[tuple[str, str | None]]:
    """Yield the cells of the table of sheets, those of rows that are left over as empty ones."""
    place = place_of(sheet, ROLE_HEADERS)
    table = next((table for table in sheet.tables if table.name == ROLES), None)
    if place is None or table is None or not all(place[1]):
        raise _lacks(book, f"It has no table {ROLES} with the columns {', '.join(ROLE_HEADERS)}")
    first, columns = place
    last = parted(table.ref.rpartition(":")[2])
    room = 0 if last is None else last[0] - first + 1
    if len(rows) > room:
        raise _lacks(book, f"It has {len(rows)} sheets, and its table {ROLES} {room} rows")
    for i in range(room):
        cells = rows[i] if i < len(rows) else (None,) * len(columns)
        for column, cell in zip(columns, cells, strict=True):
            yield f"{letters_of(column)}{first + i}", cell


def _lacks(book: Book, saw: str) -> UnreadableFileError:
    return UnreadableFileError(
        saw=saw,
        wants=_WANTS,
        fix="Take the template from xlbudget again and extend that; if it is an older one, "
        "bring it forward first with: xlbudget migrate",
        place=str(book.path),
    )
