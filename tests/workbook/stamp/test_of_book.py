"""digests_of: a file has the digests of its plan, also after other programs and fillings."""

import re

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from strategies import budgets
from workbook.intake.filled import cell_of
from xlbudget.model.rules import findings_of
from xlbudget.sheets.book import district_book
from xlbudget.sheets.template import template_book
from xlbudget.workbook.fill import book_values, fill, prepare
from xlbudget.workbook.read import open_book
from xlbudget.workbook.stamp import changed_sheets, digests_of, plan_digests
from xlbudget.workbook.write import write_book


def saved_by(office, book, out, edit=None):
    """A file after LibreOffice opened it, did something with it, and saved it."""
    handle = office.open(book)
    if edit:
        edit(handle)
    office.save_as(handle, out)
    office.close(handle)
    return open_book(out)


def lower(ref, rows):
    """The address some rows below another one."""
    letters, row = re.fullmatch("([A-Z]+)([0-9]+)", ref).groups()
    return f"{letters}{int(row) + rows}"


# --- the file that is written from a plan


@pytest.mark.parametrize("edition", ["working", "accessible"])
def test_the_template_has_the_digests_of_its_plan(tmp_path, edition):
    plan = template_book(edition)
    write_book(plan, tmp_path / "a.xlsx")
    book = open_book(tmp_path / "a.xlsx")
    assert digests_of(book) == plan_digests(plan)
    assert changed_sheets(book) == ()


@settings(
    deadline=None, max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(budgets())
def test_a_random_budgets_workbook_has_the_digests_of_its_plan(tmp_path, budget):
    plan = district_book(budget, findings_of(budget))
    write_book(plan, tmp_path / "a.xlsx")
    book = open_book(tmp_path / "a.xlsx")
    assert digests_of(book) == plan_digests(plan)
    assert changed_sheets(book) == ()


def test_filling_a_template_changes_nothing(tmp_path, riverbend):
    template = tmp_path / "template.xlsx"
    room = district_book(riverbend, ())
    write_book(room, template)
    before = digests_of(open_book(template))
    words = {
        place: "typed" if isinstance(value, str) and value else value
        for place, value in book_values(room).items()
        if place[0] not in {"Manifest", "About"}
    }
    fill(prepare(template), words, tmp_path / "filled.xlsx")
    filled = open_book(tmp_path / "filled.xlsx")
    assert digests_of(filled) == before
    assert changed_sheets(filled) == ()


# --- other programs


def test_a_save_by_libreoffice_changes_nothing(tmp_path, libreoffice, riverbend):
    write_book(district_book(riverbend, findings_of(riverbend)), tmp_path / "a.xlsx")
    saved = saved_by(libreoffice, tmp_path / "a.xlsx", tmp_path / "b.xlsx")
    assert changed_sheets(saved) == ()
    assert digests_of(saved) == digests_of(open_book(tmp_path / "a.xlsx"))


def test_what_people_do_in_libreoffice_changes_nothing(tmp_path, libreoffice, original):
    sheet, quantity = cell_of(original, "LineItems", "Quantity")

    def edit(handle):
        libreoffice.insert_rows(handle, sheet, 3, 2)
        libreoffice.insert_rows(handle, "Team", 3, 1)
        libreoffice.set(handle, sheet, lower(quantity, 2), "=270*180")
        libreoffice.set(handle, sheet, lower(quantity, 3), 12)
        libreoffice.set(handle, "Scratch", "B7", "=SUM(LineItems[Quantity])")

    assert changed_sheets(saved_by(libreoffice, original, tmp_path / "b.xlsx", edit)) == ()


def test_a_formula_typed_over_in_libreoffice_is_seen(tmp_path, libreoffice, original):
    sheet, year = cell_of(original, "LineItems", "Year 2", row=2)
    saved = saved_by(
        libreoffice,
        original,
        tmp_path / "b.xlsx",
        lambda handle: libreoffice.set(handle, sheet, year, 5000),
    )
    assert [change.sheet for change in changed_sheets(saved)] == [sheet]


def test_a_save_by_openpyxl_changes_nothing(tmp_path, book):
    openpyxl.load_workbook(book).save(tmp_path / "b.xlsx")
    assert changed_sheets(open_book(tmp_path / "b.xlsx")) == ()


def test_a_header_renamed_is_seen_on_its_sheet(tmp_path, book):
    opened = openpyxl.load_workbook(book)
    page = opened["Savings"]
    table = page.tables["Savings"]
    table.tableColumns[1].name = "Own"
    top = int(re.search("[0-9]+", table.ref).group())
    page.cell(top, 2).value = "Own"
    opened.save(tmp_path / "b.xlsx")
    assert [change.sheet for change in changed_sheets(open_book(tmp_path / "b.xlsx"))] == [
        "Savings"
    ]
