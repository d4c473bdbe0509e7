"""An open workbook: its sheets in order, tables, names, dates, and what else is to be known."""

import openpyxl
import pytest
import xlsxwriter

from workbook.read.books import (
    LINKS,
    MAIN,
    SHEET,
    ours,
    parts_of,
    relations,
    sheet,
    theirs,
    workbook,
    write,
)
from xlbudget.errors import LockedFileError, UnreadableFileError
from xlbudget.workbook.lock_file import Lock
from xlbudget.workbook.parts import Package
from xlbudget.workbook.read import DefinedName, TableColumn, book, open_book

CELL = '<row r="1"><c r="A1"><v>61</v></c></row>'
STRICT = {
    MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main",
    LINKS: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}


@pytest.fixture
def made(tmp_path):
    """A workbook by XlsxWriter with tabs of each kind, a table and names."""
    path = tmp_path / "made.xlsx"
    with xlsxwriter.Workbook(path) as file:
        page = file.add_worksheet("Lines")
        page.add_table(
            "B3:D6",
            {
                "name": "LineItems",
                "total_row": True,
                "columns": [
                    {"header": "Line", "total_string": "Sum"},
                    {"header": "Amount & more", "total_function": "sum"},
                    {"header": "Twice", "formula": "=[@[Amount & more]]*2"},
                ],
            },
        )
        chart = file.add_chart({"type": "bar"})
        chart.add_series({"values": "=Lines!$C$4:$C$5"})
        file.add_chartsheet("Picture").set_chart(chart)
        hidden = file.add_worksheet("Lists")
        hidden.hide()
        file.add_worksheet("Manifest").very_hidden()
        file.define_name("Rate", "=Lists!$A$1")
        file.define_name("Lists!Own", "=Lists!$A$2")
        file.set_properties({"title": "Budget", "author": "Riverbend"})
        file.set_calc_mode("manual")
    return open_book(path)


def test_sheets_stand_in_the_order_of_their_tabs_with_their_states(made):
    assert [(page.name, page.state) for page in made.sheets] == [
        ("Lines", "visible"),
        ("Lists", "hidden"),
        ("Manifest", "veryHidden"),
    ]
    assert made.facts.other_tabs == ("Picture",)


def test_a_sheet_is_found_by_its_name_in_any_letters(made):
    assert made.sheet("LINES") is made.sheets[0]
    assert made.sheet("Line") is None


def test_a_table_tells_its_area_columns_and_formulas(made):
    (table,) = made.tables
    assert (table.name, table.sheet, table.ref) == ("LineItems", "Lines", "B3:D6")
    assert (table.has_header, table.has_totals) == (True, True)
    assert table.columns == (
        TableColumn("Line", totals_label="Sum"),
        TableColumn("Amount & more"),
        TableColumn("Twice", formula="[[#This Row],[Amount & more]]*2"),
    )


def test_names_tell_what_they_stand_for_and_which_sheet_knows_them(made):
    assert set(made.names) == {
        DefinedName("Rate", "Lists!$A$1"),
        DefinedName("Own", "Lists!$A$2", sheet="Lists"),
    }


def test_facts_tell_the_settings_and_the_properties(made):
    facts = made.facts
    assert (facts.calculates, facts.starts_1904, facts.is_strict) == ("manual", False, False)
    assert (facts.has_macros, facts.links, facts.has_connections) == (False, (), False)
    assert facts.properties["title"] == "Budget"
    assert facts.properties["creator"] == "Riverbend"
    assert facts.properties["Application"] == "Microsoft Excel"


def test_a_strict_workbook_is_read_and_told(tmp_path):
    parts = {
        name: text.replace(MAIN, STRICT[MAIN]).replace(LINKS, STRICT[LINKS])
        for name, text in parts_of(CELL).items()
    }
    found = open_book(write(tmp_path / "strict.xlsx", parts))
    assert found.facts.is_strict
    assert found.sheets[0].cells.values == {"A1": 61.0}


def test_the_1904_date_system_is_told_and_dates_are_read_as_openpyxl_does(tmp_path):
    path = tmp_path / "mac.xlsx"
    with xlsxwriter.Workbook(path, {"date_1904": True}) as file:
        day = file.add_format({"num_format": "d mmm yyyy"})
        file.add_worksheet().write_number("A1", 40000, day)
    assert open_book(path).facts.starts_1904
    assert ours(path) == theirs(path)


