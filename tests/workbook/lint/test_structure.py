"""The rules of structure: each finds its fault where it was put."""

import pytest

from workbook.lint.books import faults, places, rewrite, table, write
from xlbudget.workbook.lint import Profile

YEARS = "Cost by year"


def hide(name, how="hide"):
    return lambda book: getattr(book[name], how)()


@pytest.mark.parametrize(
    ("code", "sheet", "cell", "seed"),
    [
        ("S01", "Extra", "A1", lambda book: book.file.add_sheet("Extra").write_string(0, 0, "x")),
        (
            "S03",
            YEARS,
            "C15",
            lambda book: table(book, YEARS, "A15:C16", "Other", ("a", "b", "Year 1")),
        ),
        ("S04", YEARS, "C5", lambda book: book[YEARS].write_number("C5", 2028)),
        ("S05", "Lists", "A1", hide("Lists")),
        ("S05", "Log", "A1", hide("Log", "very_hidden")),
        ("S06", "Lists", "A6", lambda book: book["Lists"].set_row(5, None, None, {"hidden": True})),
        (
            "S06",
            "Lists",
            "C1",
            lambda book: book["Lists"].set_column("C:C", 9, None, {"hidden": 1}),
        ),
        (
            "S06",
            "Lists",
            "A7",
            lambda book: book["Lists"].write_string("A7", "G2", book.shape(font_color="#FFFFFF")),
        ),
        (
            "S06",
            "Lists",
            "B7",
            lambda book: book["Lists"].write_number("B7", 7, book.shape(num_format=";;;")),
        ),
        ("S07", "Sheet1", "A1", lambda book: book.file.add_sheet("Sheet1").write_string(0, 0, "x")),
        ("S07", "Tabelle2", "A1", lambda book: book.file.add_sheet("Tabelle2")),
        ("S08", "Notes", "A1", lambda book: book.file.add_sheet("Notes")),
        ("S10", "About", "A1", lambda book: book.file.add_sheet("Unlinked")),
        ("S11", "Log", "A1", lambda book: book["Log"].write_string("B6", "Made by hand")),
        ("S12", "Manifest", "A1", lambda book: book["Manifest"].write_string("B9", "none")),
        ("S12", "Manifest", "A1", lambda book: book["Manifest"].write_string("A7", "Other")),
        (
            "S13",
            YEARS,
            "A20",
            lambda book: book[YEARS].write_formula("A20", "=[1]Sheet!A1", None, 1),
        ),
        (
            "S15",
            YEARS,
            "B12",
            lambda book: (
                table(book, YEARS, "A15:B20", "Parts", ("Part", "Amount"), [("a", 1)] * 5),
                book[YEARS].write_formula("B12", "=SUM(B16:B18)", book.number, 3),
            ),
        ),
    ],
)
def test_a_fault_is_found_with_its_cell(tmp_path, code, sheet, cell, seed):
    path = write(tmp_path / "budget.xlsx", seed)
    assert (sheet, cell) in places(path, code)


def test_a_name_that_excel_keeps_for_itself_is_found(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    rewrite(path, "xl/workbook.xml", 'name="Lists"', 'name="History"')
    assert places(path, "S09") == [("History", "A1")]


def test_sheets_out_of_order_are_found(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    rewrite(path, "xl/sharedStrings.xml", "<si><t>data</t></si>", "<si><t>output</t></si>")
    assert ("Cost by year", "A1") in places(path, "S02")


def test_a_role_that_is_none_is_found(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    rewrite(path, "xl/sharedStrings.xml", "<si><t>data</t></si>", "<si><t>heap</t></si>")
    assert [saw for _, _, saw in faults(path, "S01")] == [
        "Manifest gives the sheet 'Line items' the role 'heap'"
    ]


def test_a_control_on_a_sheet_is_found(tmp_path):
    path = write(
        tmp_path / "budget.xlsx", lambda book: book["Lists"].insert_button("C3", {"macro": "m"})
    )
    assert places(path, "S14") == [("Lists", "")]


def test_a_missing_sheet_of_ours_is_found(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    rewrite(path, "xl/workbook.xml", 'name="Log"', 'name="Diary"')
    assert ("Log", "") in places(path, "S11")


def test_a_workbook_that_is_not_ours_needs_no_roles(tmp_path):
    path = write(tmp_path / "budget.xlsx", lambda book: book.file.add_sheet("Extra"))
    assert places(path, "S01", Profile.ANY) == []
