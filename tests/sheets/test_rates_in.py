"""Which assumptions a result goes back to."""

import pytest

from clean import clean_budget
from xlbudget.sheets.book import district_book
from xlbudget.sheets.precedents import Precedents
from xlbudget.sheets.rates_in import rates_in


@pytest.fixture(scope="module")
def book():
    return Precedents(district_book(clean_budget(), ()))


def keys(book, node):
    found = rates_in(book, book.trace(book.formula(node), node[1]))
    assert all(book.cell((table, row, "Key")) == one.cells[0] for (table, row, _), one in found)
    return [row.cells[0] for _, row in found]


def test_a_cost_goes_back_to_price_growth_but_not_to_the_discount_rate(book):
    found = keys(book, ("LineItems", 0, "Year 2"))
    assert "escalation_general" in found
    assert "discount_rate" not in found


def test_a_present_value_goes_back_to_the_discount_rate(book):
    assert "discount_rate" in keys(book, ("ScenarioComparison", 0, "Net present value"))


def test_what_reads_no_assumption_has_none(book):
    assert keys(book, ("Goals", 0, "Label")) == []
