"""Names and links of the package: each fault is put into a sound workbook, and found."""

import pytest

from workbook.lint.books import faults, places, rewrite, table, write

SHEET = "xl/worksheets/sheet{}.xml"
BOOK = "xl/workbook.xml"


@pytest.mark.parametrize(
    ("code", "where", "part", "words"),
    [
        ("P01", ("", ""), BOOK, ("Lists!$A$6:$A$7", "Listen!$A$6:$A$7")),
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
        ("P09", ("About", "A22"), SHEET.format(1), ("'Assumptions'!A1", "'Assumption'!A1")),
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
