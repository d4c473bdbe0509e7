"""What formulas refer to; openpyxl's tokenizer judges every formula of a workbook."""

from collections import Counter

import pytest
from openpyxl.formula import Tokenizer

from xlbudget import load, sample_folder
from xlbudget.sheets.book import district_book
from xlbudget.sheets.layout import Layout, cells_of
from xlbudget.sheets.plan import Calculated
from xlbudget.sheets.reference import references


def found(formula):
    return [(one.table, one.row, one.column) for one in references(formula)]


@pytest.mark.parametrize(
    ("formula", "wanted"),
    [
        ("={Gap|gap|Year 1}", [("Gap", "gap", "Year 1")]),
        ("={$Gap|a..b|Year 1..Year 2}", [("Gap", "a..b", "Year 1..Year 2")]),
        ("=SUM({Gap|*|Year 1})", [("Gap", "*", "Year 1")]),
        ("={Gap|^|Year 1}", [("Gap", "^", "Year 1")]),
        ("=LineItems[[#This Row],[Unit price]]*2", [("LineItems", "#", "Unit price")]),
        ("=SUM(LineItems[Year 1])", [("LineItems", "*", "Year 1")]),
        ("=INDEX(LineItems[[Year 1]:[Year 5]],0,2)", [("LineItems", "*", "Year 1..Year 5")]),
        ("=SUM(T[[#This Row],[Year 1]:[Year 2]])", [("T", "#", "Year 1..Year 2")]),
        ("=ROW(Scenarios[[#Headers],[Scenario]])", [("Scenarios", "h", "Scenario")]),
        ("=SUM({$T|2|Day 1}:{T|2|Year 2})", [("T", "2", "Day 1..Year 2")]),
        ("=SUM({$T|1|Day 1}:{T|2|Day 1})", [("T", "1..2", "Day 1")]),
        ("=BaseYear+1", [("", "", "BaseYear")]),
        ("=IF(TRUE,1,FALSE)", []),
        ('="BaseYear LineItems[Year 1]"&1', []),
        ('="say ""BaseYear"""&Horizon', [("", "", "Horizon")]),
        ("=1E+05+ROUND(2.5,0)", []),
    ],
)
def test_a_formula_refers_to(formula, wanted):
    assert found(formula) == wanted


def test_a_reference_tells_where_it_stands():
    formula = "=1+LineItems[[#This Row],[Units]]+BaseYear"
    assert [formula[one.start : one.end] for one in references(formula)] == [
        "LineItems[[#This Row],[Units]]",
        "BaseYear",
    ]


def test_every_formula_of_the_sample_refers_to_what_openpyxl_sees_in_it():
    book = district_book(load(sample_folder()), ())
    layout = Layout(book)
    cells = (cell for sheet in book.sheets for cell in cells_of(sheet))
    formulas = {cell.formula for cell in cells if isinstance(cell, Calculated)}
    formulas |= {
        column.formula
        for sheet in book.sheets
        for table in sheet.tables
        for column in table.columns
        if column.formula
    }
    wrong = [formula for formula in formulas if ours(formula, layout) != theirs(formula, layout)]
    assert len(formulas) > 1000
    assert not wrong, wrong[:3]


def ours(formula, layout):
    return Counter(layout.formula(formula[one.start : one.end], "") for one in references(formula))


def theirs(formula, layout):
    tokens = Tokenizer(layout.formula(formula, "")).items
    return Counter(token.value for token in tokens if token.subtype == "RANGE")
