"""Parts of the package: each fault is put into a sound workbook, and found."""

import pytest

from workbook.lint.books import places, rewrite, write

SHEET = "xl/worksheets/sheet{}.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"


@pytest.mark.parametrize(
    ("code", "where", "part", "words"),
    [
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
        (
            "P10",
            ("", ""),
            "[Content_Types].xml",
            ("/xl/tables/table2.xml", "/xl/tables/table222.xml"),
        ),
        ("P08", ("", ""), RELATIONS, ("theme/theme1.xml", "theme/theme9.xml")),
        ("P08", ("", ""), RELATIONS, ('Target="styles.xml"', 'Target="sharedStrings.xml"')),
        ("P08", ("Lists", ""), RELATIONS, ("worksheets/sheet7.xml", "theme/theme1.xml")),
    ],
)
def test_a_fault_is_found_with_its_place(tmp_path, code, where, part, words):
    path = rewrite(write(tmp_path / "budget.xlsx"), part, *words)
    assert where in places(path, code)
