"""figure_findings: the money that a workbook shows, beside what its lines come to."""

from decimal import Decimal

import pytest

from distribution.collect.made import MONEY, S1, type_in
from xlbudget.distribution.collect.figures import figure_findings
from xlbudget.sheets.school import my_money
from xlbudget.workbook.read import open_book


@pytest.fixture(scope="module")
def cells(gone_out):
    """The cells with the planned cost of each year, and what they show."""
    values = open_book(gone_out.out / S1).sheet(MONEY).cells.values
    row = next(ref[1:] for ref, value in values.items() if value == my_money.PLANNED)
    return {f"{letter}{row}": values[f"{letter}{row}"] for letter in "BC"}


def planned(cells):
    return [(2027 + n, Decimal(str(value))) for n, value in enumerate(cells.values())]


def found(path, wanted, *, is_altered=False):
    told = figure_findings(open_book(path), wanted, "a.xlsx", is_altered=is_altered)
    return [(one.place.cell, one.severity.value, one.saw) for one in told]


def test_figures_that_are_right_are_not_remarked_on(gone_out, cells):
    assert found(gone_out.out / S1, planned(cells)) == []


def test_a_cent_less_is_told_with_its_cell(gone_out, cells):
    (year, first), second = planned(cells)
    first += Decimal("0.01")
    ((cell, severity, saw),) = found(gone_out.out / S1, [(year, first), second])
    assert (cell, severity) == (next(iter(cells)), "information")
    assert f"cost {first:,.2f} dollars" in saw


def test_beside_a_formula_that_was_typed_over_it_weighs_more(gone_out, cells):
    (year, first), _ = planned(cells)
    told = found(gone_out.out / S1, [(year, first + 1)], is_altered=True)
    assert [severity for _, severity, _ in told] == ["warning"]


def test_a_workbook_that_was_not_calculated_is_told_once(gone_out, cells, tmp_path):
    path = type_in(gone_out.out / S1, tmp_path / S1, typed=())  # openpyxl stores no results
    told = found(path, planned(cells), is_altered=True)
    assert [(severity, saw) for _, severity, saw in told] == [
        ("information", "It was saved without figures")
    ]


def test_a_sheet_that_is_gone_shows_nothing(gone_out, cells, tmp_path):
    path = type_in(gone_out.out / S1, tmp_path / S1, lambda book: book.remove(book[MONEY]))
    assert found(path, planned(cells)) == []
