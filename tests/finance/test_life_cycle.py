"""Life-cycle costs: NIST's figures, then the definition, then refusals."""

from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlbudget.errors import (
    NoAnswerError,
    NoFiniteAnswerError,
    NotANumberError,
    RateError,
    ShapeError,
    TermError,
)
from xlbudget.finance import (
    adjusted_irr,
    life_cycle_cost,
    mirr,
    net_savings,
    npv,
    savings_to_investment_ratio,
)

law = settings(deadline=None)
rates = st.floats(min_value=-0.2, max_value=0.5)
terms = st.integers(min_value=1, max_value=30)
amounts = st.integers(min_value=0, max_value=10**7)


# --- published figures


def test_blcc_ecip_project_342():
    ratio = savings_to_investment_ratio(308_166, 142_800 + 10_200 + 17_000)
    assert ratio == pytest.approx(1.81274, abs=5e-6)
    assert adjusted_irr(ratio, 0.03, 21) == pytest.approx(0.059593, abs=5e-7)


def test_domain_2_3c_measures_agree_with_each_other():
    savings = life_cycle_cost(0.04, 5, investment=0, recurring=70_000)
    ratio = savings_to_investment_ratio(savings, 250_000)
    assert savings == pytest.approx(311_627.56, abs=0.006)
    assert ratio == pytest.approx(1.2465103, abs=5e-8)
    assert net_savings(savings, 250_000) == pytest.approx(61_627.56, abs=0.006)
    assert adjusted_irr(ratio, 0.04, 5) == pytest.approx(0.08685726, abs=5e-9)


def test_domain_1_4c_one_device():
    cost = life_cycle_cost(0.03, 4, investment=365, recurring=13.20, residual=15)
    assert cost == pytest.approx(400.738393, abs=5e-7)


@pytest.mark.parametrize(
    ("savings", "investment", "expected"),
    [
        pytest.param(100, 0, inf, id="nist-e3-saving-without-investment"),
        pytest.param(100, -50, inf, id="nist-e3-saving-and-less-investment"),
        pytest.param(-100, 50, -2, id="more-running-cost"),
        pytest.param(0, 50, 0, id="no-saving"),
    ],
)
def test_edges_of_the_ratio(savings, investment, expected):
    assert savings_to_investment_ratio(savings, investment) == expected


# --- laws


@law
@given(rates, terms, st.tuples(amounts, amounts, amounts), st.data())
def test_the_cost_is_the_present_value_of_all_flows(rate, years, money, data):
    paid, yearly, left = money
    timed = st.lists(st.tuples(st.integers(0, years), amounts), max_size=4)
    repairs, renewals = data.draw(timed), data.draw(timed)
    flows = [paid, *[yearly] * years]
    flows[years] -= left
    for year, amount in [*repairs, *renewals]:
        flows[year] += amount
    found = life_cycle_cost(
        rate,
        years,
        investment=paid,
        recurring=yearly,
        nonrecurring=repairs,
        replacements=renewals,
        residual=left,
        energy_present_value=7.0,
    )
    size = (1 + sum(map(abs, flows)) + 2 * left) * 1.25**years
    assert found == pytest.approx(npv(rate, flows) + 7, abs=1e-12 * size)


@law
@given(rates, terms, st.integers(1, 10**6), st.integers(1, 10**6))
def test_the_adjusted_rate_is_the_modified_internal_rate(rate, years, paid, yearly):
    saved = life_cycle_cost(rate, years, investment=0, recurring=yearly)
    found = adjusted_irr(savings_to_investment_ratio(saved, paid), rate, years)
    assert found == pytest.approx(mirr([-paid, *[yearly] * years], rate, rate), abs=1e-9)


# --- refusals


@pytest.mark.parametrize(
    "ask",
    [
        lambda x: life_cycle_cost(x, 5, investment=1),
        lambda x: life_cycle_cost(0.1, x, investment=1),
        lambda x: life_cycle_cost(0.1, 5, investment=x),
        lambda x: life_cycle_cost(0.1, 5, investment=1, recurring=x),
        lambda x: life_cycle_cost(0.1, 5, investment=1, nonrecurring=[(1, x)]),
        lambda x: life_cycle_cost(0.1, 5, investment=1, replacements=[(x, 1)]),
        lambda x: life_cycle_cost(0.1, 5, investment=1, residual=x),
        lambda x: life_cycle_cost(0.1, 5, investment=1, energy_present_value=x),
        lambda x: net_savings(x, 1),
        lambda x: net_savings(1, x),
        lambda x: savings_to_investment_ratio(x, 1),
        lambda x: savings_to_investment_ratio(1, x),
        lambda x: adjusted_irr(x, 0.1, 5),
        lambda x: adjusted_irr(1, x, 5),
        lambda x: adjusted_irr(1, 0.1, x),
    ],
)
def test_refuses_what_is_not_a_number(ask, junk):
    with pytest.raises(NotANumberError):
        ask(junk)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: life_cycle_cost(-1.0, 5, investment=1),
        lambda: adjusted_irr(1, -1.0, 5),
    ],
)
def test_refuses_a_rate_of_minus_100_percent(ask):
    with pytest.raises(RateError, match="-100"):
        ask()


@pytest.mark.parametrize(
    "ask",
    [
        lambda: life_cycle_cost(0.1, 0, investment=1),
        lambda: life_cycle_cost(0.1, 5, investment=1, replacements=[(6, 1)]),
        lambda: life_cycle_cost(0.1, 5, investment=1, nonrecurring=[(-1, 1)]),
        lambda: adjusted_irr(1, 0.1, 0),
    ],
)
def test_refuses_terms_that_cannot_be(ask):
    with pytest.raises(TermError):
        ask()


@pytest.mark.parametrize("timed", [[5], [(1, 2, 3)], ["12"], 7])
def test_refuses_timed_amounts_that_are_not_pairs(timed):
    with pytest.raises(ShapeError):
        life_cycle_cost(0.1, 5, investment=1, replacements=timed)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: savings_to_investment_ratio(0, 0),
        lambda: savings_to_investment_ratio(-5, -5),
        lambda: adjusted_irr(0, 0.1, 5),
        lambda: adjusted_irr(-1, 0.1, 5),
    ],
)
def test_refuses_what_is_not_calculable(ask):
    with pytest.raises(NoAnswerError):
        ask()


@pytest.mark.parametrize(
    "ask",
    [
        lambda: life_cycle_cost(0.0, 5, investment=1e308, recurring=1e308),
        lambda: net_savings(1e308, -1e308),
        lambda: savings_to_investment_ratio(1e308, 1e-10),
        lambda: adjusted_irr(1e308, 1e10, 1),
    ],
)
def test_refuses_a_figure_beyond_all_numbers(ask):
    with pytest.raises(NoFiniteAnswerError):
        ask()
