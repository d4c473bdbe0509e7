"""Templates as other programs write them, and odd ones: what is there is known."""

import zipfile

import pytest

from workbook.hand_made import HEAD, LINKS, SPACE, book, sheet
from xlbudget.errors import UnreadableFileError
from xlbudget.workbook.fill import fill, prepare

KYO = '<r><t xml:space="preserve">kyo </t></r><rPh sb="0" eb="2"><t>x</t></rPh>'
STRINGS = (
    f'{HEAD}<sst xmlns="{SPACE}" count="3" uniqueCount="3"><si><t>Oak</t></si>'
    f"<si><r><t>To</t></r>{KYO}</si><si><t>Old</t></si></sst>"
)
LINK = f'<Relationship Id="rIdS" Type="{LINKS}/sharedStrings" Target="sharedStrings.xml"/>'


def rewritten(path, part, old, new):
    changed = path.with_name("changed.xlsx")
    with zipfile.ZipFile(path) as was, zipfile.ZipFile(changed, "w") as now:
        for name in was.namelist():
            text = was.read(name).decode()
            now.writestr(name, text.replace(old, new) if name == part else text)
    return changed


def with_strings(folder, data):
    more = {"xl/sharedStrings.xml": (STRINGS, "sharedStrings")}
    path = book(folder / "book.xlsx", {"Data": sheet(data)}, more=more)
    end = "</Relationships>"
    return rewritten(path, "xl/_rels/workbook.xml.rels", end, LINK + end)


def held(folder, cell):
    prepared = prepare(with_strings(folder, f'<row r="1">{cell}</row>'))
    return prepared.find(("Data", "A1")).was


@pytest.mark.parametrize(
    ("cell", "was"),
    [
        ('<c r="A1" t="s"><v>0</v></c>', "Oak"),
        ('<c r="A1" t="s"><v>1</v></c>', "Tokyo "),
        ('<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>', "ab"),
        ('<c r="A1" t="str"><f>B1</f><v>a_x000D_</v></c>', "a\r"),
        ('<c r="A1"><v>1.5E3</v></c>', 1500.0),
        ('<c r="A1" t="b"><v>1</v></c>', True),
        ('<c r="A1" s="2"/>', None),
        ('<c t="n"><v> 7 </v></c>', 7.0),
    ],
)
def test_what_a_cell_holds_is_known(tmp_path, cell, was):
    assert held(tmp_path, cell) == was


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1" t="e"><v>#N/A</v></c>',
        '<c r="A1" t="s"><v>99</v></c>',
        '<c r="A1" t="s"><v>-1</v></c>',
        '<c r="A1"><v>seven</v></c>',
        '<c r="A1" t="d"><v>2026-07-01</v></c>',
    ],
)
@pytest.mark.parametrize("value", ["#N/A", "seven", 99, None, "Oak"])
def test_what_is_odd_equals_no_value_and_is_replaced(tmp_path, cell, value):
    source = with_strings(tmp_path, f'<row r="1">{cell}</row>')
    assert fill(prepare(source), {("Data", "A1"): value}, tmp_path / "out.xlsx").cells


def test_rows_and_cells_without_addresses_follow_one_another(tmp_path):
    first = '<row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row>'
    data = first + '<row r="x"><c><v>6</v></c></row>'
    prepared = prepare(with_strings(tmp_path, data))
    was = {at: prepared.find(("Data", at)).was for at in ("A1", "B1", "D1", "E1", "A2")}
    assert was == {"A1": 1, "B1": None, "D1": 4, "E1": 5, "A2": 6}


def test_only_strings_that_no_cell_holds_are_emptied(tmp_path):
    source = with_strings(tmp_path, '<row r="1"><c r="A1" t="s"><v>1</v></c></row>')
    out = tmp_path / "out.xlsx"
    fill(prepare(source), {}, out)
    with zipfile.ZipFile(out) as package:
        text = package.read("xl/sharedStrings.xml").decode()
    assert "Oak" not in text
    assert "Old" not in text
    assert "kyo" in text
    assert text.count("<si>") == 3


def test_a_workbook_that_counts_from_1904_is_known(tmp_path):
    path = book(tmp_path / "pc.xlsx", {"Data": sheet("")})
    assert not prepare(path).starts_1904
    facts = '<workbookPr date1904="1"/><sheets>'
    assert prepare(rewritten(path, "xl/workbook.xml", "<sheets>", facts)).starts_1904


def test_a_sheet_that_is_no_xml_is_refused(tmp_path):
    with pytest.raises(UnreadableFileError, match="sound XML"):
        prepare(book(tmp_path / "bad.xlsx", {"Data": "<worksheet>"}))
