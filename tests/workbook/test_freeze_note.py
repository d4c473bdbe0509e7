"""The sheet Frozen: every cell, what it was, what it is now, and a way to get there."""

import pytest
from openpyxl import load_workbook

from judges.validator import findings
from workbook.freezing import frozen, of_cells
from workbook.hand_made import book, cell, number, rows, sheet
from xlbudget.workbook import freeze_note

SAID = (
    "Made by xlbudget freeze on 2026-07-01. Cells or blocks of cells that became their values: "
    "4; that took a formula of the spreadsheet's own: 1."
)
STRICT = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": (
        "http://purl.oclc.org/ooxml/spreadsheetml/main"
    ),
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
}


def told(path, title="Frozen"):
    """The rows of the note."""
    return [list(row) for row in load_workbook(path)[title].iter_rows(values_only=True)]


@pytest.fixture
def mixed(tmp_path):
    """Two sheets with every kind of outcome."""
    first = sheet(
        rows(
            cell("A1", "XLB_ROI(2,1)", 1),
            cell("A2", 'XLB_WHY("<&>")', "Because", "str"),
            cell("A3", "XLB_ROI(1,0)", "#DIV/0!", "e"),
            cell("A4", "XLB_A()", "1", "b"),
        )
    )
    second = sheet(
        rows(cell("C3", "XLB_UPV(1,2)", 2, facts=' t="array" ref="C3:C4"'), number("C4", 3))
    )
    return book(tmp_path / "b.xlsx", {"It's <1>": first, "Frozen": second})


def test_every_cell_is_told_with_its_formula_and_value(mixed):
    copy = frozen(mixed, twins=True)
    assert copy.told.note == "Frozen 2"
    assert told(copy.path, "Frozen 2") == [
        ["Frozen: this copy of the workbook needs no add-in", None, None, None, None],
        [
            SAID,
            *[None] * 4,
        ],
        [None] * 5,
        ["Sheet", "Cell", "Formula before", "Now", "Value"],
        ["It's <1>", "A1", "=XLB_ROI(2,1)", "=(2-1)/1", 1],
        ["It's <1>", "A2", '=XLB_WHY("<&>")', "its value", "Because"],
        ["It's <1>", "A3", "=XLB_ROI(1,0)", "its value, an error: #DIV/0!", "#DIV/0!"],
        ["It's <1>", "A4", "=XLB_A()", "its value", True],
        ["Frozen", "C3:C4", "=XLB_UPV(1,2)", "its value", 2],
    ]


def test_the_note_is_text_and_has_a_link_to_each_cell(mixed):
    copy = frozen(mixed, twins=True)
    note = load_workbook(copy.path)["Frozen 2"]
    assert {cell.data_type for row in note.iter_rows() for cell in row} <= {
        "s",
        "n",
        "b",
        "inlineStr",
    }
    assert [note[f"B{row}"].hyperlink.location for row in (5, 9)] == [
        "'It''s <1>'!A1",
        "'Frozen'!C3:C4",
    ]
    assert findings(copy.path) == []


def test_the_note_stands_last_and_names_of_sheets_keep_their_place(mixed):
    assert load_workbook(frozen(mixed).path).sheetnames == ["It's <1>", "Frozen", "Frozen 2"]


def test_the_same_day_gives_the_same_bytes(mixed):
    first = frozen(mixed).path.read_bytes()
    assert frozen(mixed).path.read_bytes() == first


def test_a_copy_can_be_frozen_again(mixed):
    again = frozen(frozen(mixed).path)
    assert (again.told.cells, again.told.note) == ((), "")


def test_a_list_too_long_for_a_sheet_is_cut_and_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(freeze_note, "_MOST_ROWS", 3)
    monkeypatch.setattr(freeze_note, "_MOST_LINKS", 2)
    copy = frozen(of_cells(tmp_path, *(cell(f"A{n}", "XLB_A()") for n in range(1, 9))))
    rows_told = told(copy.path)
    assert len(rows_told) == 4 + 3
    assert rows_told[1][0].endswith("Only the first 3 are listed.")
    assert copy.part("xl/worksheets/sheet2.xml").count("<hyperlink ") == 2


def test_a_workbook_of_the_strict_form_gets_a_strict_sheet(mixed, rewrite_all):
    copy = frozen(rewrite_all(mixed, STRICT))
    assert 'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"' in copy.part(
        "xl/worksheets/sheet3.xml"
    )
    assert "schemas.openxmlformats.org/officeDocument" not in copy.part("xl/workbook.xml")
    assert "schemas.openxmlformats.org/officeDocument" not in copy.part(
        "xl/_rels/workbook.xml.rels"
    )
    assert findings(copy.path) == []


def test_the_note_fits_the_width_of_a_page(mixed):
    note = load_workbook(frozen(mixed).path)["Frozen 2"]
    assert note.page_setup.orientation == "landscape"
    assert note.sheet_properties.pageSetUpPr.fitToPage
    assert int(note.page_setup.fitToHeight) == 0
