"""The cell that is explained: found whatever row its record stands in, and shown in words."""

from datetime import date
from decimal import Decimal

import pytest

from clean import clean_budget
from xlbudget.actions.explained_cell import find_cell, shown
from xlbudget.actions.snapshot import Formula, Selection, Snapshot, TableNow
from xlbudget.sheets.book import district_book
from xlbudget.sheets.plan import Form
from xlbudget.sheets.precedents import Precedents


@pytest.fixture(scope="module")
def book():
    return Precedents(district_book(clean_budget(), ()))


def found(book, row, ids):
    lines = TableNow("LineItems", "Line items", (), (), ids)
    selection = Selection("Line items", "C7", table="LineItems", row=row, header="Quantity")
    return find_cell(
        book,
        Snapshot(
            file="b.xlsx",
            day=date(2026, 11, 24),
            budget=clean_budget(),
            tables={"LineItems": lines},
            selection=selection,
        ),
    )


def test_a_record_is_found_below_blank_rows(book):
    assert found(book, 7, {"L1": 2, "L2": 7}).node == ("LineItems", 1, "Quantity")


def test_a_row_without_a_record_is_found_by_its_number(book):
    assert found(book, 9, {"L1": 2, "L2": 7}).node == ("LineItems", 8, "Quantity")


@pytest.mark.parametrize(
    ("value", "form", "words"),
    [
        (1250.5, Form.NUMBER, "1,250.5"),
        (Decimal("1250.00"), Form.DOLLARS, "1,250"),
        (2029, Form.YEAR, "2029"),
        (Decimal("0.0350"), Form.RATE, "3.5 %"),
        (Decimal("0.31"), Form.SHARE, "31 %"),
        (Decimal("0.035"), Form.PLAIN, "0.035"),
        (100, Form.NUMBER, "100"),
        (0, Form.NUMBER, "0"),
        (True, Form.TEXT, "yes"),
        (False, Form.TEXT, "no"),
        (None, Form.TEXT, "blank"),
        ("", Form.TEXT, "blank"),
        (date(2026, 7, 1), Form.DATE, "2026-07-01"),
        (Formula("=270*180"), Form.NUMBER, "=270*180"),
        ("none", Form.SHARE, "none"),
    ],
)
def test_a_value_is_shown_in_words(value, form, words):
    assert shown(value, form) == words
