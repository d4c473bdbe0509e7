"""A workbook open in LibreOffice, edited by table, row and column as a person would."""

from dataclasses import dataclass

from xlbudget.sheets.layout import Layout, column_letters
from xlbudget.sheets.plan import ref


@dataclass
class LiveBook:
    """A workbook open in LibreOffice; rows of tables count from 0, spare rows follow."""

    office: object
    handle: int
    layout: Layout

    @classmethod
    def open(cls, office, book, path):
        return cls(office, office.open(path), Layout(book))

    def address(self, table, row, column):
        placed = self.layout.tables[table]
        headers = [item.header for item in placed.table.columns]
        letters = column_letters(headers.index(column))
        return placed.sheet, f"{letters}{placed.first_row + row + 1}"

    def put(self, table, row, column, value):
        sheet, cell = self.address(table, row, column)
        self.office.set(self.handle, sheet, cell, value)

    def value(self, table, row, column):
        sheet, cell = self.address(table, row, column)
        return self.office.get(self.handle, sheet, cell)[0]

    def at(self, table, key, column):
        sheet, row, place = self.layout.place(ref(table, key, column))
        return self.office.get(self.handle, sheet, f"{column_letters(place)}{row + 1}")[0]

    def put_at(self, table, key, column, value):
        sheet, row, place = self.layout.place(ref(table, key, column))
        self.office.set(self.handle, sheet, f"{column_letters(place)}{row + 1}", value)

    def close(self):
        self.office.close(self.handle)
