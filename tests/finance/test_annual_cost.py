"""Yearly costs: published figures, then the definition the slow way, then refusals."""

import numpy_financial
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlbudget.errors import (
    NoFiniteAnswerError,
    NotANumberError,
    RateError,
    ShapeError,
    TermError,
)
from xlbudget.finance import (
    equivalent_annual_cost,
    equivalent_annuity,
    npv,
    replacement_chain_npv,
)

law = settings(deadline=None)
dollars = st.floats(min_value=-1e8, max_value=1e8)
rates = st.floats(min_value=-0.2, max_value=0.5)
years = st.integers(min_value=1, max_value=40)
flows = st.lists(st.integers(min_value=-(10**6), max_value=10**6), min_size=2, max_size=10)


# --- published figures


@pytest.mark.parametrize(
    ("present_cost", "rate", "term", "expected"),
    [
        pytest.param(49_474, 0.10, 3, 19_894, id="openstax-16.5-larger-truck"),
        pytest.param(80_658, 0.10, 6, 18_520, id="openstax-16.5-smaller-truck"),
        pytest.param(75_000, 0.03, 5, 16_376.5929, id="openstax-8.2-capital-sum"),
        pytest.param(50_000, 0.03, 5, 10_917.73, id="example-4.3-ingredients-3-percent"),
        pytest.param(50_000, 0.05, 5, 11_548.74, id="example-4.3-ingredients-5-percent"),
        pytest.param(400.738393, 0.03, 4, 107.809466, id="example-1.4c-one-device"),
        pytest.param(180_000, 0.03, 7, 28_891.14, id="example-1.4c-network"),
        pytest.param(250_000, 0.04, 5, 56_156.78, id="example-2.3c-break-even-saving"),
        pytest.param(1_200, 0.00, 4, 300, id="no-interest-is-plain-division"),
        pytest.param(1_200, -0.9999, 400, 0, id="far-payments-are-worth-everything"),
    ],
)
def test_equivalent_annual_cost_agrees_with_published_examples(present_cost, rate, term, expected):
    assert equivalent_annual_cost(present_cost, rate, term) == pytest.approx(
        expected, rel=3e-5, abs=0.006
    )


@pytest.mark.parametrize(
    ("rate", "flows", "expected"),
    [
        pytest.param(
            0.03, [-365, -13.20, -13.20, -13.20, 1.80], -107.809466, id="example-1.4c-one-device"
        ),
        pytest.param(0.0, [-100, 60, 60], 10, id="no-interest-is-plain-division"),
    ],
)
def test_equivalent_annuity_agrees_with_worked_examples(rate, flows, expected):
    assert equivalent_annuity(rate, flows) == pytest.approx(expected, abs=1e-6)


# --- laws


@law
@given(dollars, rates, years)
def test_the_yearly_costs_are_worth_the_present_cost(present_cost, rate, term):
    yearly = equivalent_annual_cost(present_cost, rate, term)
    worth = sum(yearly / (1 + rate) ** year for year in range(1, term + 1))
    assert worth == pytest.approx(present_cost, rel=1e-9, abs=1e-6)


@law
@given(dollars, st.floats(min_value=0.001, max_value=0.5), years)
def test_agrees_with_the_payment_of_a_loan(present_cost, rate, term):
    payment = -numpy_financial.pmt(rate, term, present_cost)
    assert equivalent_annual_cost(present_cost, rate, term) == pytest.approx(
        payment, rel=1e-9, abs=1e-6
    )


@law
@given(rates, flows)
def test_the_annuity_is_worth_the_plan(rate, flows):
    yearly = equivalent_annuity(rate, flows)
    size = max(1, *map(abs, flows)) * 1.25 ** len(flows)
    level = npv(rate, [0, *[yearly] * (len(flows) - 1)])
    assert level == pytest.approx(npv(rate, flows), abs=1e-9 * size)


