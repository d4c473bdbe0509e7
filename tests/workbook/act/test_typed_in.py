"""Edits go into the file, and nothing else in it changes: values, formulas, shared formulas."""

import zipfile

import pytest

from judges.validator import findings as faults
from workbook.act.acted import differences, held, place_of
from workbook.freezing import raw
from workbook.intake.filled import formula, put
from xlbudget.actions.snapshot import Formula
from xlbudget.errors import InputError
from xlbudget.workbook.act.located import Located
from xlbudget.workbook.act.typed_in import typed_in
from xlbudget.workbook.read import open_book
from xlbudget.workbook.read.address import parted

TABLE = "LineItems"


def typed(path, *edits, results=None):
    """A copy of a file in which cells of Line items hold something else."""
    places = [(place_of(path, TABLE, header, row), value) for header, row, value in edits]
    located = [Located(sheet, *parted(ref), value, "", TABLE) for (sheet, ref), value in places]
    out = path.with_name("typed.xlsx")
    typed_in(open_book(path), located, results).write(out)
    return out


def changed(one, other):
    return {(sheet, ref) for sheet, ref, *_ in differences(one, other)}


def test_only_the_cells_of_the_edits_change(book):
    out = typed(book, ("Notes", 1, "Bought at once"), ("Quantity", 3, 12), ("Line", 3, "L9"))
    places = {place_of(book, TABLE, *at) for at in (("Notes", 1), ("Quantity", 3), ("Line", 3))}
    assert changed(book, out) == places
    assert held(out, *place_of(book, TABLE, "Notes")) == (None, "Bought at once")


def test_all_parts_but_the_sheet_are_the_same_bytes(book):
    before, after = raw(book), raw(typed(book, ("Notes", 1, "Bought at once")))
    names = {name for name in before if before[name] != after[name]}
    assert {name.rpartition("/")[0] for name in names} == {"xl/worksheets"}
    assert len(names) == 1


def test_a_value_takes_the_place_of_a_typed_formula(book):
    put(book, TABLE, "Unit price", formula("2*300", 600))
    out = typed(book, ("Unit price", 1, 450))
    assert held(out, *place_of(book, TABLE, "Unit price")) == (None, 450)
    assert faults(out) == []


def test_a_formula_is_typed_with_its_result_where_that_is_known(book):
    place = place_of(book, TABLE, "Unit price")
    out = typed(book, ("Unit price", 1, Formula('=IF("a"<"b",2*300,0)')), results={place: 600.0})
    assert held(out, *place) == ('IF("a"<"b",2*300,0)', 600)


def test_a_text_that_looks_like_a_formula_stays_a_text(book):
    out = typed(book, ("Notes", 1, "=1+1"))
    assert held(out, *place_of(book, TABLE, "Notes")) == (None, "=1+1")


def test_a_formula_that_excel_filled_down_stays_in_the_other_cells(book):
    """Excel writes it once, in its first cell."""
    sheet, first = place_of(book, TABLE, "Unit price", 1)
    second = place_of(book, TABLE, "Unit price", 2)[1]
    put(
        book,
        TABLE,
        "Unit price",
        ("", f'<f t="shared" si="0" ref="{first}:{second}">2*ROW()</f><v>14</v>'),
    )
    put(book, TABLE, "Unit price", ("", '<f t="shared" si="0"/><v>16</v>'), row=2)
    out = typed(book, ("Unit price", 1, 450))
    assert held(out, sheet, first) == (None, 450)
    assert held(out, sheet, second) == ("2*ROW()", 16)
    both = typed(book, ("Unit price", 2, 7), ("Unit price", 1, 450))
    assert held(both, sheet, second) == (None, 7)


def test_the_order_of_calculation_goes_when_a_formula_goes(book):
    ref = put(book, TABLE, "Unit price", formula("2*300", 600))
    with_order(book, ref)
    assert "xl/calcChain.xml" in zipfile.ZipFile(book).namelist()
    assert "xl/calcChain.xml" in zipfile.ZipFile(typed(book, ("Notes", 1, "x"))).namelist()
    out = typed(book, ("Unit price", 1, 450))
    assert "xl/calcChain.xml" not in zipfile.ZipFile(out).namelist()
    assert faults(out) == []


def test_a_part_of_an_array_formula_is_refused(book):
    sheet, first = place_of(book, TABLE, "Unit price", 1)
    second = place_of(book, TABLE, "Unit price", 2)[1]
    put(book, TABLE, "Unit price", ("", f'<f t="array" ref="{first}:{second}">ROW()</f><v>7</v>'))
    with pytest.raises(InputError) as refusal:
        typed(book, ("Unit price", 2, 450))
    assert refusal.value.saw == f"The cell {second} is part of an array formula"
    assert refusal.value.place == sheet


def with_order(path, ref):
    """Give a file the order of calculation that Excel keeps."""
    with zipfile.ZipFile(path) as package:
        parts = {
            name: package.read(name).decode("utf-8", "surrogateescape")
            for name in package.namelist()
        }
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain"
    content = "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/calcChain.xml"] = f'<calcChain xmlns="{main}"><c r="{ref}" i="14"/></calcChain>'
    for name, end, new in (
        (
            "xl/_rels/workbook.xml.rels",
            "</Relationships>",
            f'<Relationship Id="rIdC" Type="{kind}" Target="calcChain.xml"/>',
        ),
        (
            "[Content_Types].xml",
            "</Types>",
            f'<Override PartName="/xl/calcChain.xml" ContentType="{content}"/>',
        ),
    ):
        parts[name] = parts[name].replace(end, new + end)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text.encode("utf-8", "surrogateescape"))
