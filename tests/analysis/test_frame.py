"""The frame of a budget: years, rates, headcount, and whose record counts."""

from decimal import Decimal

from analysis.budgets import BASE, budget, by_year, dollars, line
from xlbudget.analysis.frame import frame_of
from xlbudget.model import Program, School


def test_a_frame_costs_the_lines_once():
    frame = frame_of(budget(line(), years=2))
    assert frame.years == (BASE, BASE + 1)
    assert frame.count == 2
    assert frame.costs[0].years == dollars(100, 100)


def test_headcount_is_that_of_all_schools():
    schools = (
        School(school_id="A", name="A", enrollment=by_year(300, 310)),
        School(school_id="B", name="B", enrollment=by_year(200)),
    )
    assert frame_of(budget(years=3, schools=schools)).headcount == dollars(500, 310, 0)


def test_of_two_programs_with_one_id_the_first_counts():
    programs = (Program(program_id="P", name="First"), Program(program_id="P", name="Second"))
    assert frame_of(budget(programs=programs)).programs["P"].name == "First"


def test_factors_follow_the_assumptions_or_the_rate_given():
    frame = frame_of(budget(rates={"mid_year": "1"}))
    assert frame.factors().end[0] == 1.04**-0.5
    assert frame.factors(Decimal(0)).end == (1.0,) * 5
    assert frame.value("none such") == 0
