"""The first sheet and the log: what is missing is named."""

import pytest

from workbook.lint.books import ABOUT, faults, places, rewrite, table, write
from xlbudget.workbook.lint import Profile


@pytest.mark.parametrize(
    ("code", "sheet", "cell", "seed"),
    [
        ("S10", "About", "A1", lambda book: book.file.add_sheet("Unlinked")),
        ("S11", "Log", "A1", lambda book: book["Log"].write_string("C6", "Made by hand")),
    ],
)
def test_a_fault_is_found_with_its_cell(tmp_path, code, sheet, cell, seed):
    path = write(tmp_path / "budget.xlsx", seed)
    assert (sheet, cell) in places(path, code)


def test_a_missing_sheet_of_ours_is_found(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    rewrite(path, "xl/workbook.xml", 'name="Log"', 'name="Diary"')
    assert ("Log", "") in places(path, "S11")


def blank(cell, sheet="About"):
    """Write a blank text where something should be said."""
    return lambda book: book[sheet].write_string(cell, " ")


@pytest.mark.parametrize(
    ("seed", "missing"),
    [
        (blank("A2"), "what the workbook is for"),
        (blank("B6"), "its owner"),
        (blank("A7"), "its version"),
    ],
)
def test_each_thing_that_about_does_not_say_is_named(tmp_path, seed, missing):
    path = write(tmp_path / "budget.xlsx", seed)
    assert faults(path, "S10") == [("About", "A1", f"About does not say {missing}")]


@pytest.mark.parametrize(
    ("name", "missing"), [("ColorKey", "what its colors mean"), ("Limits", "its limits")]
)
def test_each_table_that_about_lacks_is_named(tmp_path, name, missing):
    path = write(tmp_path / "budget.xlsx")
    number = list(ABOUT).index(name) + 1
    rewrite(path, f"xl/tables/table{number}.xml", f'displayName="{name}"', 'displayName="Other"')
    assert [saw for *_, saw in faults(path, "S10")] == [f"About does not say {missing}"]


def test_a_link_of_the_contents_that_is_gone_is_named(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    rewrite(path, "xl/worksheets/sheet1.xml", "'Assumptions'!A1", "'Lists'!A1")
    assert [saw for *_, saw in faults(path, "S10")] == ["About has no link to Assumptions"]


def test_in_a_school_the_first_sheet_is_start(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    assert faults(path, "S10", Profile.SCHOOL) == [("Start", "", "There is no sheet Start")]


def test_an_entry_of_the_log_without_a_date_does_not_count(tmp_path):
    path = write(tmp_path / "budget.xlsx", blank("A6", "Log"))
    assert [saw for *_, saw in faults(path, "S11")] == ["No entry of Log has a date"]


def test_a_maker_without_a_version_does_not_count(tmp_path):
    path = write(
        tmp_path / "budget.xlsx", lambda book: book["Log"].write_string("C6", "Made by xlbudget")
    )
    assert [saw for *_, saw in faults(path, "S11")] == [
        "Log does not say which version made the workbook"
    ]


def test_contents_without_a_row_say_nothing(tmp_path):
    def seed(book):
        table(book, "Lists", "A10:B11", "Extra", ("a", "b"))

    path = write(tmp_path / "budget.xlsx", seed)
    assert faults(path, "S10") == []
