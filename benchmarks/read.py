"""Values and formulas of workbooks that came back, against openpyxl reading them twice.

    .venv/bin/python benchmarks/read.py [rounds]

Goal: 15 times as fast.  openpyxl reads each file in its quick mode (read_only), once for the
values and once for the formulas, all cells of all sheets by row; so do we, by column, in one go.
What it takes when each cell is then looked up by its address is told beside it.  Before the
clocks start, every cell is compared: values, errors, dates by their style, and formulas.
The files: the sample workbook; 200 lines of 25 columns by XlsxWriter; the same saved by
LibreOffice; and with shared formulas, as Excel stores them.  Rows of one shape are read by a
pattern that is made after the first hundred rows; the comparison, which comes first, makes it.
Exits with 1 when the goal is missed.
"""

from __future__ import annotations

import datetime as dt
import random
import re
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl
import xlsxwriter
from interleaved import compare
from openpyxl.utils.datetime import to_excel

import xlbudget
from xlbudget.model.rules import findings_of
from xlbudget.sheets.book import district_book
from xlbudget.workbook.read import NOT_CALCULATED, ErrorValue, open_book
from xlbudget.workbook.write import write_book

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from judges.libreoffice import LibreOffice

GOAL = 15
SAMPLE = Path(__file__).parent.parent / "examples" / "riverbend"
LINES, TEXTS, FORMULAS, SMALL_SHEETS = 200, 10, 10, 9
FILLED_DOWN = re.compile(r'<c r="([P-Y])(\d+)"([^>]*)><f>([^<]*)</f>')


def write_lines(path: Path) -> None:
    """Write ten sheets: one of 200 lines with 25 columns, ten of them formulas, and small ones."""
    draw = random.Random(1)
    with xlsxwriter.Workbook(path) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        money = book.add_format({"num_format": "$#,##0.00"})
        page = book.add_worksheet("LineItems")
        page.write_row(0, 0, [f"Column {i}" for i in range(25)])
        for i in range(1, LINES + 1):
            for k in range(TEXTS):
                page.write_string(i, k, draw.choice(["Laptop", "Network", f"Goal {i} & {k}"]))
            page.write_number(i, 10, 46_000 + i, day)
            for k in range(11, 15):
                page.write_number(i, k, round(draw.uniform(1, 9_000), 2), money)
            for k in range(FORMULAS):
                formula = f'=IF($L{i + 1}="","",ROUND(L{i + 1}*M{i + 1}*(1+Rate)^{k},2))'
                page.write_formula(i, 15 + k, formula, money, round(draw.uniform(1, 1e6), 2))
        for k in range(SMALL_SHEETS):
            page = book.add_worksheet(f"Small {k}")
            for i in range(50):
                page.write(i, 0, f"Label {i}")
                formula = f"=SUM(LineItems!L{i + 2}:L{i + 3})"
                page.write_formula(i, 1, formula, money, "#N/A" if i == k else i * 1.5)
        book.define_name("Rate", "='Small 0'!$B$1")


def share_formulas(source: Path, path: Path) -> None:
    """Copy a workbook with each column's formula told once, as Excel tells what was filled down."""
    seen: dict[str, str] = {}

    def shared(found: re.Match[str]) -> str:
        letters, row, look, formula = found.groups()
        facts = f't="shared" si="{ord(letters)}"'
        if letters in seen:
            return f'<c r="{letters}{row}"{look}><f {facts}/>'
        seen[letters] = formula
        area = f'ref="{letters}{row}:{letters}{LINES + 1}"'
        return f'<c r="{letters}{row}"{look}><f {facts} {area}>{formula}</f>'

    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                text = FILLED_DOWN.sub(shared, text.decode()).encode()
            new.writestr(name, text)


def save_by_libreoffice(source: Path, path: Path) -> None:
    with LibreOffice() as office:
        handle = office.open(source)
        office.save_as(handle, path)
        office.close(handle)


def files(folder: Path) -> dict[str, Path]:
    """Write the workbooks to read."""
    made = {name: folder / f"{name}.xlsx" for name in ("sample", "lines", "libreoffice", "shared")}
    budget = xlbudget.load(SAMPLE)
    write_book(district_book(budget, findings_of(budget)), made["sample"])
    write_lines(made["lines"])
    save_by_libreoffice(made["lines"], made["libreoffice"])
    share_formulas(made["lines"], made["shared"])
    return made


def ours(path: Path) -> int:
    """Read all cells of all sheets, the values and the formulas, by column and row."""
    return sum(sheet.cells.count for sheet in open_book(path).sheets)


def by_address(path: Path) -> int:
    """Read the same, and name each cell and each formula by its address."""
    sheets = open_book(path).sheets
    return sum(len(sheet.cells.values) + len(sheet.cells.formulas) for sheet in sheets)


def twice(path: Path) -> int:
    """Read all cells of all sheets with openpyxl, the values and then the formulas."""
    count = 0
    for data_only in (True, False):
        book = openpyxl.load_workbook(path, read_only=True, data_only=data_only)
        for sheet in book.worksheets:
            for row in sheet.iter_rows(values_only=True):
                count += len(row)
        book.close()
    return count


def check(path: Path) -> int:
    """Assert that each cell is as openpyxl has it; return how many there are."""
    book, count = open_book(path), 0
    values = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path)
    for sheet in book.sheets:
        seen = set()
        for row in values[sheet.name].iter_rows():
            for cell in row:
                at = cell.coordinate
                seen.add(at)
                value = sheet.cells.values.get(at)
                assert told(value) == wanted(cell, values.epoch), (path.name, sheet.name, at)
                is_date = isinstance(cell.value, (dt.date, dt.time))
                assert sheet.is_date(at) or not is_date, (path.name, sheet.name, at)
                other = formulas[sheet.name][at]
                formula = other.value if other.data_type == "f" else None
                found = sheet.cells.formulas.get(at)
                assert formula == (None if found is None else f"={found}"), (sheet.name, at)
                count += 1
        assert seen >= set(sheet.cells.values)
    return count


def told(value: object) -> object:
    if isinstance(value, float):
        return round(value, 9)
    return None if value == "" or value is NOT_CALCULATED else value


def wanted(cell: object, epoch: dt.datetime) -> object:
    value = cell.value
    if cell.data_type == "e":
        return ErrorValue(value)
    if isinstance(value, (dt.date, dt.time)):
        return round(to_excel(value, epoch), 9)
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return round(float(value), 9) if is_number else None if value == "" else value


def main(rounds: int) -> int:
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, path in files(Path(folder)).items():
            print(
                f"\n{name}: {check(path):,} cells compared, {ours(path):,} with something in them"
            )
            medians = compare(
                rounds,
                xlbudget=lambda path=path: ours(path),
                by_address=lambda path=path: by_address(path),
                openpyxl_twice=lambda path=path: twice(path),
            )
            times = medians["openpyxl_twice"] / medians["xlbudget"]
            print(f"{times:.1f} times as fast; goal: {GOAL}")
            missed |= times < GOAL
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 9))