@law
@given(rates, flows, st.integers(min_value=1, max_value=6))
def test_the_chain_is_the_plan_laid_end_to_end(rate, flows, lives):
    life = len(flows) - 1
    chained = [0] * (life * lives + 1)
    for start in range(0, life * lives, life):
        chained[start : start + life + 1] = [
            a + b for a, b in zip(chained[start : start + life + 1], flows, strict=True)
        ]
    size = max(1, *map(abs, flows)) * 1.25 ** (life * lives) * lives
    found = replacement_chain_npv(rate, flows, life * lives)
    assert found == pytest.approx(npv(rate, chained), abs=1e-9 * size)


@law
@given(rates, flows, st.integers(min_value=1, max_value=6))
def test_the_chain_has_the_annuity_of_one_life(rate, flows, lives):
    horizon = lives * (len(flows) - 1)
    chain = replacement_chain_npv(rate, flows, horizon)
    size = max(1, *map(abs, flows)) * 1.25 ** len(flows)
    assert equivalent_annual_cost(chain, rate, horizon) == pytest.approx(
        equivalent_annuity(rate, flows), abs=1e-9 * size
    )


# --- refusals


@pytest.mark.parametrize(
    "ask",
    [
        lambda x: equivalent_annual_cost(x, 0.1, 4),
        lambda x: equivalent_annual_cost(1, x, 4),
        lambda x: equivalent_annual_cost(1, 0.1, x),
        lambda x: equivalent_annuity(x, [1, 2]),
        lambda x: equivalent_annuity(0.1, [1, x]),
        lambda x: replacement_chain_npv(x, [1, 2], 4),
        lambda x: replacement_chain_npv(0.1, [x, 2], 4),
        lambda x: replacement_chain_npv(0.1, [1, 2], x),
    ],
)
def test_refuses_what_is_not_a_number(ask, junk):
    with pytest.raises(NotANumberError):
        ask(junk)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: equivalent_annual_cost(540, -1.0, 4),
        lambda: equivalent_annuity(-1.0, [1, 2]),
        lambda: replacement_chain_npv(-1.0, [1, 2], 1),
    ],
)
def test_refuses_a_rate_of_minus_100_percent(ask):
    with pytest.raises(RateError) as refusal:
        ask()
    assert "-100.00%" in refusal.value.saw
    assert refusal.value.cell_error == "#NUM!"


@pytest.mark.parametrize(
    "ask",
    [
        lambda: equivalent_annual_cost(540, 0.03, 0),
        lambda: equivalent_annuity(0.1, [1]),
        lambda: replacement_chain_npv(0.1, [1], 1),
        lambda: replacement_chain_npv(0.1, [1, 2, 3], 5),
        lambda: replacement_chain_npv(0.1, [1, 2, 3], 0),
    ],
)
def test_refuses_terms_that_cannot_be(ask):
    with pytest.raises(TermError):
        ask()


def test_refuses_part_of_a_year():
    with pytest.raises(NotANumberError, match="whole"):
        equivalent_annual_cost(540, 0.03, 4.7)


def test_takes_whole_years_that_a_cell_holds_as_a_decimal():
    assert equivalent_annual_cost(540, 0.03, 4.0) == equivalent_annual_cost(540, 0.03, 4)


@pytest.mark.parametrize(
    "ask",
    [lambda: equivalent_annuity(0.1, []), lambda: replacement_chain_npv(0.1, [], 1)],
)
def test_refuses_an_empty_list(ask):
    with pytest.raises(ShapeError):
        ask()


@pytest.mark.parametrize(
    "ask",
    [
        lambda: equivalent_annual_cost(1e300, 1e10, 1),
        lambda: replacement_chain_npv(-0.99, [1, 1], 400),
    ],
)
def test_refuses_a_cost_beyond_all_numbers(ask):
    with pytest.raises(NoFiniteAnswerError):
        ask()