@pytest.mark.parametrize("target", ["worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml"])
def test_relations_are_followed_from_their_part_or_from_the_root(tmp_path, target):
    parts = {"xl/_rels/workbook.xml.rels": relations(("worksheet", target))}
    found = open_book(write(tmp_path / "book.xlsx", parts_of(CELL, parts=parts)))
    assert found.sheets[0].cells.values == {"A1": 61.0}


def test_a_sheet_without_its_part_is_named_and_the_others_are_read(tmp_path):
    parts = {
        "xl/workbook.xml": workbook("Gone", "Data"),
        "xl/_rels/workbook.xml.rels": relations(
            ("worksheet", "worksheets/gone.xml"), ("worksheet", "worksheets/sheet1.xml")
        ),
    }
    found = open_book(write(tmp_path / "book.xlsx", parts_of(CELL, parts=parts)))
    assert found.facts.missing_sheets == ("Gone",)
    assert found.sheets[1].cells.values == {"A1": 61.0}
    with pytest.raises(UnreadableFileError, match="'Gone' is missing"):
        _ = found.sheets[0].cells


def test_macros_links_and_connections_are_told_and_do_not_hinder(tmp_path):
    parts = {
        "xl/vbaProject.bin": b"\xd0\xcf",
        "xl/_rels/workbook.xml.rels": relations(
            ("worksheet", "worksheets/sheet1.xml"),
            ("externalLink", "externalLinks/externalLink1.xml"),
            ("connections", "connections.xml"),
        ),
        "xl/externalLinks/_rels/externalLink1.xml.rels": relations(
            ("externalLinkPath", "file:///C:/other.xlsx")
        ).replace("/>", ' TargetMode="External"/>'),
    }
    found = open_book(write(tmp_path / "book.xlsm", parts_of(CELL, parts=parts)))
    assert found.facts.has_macros
    assert found.facts.has_connections
    assert found.facts.links == ("file:///C:/other.xlsx",)
    assert found.sheets[0].cells.values == {"A1": 61.0}


def test_a_sheet_is_unpacked_only_when_its_cells_are_asked_for(tmp_path, monkeypatch):
    read = []
    unpack = book.read_sheet
    monkeypatch.setattr(
        book, "read_sheet", lambda package, name: read.append(name) or unpack(package, name)
    )
    found = open_book(write(tmp_path / "book.xlsx", parts_of(CELL)))
    assert read == []
    assert found.sheets[0].cells is found.sheets[0].cells
    assert read == [SHEET]


# --- held by another program ----------------------------------------------------------------


@pytest.fixture
def held(tmp_path):
    """A workbook that Ann Lee has open in Excel."""
    path = write(tmp_path / "book.xlsx", parts_of(CELL))
    name = "Ann Lee"
    owner = bytes([len(name)]) + name.encode().ljust(54) + bytes([len(name), 0])
    (tmp_path / "~$book.xlsx").write_bytes(owner + name.encode("utf-16-le").ljust(104))
    return path


def test_a_file_that_is_open_elsewhere_is_read_and_its_user_told(held):
    found = open_book(held)
    assert found.facts.lock == Lock("Excel", "Ann Lee", held.with_name("~$book.xlsx"))
    assert found.sheets[0].cells.values == {"A1": 61.0}


def test_a_file_that_may_not_be_read_is_refused_with_its_user(held, monkeypatch):
    def closed(*_, **__) -> Package:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(book, "open_package", closed)
    with pytest.raises(LockedFileError, match="Ann Lee has it open in Excel"):
        open_book(held)
    held.with_name("~$book.xlsx").unlink()
    with pytest.raises(LockedFileError, match="may not be read"):
        open_book(held)


def test_a_workbook_by_openpyxl_is_read(tmp_path):
    file = openpyxl.Workbook()
    file.active.title = "Data"
    file.active.append(["a", 1, True])
    path = tmp_path / "plain.xlsx"
    file.save(path)
    assert open_book(path).sheet("data").cells.values == {"A1": "a", "B1": 1.0, "C1": True}


def test_a_sheet_may_be_empty(tmp_path):
    parts = {SHEET: sheet("").replace("<sheetData></sheetData>", "<sheetData/>")}
    found = open_book(write(tmp_path / "book.xlsx", parts_of("", parts=parts)))
    assert found.sheets[0].cells.values == {}
