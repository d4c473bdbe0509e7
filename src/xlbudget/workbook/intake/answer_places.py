"""Where the cells of a school's answer stand: worked out for those that are asked about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from xlbudget.model.finding import Place
from xlbudget.workbook.intake.school_table import SchoolTable


class AnswerPlaces(Mapping[tuple[str, str], Place]):
    """The place of each cell by the id of its line or goal and its column.

    An answer has thousands of cells, and a finding names a few of them.

    Args:
        file: The workbook's name.
        tables: What was read of its tables; of two rows with one id the last one counts.
        single: The places of entries that stand in no such table.

    """

    def __init__(
        self, file: str, tables: Sequence[SchoolTable], single: Mapping[tuple[str, str], Place]
    ) -> None:
        self._file = file
        self._single = dict(single)
        self._tables = [(table, _rows(table)) for table in reversed(tables)]

    def __getitem__(self, cell: tuple[str, str]) -> Place:
        """Return the place of a cell; KeyError when the answer has no such record or column."""
        if cell in self._single:
            return self._single[cell]
        key, column = cell
        for read, rows in self._tables:
            if key in rows and column in {field.name for field in read.table.fields}:
                place = Place(file=read.table.file, row=rows[key], column=column, record=key)
                return read.located.place(self._file, place)
        raise KeyError(cell)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Yield the cells that have a place, each once."""
        cells = dict.fromkeys(self._single)
        for read, rows in self._tables:
            cells |= dict.fromkeys((key, field.name) for key in rows for field in read.table.fields)
        return iter(cells)

    def __len__(self) -> int:
        """Return how many cells have a place."""
        return sum(1 for _ in self)


def _rows(read: SchoolTable) -> dict[str, int]:
    """Return the row of each record by its id."""
    keys = map(read.table.id_of, read.reading.records)
    return dict(zip(keys, read.reading.rows, strict=True))
