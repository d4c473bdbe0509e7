"""Faults of the package: each is put into the parts of a sound workbook, and found."""

import pytest

from workbook.lint.books import faults, places, rewrite, table, write

SHEET = "xl/worksheets/sheet{}.xml"
BOOK = "xl/workbook.xml"
MERGED = '<mergeCells><mergeCell ref="{}"/><mergeCell ref="{}"/></mergeCells><pageMargins'


@pytest.mark.parametrize(
    ("code", "where", "part", "words"),
    [
        ("P01", ("", ""), BOOK, ("Lists!$A$6:$A$7", "Listen!$A$6:$A$7")),
        ("P02", ("About", "A9"), "xl/tables/table2.xml", (' id="2"', ' id="1"')),
        (
            "P03",
            ("About", "A9"),
            "xl/tables/table2.xml",
            ('displayName="Conventions"', 'displayName="aboutbudget"'),
        ),
        (
            "P04",
            ("About", "A9"),
            "xl/tables/table2.xml",
            ('displayName="Conventions"', 'displayName="FY27"'),
        ),
        ("P04", ("", ""), BOOK, ('name="GoalList"', 'name="R1C1"')),
        ("P04", ("", ""), BOOK, ('name="GoalList"', 'name="Goal List"')),
        ("P05", ("Line items", "D5"), "xl/tables/table7.xml", ('name="Goal 1"', 'name="Goal one"')),
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
        (
            "P08",
            ("About", ""),
            SHEET.format(1),
            ('<tablePart r:id="rId1"/>', '<tablePart r:id="rId99"/>'),
        ),
        (
            "P08",
            ("About", ""),
            "xl/worksheets/_rels/sheet1.xml.rels",
            ("table2.xml", "table200.xml"),
        ),
        (
            "P08",
            ("About", ""),
            "xl/worksheets/_rels/sheet1.xml.rels",
            ("../tables/table2.xml", "../styles.xml"),
        ),
        ("P09", ("About", "A22"), SHEET.format(1), ("'Assumptions'!A1", "'Assumption'!A1")),
        (
            "P10",
            ("", ""),
            "[Content_Types].xml",
            ("/xl/tables/table2.xml", "/xl/tables/table222.xml"),
        ),
        ("P11", ("Log", ""), BOOK, ('sheetId="8"', 'sheetId="7"')),
        ("P11", ("LISTS", ""), BOOK, ('name="Log"', 'name="LISTS"')),
        ("P12", ("Lists", "A6"), SHEET.format(7), ('<c r="A6"', '<c r="A6" s="999"')),
    ],
)
def test_a_fault_is_found_with_its_place(tmp_path, code, where, part, words):
    path = rewrite(write(tmp_path / "budget.xlsx"), part, *words)
    assert where in places(path, code)


def test_a_table_of_the_name_of_a_defined_name_is_found(tmp_path):
    path = write(
        tmp_path / "budget.xlsx",
        lambda book: table(book, "Lists", "C5:C6", "GoalList", ("Goals",), [("x",)]),
    )
    assert places(path, "P03") == [("Lists", "C5")]


def test_a_link_to_a_name_or_a_table_is_sound(tmp_path):
    path = rewrite(
        write(tmp_path / "budget.xlsx"), SHEET.format(1), "'Assumptions'!A1", "LineItems"
    )
    assert faults(path, "P09") == []


def test_tables_that_overlap_are_found(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    rewrite(path, "xl/tables/table2.xml", 'ref="A9:B10"', 'ref="A6:B10"')
    assert ("About", "A6") in places(path, "P06")
