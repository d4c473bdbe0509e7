"""What charts and text boxes keep of cells: taken out where cells may change, left elsewhere."""

import zipfile

import pytest
import xlsxwriter

from xlbudget.workbook.fill.charts import settled_boxes, settled_charts, stored_copies
from xlbudget.workbook.parts import open_package


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    path = tmp_path_factory.mktemp("charts") / "book.xlsx"
    with xlsxwriter.Workbook(path) as out:
        for name in ("Ours", "It's theirs"):
            page = out.add_worksheet(name)
            page.write_column("A1", ["Oak", "Elm"])
            page.write_column("B1", [1, 2])
            chart = out.add_chart({"type": "column"})
            quoted = "'" + name.replace("'", "''") + "'"
            facts = {"categories": f"={quoted}!$A$1:$A$2", "values": f"={quoted}!$B$1:$B$2"}
            chart.add_series(facts)
            page.insert_chart("D2", chart)
        page.insert_textbox("D20", "Oak", {"textlink": "=Ours!$A$1"})
        page.insert_textbox("H20", "Call us")
    return path


def test_only_charts_of_cells_that_may_change_lose_their_copies(book):
    package = open_package(book)
    assert list(settled_charts(package, ["Ours"])) == ["xl/charts/chart1.xml"]
    assert list(settled_charts(package, ["It's theirs"])) == ["xl/charts/chart2.xml"]
    assert settled_charts(package, ["Elsewhere"]) == {}


def test_a_chart_keeps_its_references(book):
    settled = settled_charts(open_package(book), ["Ours"])["xl/charts/chart1.xml"]
    assert b"Oak" not in settled
    assert b"<c:pt" not in settled
    assert settled.count(b"<c:f>") == 2


def test_a_chart_without_copies_is_left_as_it_is(book, tmp_path):
    settled = settled_charts(open_package(book), ["Ours", "It's theirs"])
    again = tmp_path / "again.xlsx"
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(again, "w") as new:
        for name in old.namelist():
            new.writestr(name, settled.get(name, old.read(name)))
    assert settled_charts(open_package(again), ["Ours", "It's theirs"]) == {}


def test_a_text_box_that_shows_a_cell_forgets_what_it_showed_and_others_do_not(book):
    (drawing,) = settled_boxes(open_package(book)).values()
    assert b"Oak" not in drawing
    assert b"Call us" in drawing


def test_a_pivot_tables_own_copy_of_data_is_named(book, tmp_path):
    part = "xl/pivotCache/pivotCacheRecords1.xml"
    other = tmp_path / "pivot.xlsx"
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr(part, "<pivotCacheRecords/>")
    assert stored_copies(open_package(other)) == [part]
    assert stored_copies(open_package(book)) == []
