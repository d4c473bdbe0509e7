"""Changes of a package: edits gather, parts go and come with all that names them."""

import pytest

from judges.validator import findings
from workbook.freezing import of_cells
from workbook.hand_made import FORMAT, LINKS, number, sheet
from xlbudget.workbook.changes import Changes
from xlbudget.workbook.contents import read_contents, relations_of
from xlbudget.workbook.parts import open_package, write_package

CHAIN = "xl/calcChain.xml"
SHEET = "xl/worksheets/sheet1.xml"
BOOK = "xl/_rels/workbook.xml.rels"


@pytest.fixture
def changes(tmp_path):
    path = of_cells(tmp_path, number("A1", 1), chain='<c r="A1" i="1"/>', links=["b.xlsx"])
    package = open_package(path)
    return Changes(package, read_contents(package))


def written(changes, folder):
    write_package(changes.package, folder / "new.xlsx", changes.gathered())
    return open_package(folder / "new.xlsx")


def test_no_change_is_no_change(changes):
    changes.edit(SHEET, [])
    assert changes.gathered() == {}
    assert changes.now(SHEET) == changes.was(SHEET)


def test_edits_of_a_part_gather_in_any_order(changes):
    text = changes.was(SHEET)
    end = len(text)
    changes.edit(SHEET, [(end, end, b"<!--b-->")])
    changes.edit(SHEET, [(0, 0, b"<!--a-->")])
    assert changes.now(SHEET) == b"<!--a-->" + text + b"<!--b-->"
    assert changes.gathered() == {SHEET: changes.now(SHEET)}


def test_a_part_goes_with_its_relation_and_content_type(changes, tmp_path):
    changes.drop(CHAIN)
    made = written(changes, tmp_path)
    assert CHAIN not in made.members
    assert "calcChain" not in {one.kind for one in relations_of(made, "xl/workbook.xml")}
    assert findings(tmp_path / "new.xlsx") == []


def test_a_part_goes_with_its_own_relations(changes):
    part = "xl/externalLinks/externalLink1.xml"
    changes.drop(part)
    assert {name for name, content in changes.gathered().items() if content is None} == {
        part,
        "xl/externalLinks/_rels/externalLink1.xml.rels",
    }


def test_a_part_comes_with_a_relation_and_content_type(changes, tmp_path):
    content = sheet("").encode()
    ids = [
        changes.add(
            f"xl/worksheets/new{n}.xml", content, f"{LINKS}/worksheet", f"{FORMAT}.worksheet+xml"
        )
        for n in (1, 2)
    ]
    made = written(changes, tmp_path)
    told = {one.id: one.target for one in relations_of(made, "xl/workbook.xml")}
    assert [told[link] for link in ids] == [
        "xl/worksheets/new1.xml",
        "xl/worksheets/new2.xml",
    ]
    assert changes.now("xl/worksheets/new1.xml") == content
