"""What a workbook cannot hold is listed, and nothing else is lost."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given

from samples import BUDGET, SOURCE
from strategies import budgets
from workbook.intake.filled import write_filled
from xlbudget.model.defaults import default_assumptions
from xlbudget.workbook.intake import load_workbook
from xlbudget.workbook.intake.held import NOT_HELD, as_held

FIRST, SECOND, THIRD, *_ = default_assumptions()


def source_with(*years):
    """The sample budget whose source gives money in some years."""
    return replace(
        BUDGET, sources=(replace(SOURCE, amount=dict.fromkeys(years, Decimal(500_000))),)
    )


def test_amounts_outside_the_plan_are_not_held(tmp_path):
    budget = source_with(2026, 2027, 2032)
    assert as_held(budget) == source_with(2027)
    assert load_workbook(write_filled(budget, tmp_path / "a.xlsx"))[0] == as_held(budget)


def test_a_default_stated_last_is_taken_for_one_left_alone(tmp_path):
    own = replace(SECOND, value=Decimal(1))
    budget = replace(BUDGET, assumptions=(own, FIRST, THIRD))
    assert as_held(budget).assumptions == (own,)
    assert load_workbook(write_filled(budget, tmp_path / "a.xlsx"))[0] == as_held(budget)


def test_a_default_stated_before_another_assumption_is_held(tmp_path):
    budget = replace(BUDGET, assumptions=(FIRST, replace(SECOND, value=Decimal(1))))
    assert as_held(budget) == budget
    assert load_workbook(write_filled(budget, tmp_path / "a.xlsx"))[0] == budget


@given(budgets())
def test_every_other_budget_is_held_whole(budget):
    assert as_held(budget) == budget


def test_the_list_tells_of_each_what_it_is_and_what_comes_of_it():
    assert len(NOT_HELD) == 2
    assert all(what and says.endswith(".") for what, says in NOT_HELD)
