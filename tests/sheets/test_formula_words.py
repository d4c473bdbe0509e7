"""Formulas in words, and the glossary of their functions."""

import pytest

from clean import clean_budget
from xlbudget.sheets.book import district_book
from xlbudget.sheets.formula_words import FUNCTIONS, functions_in, in_words, row_name
from xlbudget.sheets.precedents import Precedents


@pytest.fixture(scope="module")
def book():
    return Precedents(district_book(clean_budget(), ()))


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("=LineItems[[#This Row],[Units]]*2", "[Units]*2"),
        ("=SUM(LineItems[Year 1])", "SUM([all Year 1 of Line items])"),
        ("={FundingPlan|cost|Year 1}", "[Total cost, Year 1]"),
        ("={FundingPlan|^|Year 1}", "[fiscal year of Year 1]"),
        ("=BaseYear+1", "[BaseYear]+1"),
        ('=IF({Cliff|year|Value}="none",1,2)', 'IF([Cliff year, Value]="none",1,2)'),
    ],
)
def test_cells_are_called_by_their_names(book, formula, words):
    assert in_words(book, formula) == words


def test_functions_are_found_outside_of_texts():
    assert functions_in('=IF(A1="SUM(",ROUND(1,2),ROUND(2,3))') == ("IF", "ROUND")


def test_every_function_of_the_workbook_is_explained(book):
    used = set()
    for name, block in book.blocks.items():
        for row in range(max(1, len(block.table.rows))):
            for column in block.table.columns:
                used |= set(functions_in(book.formula((name, row, column.header))))
    heads = (
        cell.formula
        for sheet in book.book.sheets
        for cell in (*(head.cell for head in sheet.headlines), *sheet.judgements)
        if hasattr(cell, "formula")
    )
    used |= {word for formula in heads for word in functions_in(formula)}
    assert used <= set(FUNCTIONS)


def test_a_record_is_called_by_its_id_and_its_name(book):
    table = book.blocks["LineItems"].table
    assert row_name(table.rows[0], table.columns).startswith("L1 · ")
    rates = book.blocks["Assumptions"].table
    assert row_name(rates.rows[0], rates.columns) == rates.rows[0].cells[0]
