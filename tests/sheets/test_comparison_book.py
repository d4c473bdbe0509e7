"""The workbook of a comparison: LibreOffice recalculates it to the same figures."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from judges import cached
from xlbudget.analysis.comparison import compare
from xlbudget.sheets.comparison_book import comparison_book
from xlbudget.sheets.plan import Calculated
from xlbudget.workbook.write import write_book

DAY = date(2026, 7, 1)


def changed(budget):
    first, *others = budget.lines
    added = replace(others[4], line_id="LN-900", description="=1+1")
    return replace(budget, lines=(replace(first, unit_price=Decimal(500)), *others[:-1], added))


@pytest.fixture(scope="module")
def compared(riverbend):
    return compare(riverbend, changed(riverbend))


@pytest.fixture(scope="module")
def book(compared):
    return comparison_book(compared, "before", "after", DAY)


def table(book, sheet, name):
    (found,) = [one for one in book.sheets[sheet].tables if one.name == name]
    return found


def test_it_has_a_sheet_of_figures_and_a_sheet_of_lines(book):
    assert [sheet.title for sheet in book.sheets] == ["Figures", "Lines"]


def test_the_lines_that_differ_are_told_once(book):
    rows = [row.cells[:3] for row in table(book, 1, "LineChanges").rows]
    assert [(line, change) for line, _, change in rows] == [
        ("LN-001", "changed"),
        ("LN-182", "removed"),
        ("LN-900", "added"),
    ]


def test_a_changed_line_is_told_field_by_field(book):
    (row,) = table(book, 1, "FieldChanges").rows
    assert row.cells[0] == "LN-001"
    assert row.cells[2:] == ("changed", "unit_price", Decimal(245), Decimal(500))


def test_every_total_is_a_formula(book):
    total = table(book, 0, "FiguresArea").rows[-1]
    assert all(isinstance(cell, Calculated) for cell in total.cells[1:])
    sums = table(book, 1, "ChangesByKind").rows
    assert all(isinstance(cell, Calculated) for row in sums for cell in row.cells[2:])


def test_the_effect_of_the_lines_is_the_change_of_every_heading(book):
    effect = table(book, 1, "ChangesByKind").rows[-1].cells[3].value
    names = ["FiguresArea", "FiguresSchool", "FiguresGoal", "FiguresSource"]
    assert [table(book, 0, name).rows[-1].cells[3].value for name in names] == [effect] * 4


def test_libreoffice_agrees_with_every_cell(book, libreoffice, tmp_path):
    path = tmp_path / "comparison.xlsx"
    write_book(book, path)
    assert [str(item) for item in cached.disagreements(path, libreoffice)] == []


def test_a_comparison_without_a_difference_is_a_sound_book(riverbend, libreoffice, tmp_path):
    path = tmp_path / "same.xlsx"
    write_book(comparison_book(compare(riverbend, riverbend), "a", "b", DAY), path)
    assert [str(item) for item in cached.disagreements(path, libreoffice)] == []


def test_plans_without_a_common_year_are_a_sound_book(riverbend, libreoffice, tmp_path):
    later = replace(riverbend, district=replace(riverbend.district, base_fiscal_year=2050))
    path = tmp_path / "apart.xlsx"
    write_book(comparison_book(compare(riverbend, later), "a", "b", DAY), path)
    assert [str(item) for item in cached.disagreements(path, libreoffice)] == []
