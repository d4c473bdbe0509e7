"""New records' rows put to the rows of a file that is there: what a person wrote stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlbudget.model.finding import Place
from xlbudget.model.header import read_header
from xlbudget.model.table import table_rows
from xlbudget.model.tables import Table
from xlbudget.model.text import cleaned_id

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Merged:
    """The rows of the file as it will be, how many are new, and the ids that were there."""

    rows: tuple[tuple[str, ...], ...]
    added: int
    there: tuple[str, ...]


def merged(
    table: Table,
    old: Rows,
    new: Rows,
    *,
    given: frozenset[str] = frozenset(),
    decimal_comma: bool = False,
) -> Merged:
    """Return a file's rows with new ones below; a record that is there takes the new values.

    The file's columns keep their order, and those that are not known their content; a cell that
    the new row leaves blank stays as it was.

    Args:
        table: The table of both.
        old: The rows of the file, its header first; none when there is no file.
        new: The rows of the new records as ``table_rows`` gives them.
        given: The fields that are told for every new record, a plain “no” too.
        decimal_comma: Whether the file sets decimals apart by a comma.

    """
    header, *records = _filled(table, new, given)
    fresh = [dict(zip(header, cells, strict=True)) for cells in records]
    if decimal_comma:
        fresh = [_with_commas(table, cells) for cells in fresh]
    if not old:
        rows = [tuple(cells[name] for name in header) for cells in fresh]
        return Merged((tuple(header), *rows), len(rows), ())
    return _put_to(_Sheet.of(table, old), fresh)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A file's rows: its header, the place of each field, and the place of each id."""

    key: str
    header: list[str]
    places: dict[str, int]
    rows: list[list[str]]
    ids: dict[str, int]

    @classmethod
    def of(cls, table: Table, old: Rows) -> _Sheet:
        """Return the rows of a file whose header has been found sound."""
        header, width = list(old[0]), len(old[0])
        columns, _ = read_header(table, header, Place())
        places = {column.name: column.position for column in columns}
        rows = [[*cells[:width], *[""] * (width - len(cells))] for cells in old[1:]]
        at = places[table.key]
        ids = {cleaned_id(cells[at]): number for number, cells in enumerate(rows) if cells[at]}
        return cls(table.key, header, places, rows, ids)


def _put_to(sheet: _Sheet, fresh: Sequence[Mapping[str, str]]) -> Merged:
    for name in fresh[0] if fresh else ():
        if name not in sheet.places:
            sheet.places[name] = len(sheet.header)
            sheet.header.append(name)
    rows = [[*cells, *[""] * (len(sheet.header) - len(cells))] for cells in sheet.rows]
    there = []
    for cells in fresh:
        number = sheet.ids.get(cells[sheet.key])
        if number is None:
            number = len(rows)
            rows.append([""] * len(sheet.header))
        else:
            there.append(cells[sheet.key])
        for name, text in cells.items():
            rows[number][sheet.places[name]] = text or rows[number][sheet.places[name]]
    table = (tuple(sheet.header), *map(tuple, rows))
    return Merged(table, len(fresh) - len(there), tuple(there))


def _filled(table: Table, rows: Rows, given: frozenset[str]) -> list[list[str]]:
    """Return rows without the columns that nothing is told for and that need not be there."""
    needed = given | {field.name for field in table.fields if field.required}
    plain = dict(zip(*table_rows(table, [table.record()], ()), strict=True))
    header = rows[0]
    kept = [
        place
        for place, name in enumerate(header)
        if name in needed or any(cells[place] != plain.get(name, "") for cells in rows[1:])
    ]
    return [[cells[place] for place in kept] for cells in rows]


def _with_commas(table: Table, cells: Mapping[str, str]) -> dict[str, str]:
    columns, _ = read_header(table, tuple(cells), Place())
    numbers = {column.name for column in columns if column.field.is_number}
    return {
        name: text.replace(".", ",") if name in numbers else text for name, text in cells.items()
    }
