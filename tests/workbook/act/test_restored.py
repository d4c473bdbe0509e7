"""Restore: input cells hold again what they held in a copy, values and typed formulas."""

from workbook.act.acted import (
    applied,
    copied_line,
    differences,
    held,
    now,
    place_of,
)
from workbook.intake.filled import formula, put
from xlbudget.actions.edit import TableEdit
from xlbudget.workbook.act import restored
from xlbudget.workbook.read import NOT_CALCULATED, open_book

LINES = "LineItems"


def test_a_copy_gives_values_and_typed_formulas_back_cell_by_cell(book, tmp_path):
    put(book, LINES, "Unit price", formula("2*300", 600))
    _, there = applied(book)
    copy = tmp_path / "copy.xlsx"
    copy.write_bytes(there.read_bytes())
    first = (TableEdit(LINES, 1, "Unit price", 450), TableEdit(LINES, 2, "Line", "L8"))
    _, changed = applied(there, *first, *copied_line(there, 4), out=book)
    back = restored(open_book(changed), open_book(copy))
    _, out = applied(changed, *back.edits, known=back.known, out=tmp_path / "back.xlsx")
    assert differences(copy, out) == []
    assert held(out, *place_of(book, LINES, "Unit price")) == ("2*300", 600)


def test_a_copy_with_blank_rows_gives_its_results_back_too(book, tmp_path):
    rows = now(book).tables[LINES].rows
    assert rows[0]["Line"]
    copy = tmp_path / "copy.xlsx"
    sparse = [TableEdit(LINES, 2, header, None) for header in rows[1]]
    sparse += [TableEdit(LINES, 4, header, value) for header, value in rows[1].items()]
    _, path = applied(book, *sparse, out=copy)
    assert held(path, "Summary", "A6")[1] is NOT_CALCULATED
    back = restored(open_book(book), open_book(path))
    _, out = applied(book, *back.edits, known=back.known)
    assert [row["Line"] for row in now(out).tables[LINES].rows] == ["L1", None, None, "L2"]
