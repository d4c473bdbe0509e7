"""The rules of structure: each finds its fault where it was put."""

import pytest

from samples import BUDGET
from workbook.intake.filled import number, put, write_filled
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
        ("S07", "Sheet1", "A1", lambda book: book.file.add_sheet("Sheet1").write_string(0, 0, "x")),
        ("S07", "Tabelle2", "A1", lambda book: book.file.add_sheet("Tabelle2")),
        ("S08", "Notes", "A1", lambda book: book.file.add_sheet("Notes")),
        ("S12", "Manifest", "A1", lambda book: book["Manifest"].write_string("B9", "none")),
        ("S12", "Manifest", "A1", lambda book: book["Manifest"].write_string("A7", "Other")),
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


def test_a_workbook_that_is_not_ours_needs_no_roles(tmp_path):
    path = write(tmp_path / "budget.xlsx", lambda book: book.file.add_sheet("Extra"))
    assert places(path, "S01", Profile.ANY) == []


def test_two_roles_of_one_sheet_are_found(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    rewrite(path, "xl/sharedStrings.xml", "<si><t>Summary</t></si>", "<si><t>Checks</t></si>")
    assert "Manifest gives the sheet 'Checks' 2 roles" in [saw for *_, saw in faults(path, "S01")]


def test_years_stand_in_the_same_columns_on_all_sheets(tmp_path):
    def seed(book):
        table(book, YEARS, "A15:B16", "More", ("a", "Year 1"))
        table(book, "Summary", "A50:C51", "Other", ("a", "b", "Year 1"))

    path = write(tmp_path / "budget.xlsx", seed)
    rewrite(path, "xl/sharedStrings.xml", "<si><t>output</t></si>", "<si><t>calculation</t></si>")
    assert places(path, "S03") == [("Summary", "C50")]


@pytest.mark.parametrize("name", ["Sheet", "Sheet1", "Tabelle2", "List1", "Feuil3 (2)"])
def test_names_that_programs_give_are_found(tmp_path, name):
    path = write(tmp_path / "budget.xlsx", lambda book: book.file.add_sheet(name))
    assert places(path, "S07") == [(name, "A1")]


def test_a_sheet_whose_structure_changed_is_named(tmp_path):
    path = write_filled(BUDGET, tmp_path / "a.xlsx")
    assert places(path, "S12") == []
    put(path, "CashFlows", "Year 1", number(5))
    put(path, "LineItems", "Unit price", number(5))
    assert places(path, "S12") == [("Cost by year", "A1")]
