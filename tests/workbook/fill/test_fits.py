"""fits: a budget that does not fit a template is refused with all reasons, and with the remedy."""

from dataclasses import replace

import pytest

from samples import BUDGET
from xlbudget.model.finding import Severity
from xlbudget.sheets.empty_budget import empty_budget
from xlbudget.workbook.fill.fits import misfits
from xlbudget.workbook.fill.match import match
from xlbudget.workbook.read import open_book


@pytest.fixture(scope="module")
def found(small_template):
    return match(open_book(small_template))[0]


def told(found, budget):
    return list(misfits(budget, found.plan(budget, ()), found, "template.xlsx"))


def of_five_years(**records):
    return replace(empty_budget(), **records)


def test_a_budget_that_fits_is_not_refused(found):
    lines = tuple(replace(BUDGET.lines[0], line_id=f"L{i}") for i in range(3))
    assert told(found, of_five_years(lines=lines)) == []


def test_each_table_that_is_too_small_is_named_with_the_records_without_a_row(found):
    lines = tuple(replace(BUDGET.lines[0], line_id=f"L{i}") for i in range(10))
    goals = tuple(replace(BUDGET.goals[0], goal_id=f"G{i}") for i in range(5))
    of_lines, of_goals = sorted(
        told(found, of_five_years(lines=lines, goals=goals)), key=lambda one: one.saw, reverse=True
    )
    assert of_lines.saw == (
        "The table LineItems has 3 rows, and the budget has 10 records for it: "
        "no row for L3, L4, L5, L6, L7 and 2 more"
    )
    assert of_goals.saw.endswith("no row for G3, G4")
    assert {one.severity for one in (of_lines, of_goals)} == {Severity.FATAL}
    assert of_lines.fix.endswith("xlbudget template --lines 10 --records 5")


def test_other_years_are_told_alone(found):
    district = replace(empty_budget().district, horizon_years=3)
    (only,) = told(found, of_five_years(district=district, lines=BUDGET.lines * 9))
    assert only.saw == "The budget plans 3 years, the template 5"
    assert only.code == "XLF-05"
