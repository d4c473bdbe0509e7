"""Books with our functions in their cells, and what freezing makes of them."""

import struct
import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import xlsxwriter

from workbook.hand_made import book, rows, sheet
from xlbudget.workbook.freeze import Frozen, freeze
from xlbudget.workbook.parts import open_package, write_package

DAY = date(2026, 7, 1)


@dataclass(frozen=True)
class Copy:
    """A frozen copy: what was told, and the file beside the one that it was made from."""

    told: Frozen
    source: Path
    path: Path

    def part(self, name="xl/worksheets/sheet1.xml"):
        """A part of the copy as text."""
        with zipfile.ZipFile(self.path) as package:
            return package.read(name).decode()

    def names(self):
        """The names of its parts."""
        with zipfile.ZipFile(self.path) as package:
            return package.namelist()


def frozen(source, **options):
    """Freeze a file into a copy beside it."""
    package = open_package(source)
    told = freeze(package, day=DAY, **options)
    path = source.with_name(f"{source.stem}-frozen.xlsx")
    write_package(package, path, told.changed)
    return Copy(told, source, path)


def of_cells(folder, *cells, after="", **more):
    """Write a book of one sheet of these cells."""
    return book(folder / "book.xlsx", {"Data": sheet(rows(*cells), after)}, **more)


def raw(path):
    """The packed bytes of each part."""
    data = Path(path).read_bytes()
    found = {}
    with zipfile.ZipFile(path) as package:
        for info in package.infolist():
            lengths = struct.unpack_from("<2H", data, info.header_offset + 26)
            start = info.header_offset + 30 + sum(lengths)
            found[info.filename] = data[start : start + info.compress_size]
    return found


def rich_book(path):
    """Write a book with a chart, rules, a note, a table, and our functions with their values."""
    with xlsxwriter.Workbook(path) as out:
        money = out.add_format({"num_format": "$#,##0.00", "bold": True})
        data = out.add_worksheet("Plan & cost")
        data.write_row("A1", ["Rate", 0.09])
        data.write_row("A2", ["Flows", -16_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000])
        data.write_formula("B4", "=XLB_NPV(B1,B2:H2)", money, 2835.6177306705904)
        data.write_formula(
            "B5", '=IF(B4>0,_xll.XLB_WHY("XLB_NPV",B1,B2:H2),"")', None, "Well: <&> "
        )
        data.write_formula("B6", "=B4*2", money, 5671.235461341181)
        data.write_formula("B7", "=xlb_roi(3840,2061)", None, 0.8631732168850073)
        data.write_formula("B8", "=XLB_ROI(1,0)", None, "#DIV/0!")
        data.write_formula("B9", '=IF(ISERROR(B8),"none",B8)', None, "none")
        data.write_formula("B10", "=XLB_ROI(1,1)=0", None, True)
        data.write_formula("B11", "=SUM(B4,B6)", None, 8506.853192011771)
        data.write_comment("B4", "What it is worth")
        data.data_validation("B1", {"validate": "decimal", "criteria": ">", "value": 0})
        data.conditional_format(
            "B4:B6", {"type": "cell", "criteria": ">", "value": 0, "format": money}
        )
        chart = out.add_chart({"type": "column"})
        chart.add_series({"values": "='Plan & cost'!$B$2:$H$2"})
        data.insert_chart("D5", chart)
        table = out.add_worksheet("Table")
        columns = [{"header": "Gain"}, {"header": "Cost"}, {"header": "ROI"}]
        table.add_table("A1:C3", {"name": "Gains", "columns": columns})
        table.write_row("A2", [3_840, 2_061])
        table.write_formula("C2", "=XLB_ROI(A2,B2)", None, 0.8631732168850073)
    return path
