"""What a workbook's package holds, wherever its parts stand."""

import zipfile

import pytest

from workbook.freezing import of_cells
from workbook.hand_made import HEAD, book, number, relations, rows, sheet
from xlbudget.errors import UnreadableFileError
from xlbudget.workbook.contents import link_of, read_contents, relations_of, relations_part
from xlbudget.workbook.parts import open_package


@pytest.fixture
def three(tmp_path):
    data = sheet(rows(number("A1", 1)))
    names = '<definedName name="Here">One!$A$1</definedName>'
    sheets = {"One": data, "A & B": data, "Three": data}
    return book(tmp_path / "b.xlsx", sheets, names=names, links=["other.xlsx"])


def test_sheets_are_told_by_name_in_the_order_of_their_tabs(three):
    contents = read_contents(open_package(three))
    assert list(contents.sheets.items()) == [
        ("One", "xl/worksheets/sheet1.xml"),
        ("A & B", "xl/worksheets/sheet2.xml"),
        ("Three", "xl/worksheets/sheet3.xml"),
    ]


def test_names_and_links_are_told(three):
    package = open_package(three)
    contents = read_contents(package)
    assert [(one.facts["name"], one.text) for one in contents.all("definedName")] == [
        ("Here", "One!$A$1")
    ]
    (link,) = contents.all("externalReference")
    (relation,) = contents.related("externalLink")
    assert link_of(link) == relation.id
    assert [one.target for one in relations_of(package, relation.target)] == ["other.xlsx"]


@pytest.mark.parametrize("target", ["/xl/worksheets/sheet1.xml", "./a/../worksheets/sheet1.xml"])
def test_a_part_is_found_by_any_way_of_telling_its_place(three, rewrite_all, target):
    path = rewrite_all(three, {'Target="worksheets/sheet1.xml"': f'Target="{target}"'})
    assert read_contents(open_package(path)).sheets["One"] == "xl/worksheets/sheet1.xml"


def test_the_relations_of_a_part_stand_beside_it():
    assert relations_part("") == "_rels/.rels"
    assert relations_part("book.xml") == "_rels/book.xml.rels"
    assert relations_part("xl/a.xml") == "xl/_rels/a.xml.rels"


@pytest.mark.parametrize(
    ("part", "text", "words"),
    [
        pytest.param("_rels/.rels", relations(), "no workbook", id="no-main-part"),
        pytest.param(
            "_rels/.rels",
            relations(("rId1", "officeDocument", "xl/none.xml", False)),
            "is missing",
            id="main-part-missing",
        ),
        pytest.param("xl/workbook.xml", f"{HEAD}<document/>", "is no workbook", id="a-document"),
    ],
)
def test_a_package_without_a_workbook_is_refused(tmp_path, part, text, words):
    path = of_cells(tmp_path, number("A1", 1))
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()} | {part: text}
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    with pytest.raises(UnreadableFileError, match=words):
        read_contents(open_package(path))
