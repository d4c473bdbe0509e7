"""put_comparison: short, and what is left out is told."""

from dataclasses import replace

import pytest

from analysis.budgets import budget, line
from xlbudget.analysis.comparison import compare
from xlbudget.hosts.comparison_shown import put_comparison
from xlbudget.hosts.terminal import stdout
from xlbudget.model import Program


@pytest.fixture
def told(capsys):
    """Return a function that tells the lines that are printed."""

    def lines(old, new):
        put_comparison(stdout(), compare(old, new))
        return [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]

    return lines


def test_after_twenty_lines_the_others_are_counted(told):
    many = budget(*(line(f"L{number:02d}") for number in range(25)), years=1)
    shown = told(budget(years=1), many)
    assert "Lines added (25), effect on cost in dollars" in shown
    assert "and 5 more: all are in --json and in the workbook of -o." in shown
    assert "L19 A line 100 100" in shown
    assert "L20 A line 100 100" not in shown


def test_a_price_that_grows_otherwise_is_told_as_the_cause(told):
    dearer = budget(line(), years=2, rates={"escalation_general": "0.1"})
    assert "L1 no field: prices grow otherwise 0 10 10" in told(budget(line(), years=2), dearer)


def test_another_record_is_told_with_its_kind(told):
    old = budget(programs=(Program(program_id="P", name="Reading"),))
    new = budget(programs=(Program(program_id="P", name="Math"),))
    assert "program P changed name Reading to Math" in told(old, new)


def test_what_is_the_same_is_one_sentence(told):
    old = budget(line(), years=1)
    new = replace(old, lines=(replace(old.lines[0], notes="asked by the board"),))
    assert told(old, new)[-1] == (
        "0 lines are the same, and so are the totals by year, by area, by school, by goal, "
        "by source."
    )


def test_plans_of_other_years_are_told_first(told):
    old = budget(years=2)
    new = replace(old, district=replace(old.district, base_fiscal_year=2028))
    first = "The plans cover FY 2027 to 2028 and FY 2028 to 2029; FY 2028 to 2028 are"
    assert told(old, new)[0] == f"{first} compared year by year."
