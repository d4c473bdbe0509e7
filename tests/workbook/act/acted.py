"""Workbooks for the tests of actions on files: small ones, and how two of them are compared."""

from datetime import date

from clean import clean_budget
from workbook.intake.filled import cell_of, write_filled
from xlbudget.actions.edit import TableEdit
from xlbudget.workbook.act import apply, snapshot_of, standing_of
from xlbudget.workbook.fill import fill, prepare
from xlbudget.workbook.intake.grid import address
from xlbudget.workbook.read import open_book

DAY = date(2026, 11, 24)


def small_book(path):
    """A workbook of two lines with two spare rows, in which all checks pass."""
    return write_filled(clean_budget(), path)


def now(path, **facts):
    """A file as an action looks at it."""
    return snapshot_of(open_book(path), DAY, **facts)


def applied(path, *edits, out=None, **facts):
    """A file after some edits: what came of them, and the new file."""
    done = apply(open_book(path), edits, **facts)
    out = out or path.with_name("applied.xlsx")
    out.write_bytes(done.data)
    return done, out


def place_of(path, table, header, row=1):
    """Tab and address of a cell that people fill in."""
    stand = standing_of(open_book(path)).tables[table]
    return stand.sheet, address(stand.first_row + row - 1, stand.columns[header])


def held(path, sheet, ref):
    """The formula of a cell and what it shows."""
    cells = open_book(path).sheet(sheet).cells
    return cells.formulas.get(ref), cells.values.get(ref)


def differences(one, other):
    """Cells of two files that show something else, or have another formula; blank is blank."""
    one, other = open_book(one), open_book(other)
    return [
        (sheet.name, ref, here.get(ref), there.get(ref))
        for sheet in one.sheets
        for here, there in (
            (sheet.cells.values, other.sheet(sheet.name).cells.values),
            (sheet.cells.formulas, other.sheet(sheet.name).cells.formulas),
        )
        for ref in {**here, **there}
        if (here.get(ref) or "") != (there.get(ref) or "")
    ]


def typed_on_scratch(path, values, formulas):
    """Put values and formulas with results on the free sheet, as a person would."""
    prepared = prepare(path)
    for ref, (text, _) in formulas.items():
        prepared.find(("Scratch", ref), text)
    results = {ref: result for ref, (_, result) in formulas.items()}
    cells = {("Scratch", ref): value for ref, value in (values | results).items()}
    fill(prepared, cells, path)


def copied_line(path, row, key="L9"):
    """The edits that put a line like the first one into a row."""
    cells = now(path).tables["LineItems"].rows[0] | {"Line": key}
    return [TableEdit("LineItems", row, header, value) for header, value in cells.items()]


def stored(path, table, header):
    """What the first three cells of a column show."""
    return [held(path, *cell_of(path, table, header, row))[1] for row in (1, 2, 3)]
