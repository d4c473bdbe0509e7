"""tie_checks: totals that must agree, and the reserve that must hold."""

import pytest

from analysis.budgets import purchase
from sheets.reading import clean_context, context
from sheets.rich import rich_budget
from xlbudget.sheets.book import district_book
from xlbudget.sheets.check import CheckKind
from xlbudget.sheets.context import context_of
from xlbudget.sheets.layout import Layout
from xlbudget.sheets.tie_checks import BLOCKS, OWNERSHIP, tie_checks

CHECKS = {check.check_id: check for check in tie_checks(clean_context())}
TABLES = {key: table for key, table, *_ in (*BLOCKS, *OWNERSHIP)}


@pytest.fixture(scope="module")
def layout():
    return Layout(district_book(rich_budget(), ()))


@pytest.mark.parametrize("key", CHECKS)
def test_a_total_that_does_not_agree_is_an_error(key):
    assert CHECKS[key].kind is CheckKind.ERROR
    assert CHECKS[key].passes


@pytest.mark.parametrize("key", TABLES)
def test_a_breakdown_is_compared_with_the_lines(key):
    assert f"{{{TABLES[key]}|total|Year 1..Year 5}}" in CHECKS[key].formula
    assert CHECKS[key].formula.startswith("=SUM(")


@pytest.mark.parametrize("key", CHECKS)
def test_a_check_names_cells_that_the_book_has(key, layout):
    check = next(
        check for check in tie_checks(context_of(rich_budget(), ())) if check.check_id == key
    )
    resolved = layout.formula(check.formula, "Checks")
    assert "{" not in resolved
    assert any(check.sheet == placed.sheet.title for placed in layout.sheets)


def test_a_reserve_below_zero_counts_its_years():
    # bought for 100 in year 1, put aside 20 a year: below zero until year 5
    made = context(purchase(service_life=5, refresh=True))
    check = next(check for check in tie_checks(made) if check.check_id == "T11")
    assert (check.value, check.passes) == (4, False)


def test_a_reserve_that_opens_high_enough_passes():
    made = context(purchase(service_life=5, refresh=True), rates={"reserve_opening": "80"})
    check = next(check for check in tie_checks(made) if check.check_id == "T11")
    assert check.passes
