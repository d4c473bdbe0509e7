"""homeless: whatever has no place in the new workbook is told, with its cell and value."""

from datetime import date

import openpyxl
import pytest

from workbook.intake.filled import cell_of, formula, number, put, text
from workbook.migrate.older import DAY, told
from xlbudget.workbook.migrate import migrate


def test_what_has_no_place_is_told_with_cell_and_value(older, migrated):
    sheet, first = cell_of(older, "LineItems", "Vendor")
    cells = [first, *(cell_of(older, "LineItems", "Vendor", row=row)[1] for row in (2, 3, 4))]
    assert told(migrated.homeless) == [
        *(
            (sheet, cell, "In a column that LineItems does not have: Vendor", f"Vendor {i}")
            for i, cell in enumerate(cells, 1)
        ),
        ("Our notes", "", "The sheet is not of the template: 11 cells hold something", ""),
    ]


@pytest.mark.parametrize(
    ("column", "content", "what", "value"),
    [
        ("LineItems Year 1", number(5), "Typed over the formula of the column Year 1", "5"),
        ("LineItems Quantity", formula("4*30", 120), "A formula; its value is carried", "=4*30"),
        ("Tags Tag", text("unused"), "A cell outside of what", "unused"),
    ],
)
def test_a_cell_that_is_not_carried_is_told(book, column, content, what, value):
    table, _, header = column.partition(" ")
    sheet, _ = cell_of(book, table, header)
    ref = put(book, table, header, content)
    first = migrate(book, DAY).homeless[0]
    assert (first.sheet, first.cell, first.value) == (sheet, ref, value)
    assert first.what.startswith(what)


def test_what_stands_beside_and_below_is_told(tmp_path, book):
    opened = openpyxl.load_workbook(book)
    opened["Scratch"]["C9"] = "Ask Ann"
    opened["Scratch"]["C10"] = date(2026, 5, 1)
    opened["Goals"]["Z20"] = "=1+1"
    opened["Guide"]["A60"] = 17
    opened.save(tmp_path / "b.xlsx")
    assert {item[:2] + item[3:] for item in told(migrate(tmp_path / "b.xlsx", DAY).homeless)} == {
        ("Scratch", "C9", "Ask Ann"),
        ("Scratch", "C10", "2026-05-01"),
        ("Goals", "Z20", "=1+1"),
        ("Guide", "A60", "17"),
    }


def test_a_formula_changed_on_a_sheet_of_results_is_told(book):
    put(book, "CashFlows", "Year 1", formula("1+1*BaseYear", 2028))
    (item,) = migrate(book, DAY).homeless
    assert item.sheet == "Cost by year"
    assert item.what.endswith("the new workbook has the template's again")
