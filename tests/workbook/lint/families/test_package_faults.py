"""Faults of the package: each is put into the parts of a sound workbook, and found."""

import pytest

from workbook.lint.books import places, rewrite, write

SHEET = "xl/worksheets/sheet{}.xml"
BOOK = "xl/workbook.xml"
MERGED = '<mergeCells><mergeCell ref="{}"/><mergeCell ref="{}"/></mergeCells><pageMargins'


@pytest.mark.parametrize(
    ("code", "where", "part", "words"),
    [
        ("P02", ("About", "A9"), "xl/tables/table2.xml", (' id="2"', ' id="1"')),
        ("P05", ("Line items", "D5"), "xl/tables/table8.xml", ('name="Goal 1"', 'name="Goal one"')),
        (
            "P06",
            ("Lists", "A2"),
            SHEET.format(7),
            ("<pageMargins", MERGED.format("A1:B2", "A2:C2")),
        ),
        (
            "P06",
            ("Log", "B5"),
            SHEET.format(8),
            ("<pageMargins", MERGED.format("B5:C5", "E5:F5")),
        ),
        ("P07", ("Lists", "A3"), SHEET.format(7), ('<row r="2"', '<row r="4"')),
        ("P07", ("Log", "B6"), SHEET.format(8), ('<c r="A6"', '<c r="C6"')),
        ("P11", ("Log", ""), BOOK, ('sheetId="8"', 'sheetId="7"')),
        ("P11", ("LISTS", ""), BOOK, ('name="Log"', 'name="LISTS"')),
        ("P12", ("Lists", "A6"), SHEET.format(7), ('<c r="A6"', '<c r="A6" s="999"')),
    ],
)
def test_a_fault_is_found_with_its_place(tmp_path, code, where, part, words):
    path = rewrite(write(tmp_path / "budget.xlsx"), part, *words)
    assert where in places(path, code)


def test_tables_that_overlap_are_found(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    rewrite(path, "xl/tables/table2.xml", 'ref="A9:B10"', 'ref="A6:B10"')
    assert ("About", "A6") in places(path, "P06")
