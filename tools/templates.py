"""Write the workbook templates, or with --check say whether the committed ones are up to date.

Values, formulas and structure are compared, never bytes: a new release of XlsxWriter may pack
the same workbook otherwise.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from xlbudget.sheets.plan import Book
from xlbudget.sheets.template import template_book
from xlbudget.workbook.write import write_book

ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = ROOT / "workbook_templates"
EDITIONS = {"district-budget.xlsx": "working", "school-budget.xlsx": "school"}
_SHOWN, _LONGEST = 20, 240


def main() -> int:
    """Write or check the templates; return the exit code."""
    codes = [
        write_or_check(TEMPLATES / name, template_book(edition), __doc__)
        for name, edition in EDITIONS.items()
    ]
    return max(codes)


def write_or_check(path: Path, book: Book, says: str | None) -> int:
    """Write a workbook that is committed, or with --check compare it; return the exit code."""
    parser = argparse.ArgumentParser(description=says)
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    check = parser.parse_args().check
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / path.name
        write_book(book, made)
        if not check:
            path.parent.mkdir(exist_ok=True)
            shutil.copyfile(made, path)
            print(f"Written: {path.relative_to(ROOT)}")
            return 0
        return _compare(path, made)


def _compare(kept: Path, made: Path) -> int:
    name = kept.relative_to(ROOT)
    if not kept.exists():
        print(f"{name} is not there; write it with: make templates", file=sys.stderr)
        return 1
    unlike = differences(facts(kept), facts(made))
    for line in unlike[:_SHOWN]:
        print(line if len(line) <= _LONGEST else line[:_LONGEST] + "…", file=sys.stderr)
    if unlike:
        print(f"{name} differs in {len(unlike)} places; run: make templates", file=sys.stderr)
        return 1
    print(f"Up to date: {name}")
    return 0


def differences(kept: dict[str, object], made: dict[str, object]) -> list[str]:
    """Return a line for each fact in which two workbooks differ."""
    return [
        f"{key}: kept {kept.get(key)!r}, made {made.get(key)!r}"
        for key in dict.fromkeys((*kept, *made))
        if kept.get(key) != made.get(key)
    ]


def facts(path: Path) -> dict[str, object]:
    """Return what a workbook says and how it is built, by place."""
    formulas, values = load_workbook(path), load_workbook(path, data_only=True)
    found = dict(_book_facts(formulas))
    for sheet in formulas.worksheets:
        found |= _sheet_facts(sheet)
        found |= _cell_facts(sheet, values[sheet.title])
    return found


def _book_facts(book: Workbook) -> Iterator[tuple[str, object]]:
    yield "sheets", [(sheet.title, sheet.sheet_state) for sheet in book.worksheets]
    for name, defined in book.defined_names.items():
        yield f"name {name}", defined.attr_text


def _sheet_facts(sheet: Worksheet) -> Iterator[tuple[str, object]]:
    title = sheet.title
    for table in sheet.tables.values():
        yield f"{title}, table {table.displayName}", (table.ref, table.column_names)
    for rule in sheet.data_validations.dataValidation:
        told = (rule.type, rule.operator, rule.formula1, rule.formula2, rule.prompt, rule.error)
        yield f"{title}, validation {rule.sqref}", told
    for area in sheet.conditional_formatting:
        rules = [(rule.type, rule.operator, rule.formula) for rule in area.rules]
        yield f"{title}, conditional format {area.sqref}", rules
    for letter, column in sheet.column_dimensions.items():
        yield f"{title}, column {letter}", (column.min, column.max, column.width, column.hidden)
    yield f"{title}, frozen", sheet.freeze_panes
    yield f"{title}, protected", sheet.protection.sheet
    yield f"{title}, print area", sheet.print_area
    yield f"{title}, tab", sheet.sheet_properties.tabColor and sheet.sheet_properties.tabColor.rgb
    yield f"{title}, charts", len(sheet._charts)  # noqa: SLF001 - openpyxl has no public count


def _cell_facts(sheet: Worksheet, values: Worksheet) -> Iterator[tuple[str, object]]:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None or cell.has_style:
                value = values[cell.coordinate].value
                look = (cell.number_format, cell.style, cell.protection.locked)
                yield f"{sheet.title}!{cell.coordinate}", (_told(cell.value), value, *look)


def _told(value: object) -> object:
    """Return what a cell holds; of an array formula its text and its cells."""
    return (value.text, value.ref) if isinstance(value, ArrayFormula) else value


if __name__ == "__main__":
    sys.exit(main())
