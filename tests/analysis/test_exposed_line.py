"""The lines that lose their source, on budgets whose losses can be told by hand."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings

from clean import each_year
from ending import ending
from strategies import budgets
from xlbudget import load, sample_folder
from xlbudget.analysis import analyze
from xlbudget.analysis.exposed_line import exposed_lines, funding_with, lost_by_line


def test_a_line_is_exposed_from_the_year_after_its_source_has_ended():
    (found,) = exposed_lines(ending())
    assert found.line.line_id == "L1"
    assert found.lost == (0, 0, 1000, 1000, 1000)
    assert found.first_year == 2029


def test_only_the_share_of_the_source_that_ends_is_exposed():
    budget = ending(source_share_1=Decimal("0.25"), source_2="F1", source_share_2=Decimal("0.75"))
    (found,) = exposed_lines(budget)
    assert found.lost[2:] == (250, 250, 250)


def test_one_time_need_is_not_exposed():
    assert exposed_lines(ending(need="one-time")) == ()


def test_a_contract_that_ends_with_its_source_is_not_exposed():
    assert exposed_lines(ending(payment=dict.fromkeys((2027, 2028), Decimal(9)))) == ()


def test_the_greatest_loss_comes_first():
    budget = ending()
    small = replace(budget.lines[0], line_id="A", payment=each_year(9))
    found = exposed_lines(replace(budget, lines=(small, *budget.lines)))
    assert [one.line.line_id for one in found] == ["L1", "A"]


def test_the_lines_of_the_sample_add_up_to_the_loss_of_its_funding_plan():
    budget = load(sample_folder())
    lost = [sum(row) for row in zip(*(one.lost for one in exposed_lines(budget)), strict=True)]
    plan = analyze(budget).funding
    assert lost == list(plan.lost)
    assert (plan.cliff_year, plan.cliff_amount) == (2029, Decimal("163553.48"))


@settings(max_examples=25)
@given(budgets())
def test_the_loss_of_a_line_is_the_same_alone_as_among_others(budget):
    for one in exposed_lines(budget):
        assert lost_by_line(budget, one.line) == one.lost
        assert budget.district.years.index(one.first_year) == next(
            place for place, amount in enumerate(one.lost) if amount > 0
        )


def test_a_funding_plan_with_changed_lines_is_that_of_the_changed_budget():
    budget = ending()
    stopped = replace(budget.lines[0], last_fiscal_year=2028)
    assert funding_with(budget, [stopped]) == analyze(replace(budget, lines=(stopped,))).funding
    assert funding_with(budget, []) == analyze(budget).funding
