"""The standard template as a central office makes it its own: moved, extended, branded."""

import struct
import zlib
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from unittest import mock

from xlbudget.sheets.layout import Layout
from xlbudget.sheets.plan import Calculated, Column, Form, Part, Role, Sheet, Table, keyed
from xlbudget.sheets.template import room_for, template_book
from xlbudget.workbook import write
from xlbudget.workbook.package import BudgetWorkbook

LINES, RECORDS = 184, 25
COVER = "Our cover"
OWN_COLUMN = "Twice year 1"
CUSTOM_WORDS = "Ask the tech office, room 12"


def plain_template(path):
    """The standard template, of the size that the sample fits."""
    write.write_book(template_book(room=room_for(LINES, RECORDS)), path)
    return path


def branded_template(path):
    """The same with a sheet, a column and rows of the office's own, pictures, charts and more."""
    book = template_book(room=room_for(LINES, RECORDS))
    sheets = tuple(_changed(sheet) for sheet in book.sheets)
    with _decorated():
        write.write_book(replace(book, sheets=(*sheets, _cover())), path)
    return path


def _changed(sheet):
    if sheet.title == "Goals":
        table = _moved(sheet.tables[0], "Owner", 1)
        return replace(sheet, title="Goals of our plan", tables=(table,))
    if sheet.title == "Line items":
        return replace(sheet, tables=(_widened(sheet.tables[0]),))
    if sheet.title == "Cost by year":
        return replace(sheet, tables=(_note(), *sheet.tables))
    return sheet


def _moved(table, header, place):
    """A table with a column at another place."""
    order = list(range(len(table.columns)))
    at = [column.header for column in table.columns].index(header)
    order.insert(place, order.pop(at))
    return replace(
        table,
        columns=tuple(table.columns[i] for i in order),
        spare_cells=tuple(table.spare_cells[i] for i in order),
        labels=tuple(table.labels[i] for i in order) if table.labels else (),
    )


def _widened(table):
    """A table with a calculated column of the office between ours."""
    formula = "=2*LineItems[[#This Row],[Year 1]]"
    column = Column(header=OWN_COLUMN, part=Part.CALCULATION, form=Form.CENTS, formula=formula)
    place = 6
    labels = (*table.labels[:place], None, *table.labels[place:])
    return replace(
        table,
        columns=(*table.columns[:place], column, *table.columns[place:]),
        spare_cells=(*table.spare_cells[:place], 0, *table.spare_cells[place:]),
        labels=labels,
    )


def _note():
    """Rows of the office above our first block."""
    column = Column(header="Note of the office", part=Part.LABEL, form=Form.TEXT)
    rows = (keyed("a", ("Read the budget book first.",)), keyed("b", ("Then call us.",)))
    return Table(name="OfficeNote", columns=(column,), rows=rows, plain=True)


def _cover():
    """A sheet of the office that looks into ours."""
    columns = tuple(
        Column(header=name, part=Part.LABEL, form=Form.TEXT) for name in ("Figure", "Value")
    )
    rows = (
        keyed("total", ("Year 1", Calculated("=SUM(LineItems[Year 1])", 0))),
        keyed("best", ("Headline", Calculated("=Summary!A6", "stale"))),
        keyed("mine", ("Typed by the office", 7)),
    )
    table = Table(name="Cover", columns=columns, rows=rows)
    return Sheet(title=COVER, role=Role.OUTPUT, says="Ours.", tables=(table,), protected=False)


class _Decorated(BudgetWorkbook):
    """A workbook that gets what people put into theirs before it is closed."""

    def close(self):
        cover = self.get_worksheet_by_name(COVER)
        if cover is not None and not self.fileclosed:
            self._decorate(cover)
        super().close()

    def _decorate(self, cover):
        rows = Layout(template_book()).tables["CostByArea"].rows
        cover.add_sparkline("D7", {"range": "'Cost by year'!C20:G20"})
        cover.insert_textbox("F2", CUSTOM_WORDS, {"description": "Whom to ask"})
        cover.insert_textbox("F9", "stale words", {"textlink": "=Summary!$A$6"})
        cover.insert_button("F16", {"caption": "Next", "macro": "GoOn"})
        cover.insert_checkbox("D9", False)
        logo = {"description": "The district's logo", "image_data": BytesIO(_png())}
        cover.insert_image("L2", "logo.png", logo)
        cover.write_comment("A7", "A comment of the office")
        chart = self.add_chart({"type": "column"})
        chart.add_series({"values": f"='Cost by year'!$C$12:$C${12 + rows}", "name": "Ours"})
        cover.insert_chart("F20", chart, {"description": "A chart of the office"})
        goals = self.get_worksheet_by_name("Goals of our plan")
        goals.conditional_format("H10:H20", {"type": "data_bar", "data_bar_2010": True})
        goals.insert_textbox("N2", "Our goals", {"description": "Title"})


def _png():
    def chunk(kind, data):
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">2I5B", 4, 4, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x20\x60\xa0" * 4 for _ in range(4)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@contextmanager
def _decorated():
    with mock.patch.object(write, "BudgetWorkbook", _Decorated):
        yield
