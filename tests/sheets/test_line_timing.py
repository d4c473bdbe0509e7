"""line_timing: until when, how often and from when a line costs."""

import pytest

from analysis.budgets import line
from sheets.reading import first_line


@pytest.mark.parametrize(
    ("facts", "interval"),
    [
        ({"cost_type": "purchase", "refresh": True, "service_life": 4}, 4),
        ({"cost_type": "purchase", "refresh": True}, 1),
        ({"cost_type": "purchase", "refresh": False, "service_life": 4}, 99),
        ({"cost_type": "one-time service"}, 99),
        ({"cost_type": "annual", "refresh": True, "service_life": 4}, 1),
        ({"cost_type": "staff"}, 1),
        ({"cost_type": "contract"}, 1),
        ({"cost_type": ""}, 1),
    ],
)
def test_the_interval_is_99_for_what_comes_once(facts, interval):
    assert first_line("Interval", line(**facts)) == interval


@pytest.mark.parametrize(
    ("need", "year"), [("recurring", 2028), ("starts", 2029), ("one-time", 2032), ("", 2032)]
)
def test_recurring_need_begins_with_the_need(need, year):
    assert first_line("Recurring from", line(need=need, first_fiscal_year=2028)) == year


@pytest.mark.parametrize(("last", "ends"), [(None, 2031), (2029, 2029), (2035, 2035)])
def test_a_cost_without_a_last_year_ends_with_the_plan(last, ends):
    assert first_line("Ends", line(last_fiscal_year=last)) == ends


@pytest.mark.parametrize(("years", "life"), [(None, 1), (0, 1), (1, 1), (4, 4)])
def test_everything_lives_for_at_least_a_year(years, life):
    assert first_line("Life", line(service_life=years)) == life
