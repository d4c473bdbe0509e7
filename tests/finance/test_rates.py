"""Rates: published figures, then laws, then refusals."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlbudget.errors import (
    FinanceError,
    NoFiniteAnswerError,
    NotANumberError,
    RateError,
    ShapeError,
    TermError,
)
from xlbudget.finance import escalate, implied_inflation, nominal_rate, rate_for_term, real_rate

JANUARY_2000 = {3: 0.059, 5: 0.060}
REAL_2024 = {3: 0.022, 5: 0.022, 7: 0.022, 10: 0.023, 20: 0.025, 30: 0.025}
NOMINAL_2024 = {3: 0.045, 5: 0.044, 7: 0.044, 10: 0.044, 20: 0.047, 30: 0.047}

law = settings(deadline=None)
rates = st.floats(min_value=-0.5, max_value=1.0)
tables = st.dictionaries(st.integers(1, 40), rates, min_size=1, max_size=8)


# --- published figures


def test_implied_inflation_agrees_with_nist_2024():
    assert implied_inflation(0.022, 0.044) == pytest.approx(0.021526418786692843, rel=1e-14)


def test_femp_2024_rates_belong_together():
    assert round(implied_inflation(0.030, 0.042), 3) == 0.012


def test_fisher_agrees_with_domain_3_4e():
    assert nominal_rate(0.022, 0.022) == pytest.approx(0.044484)
    assert real_rate(0.044484, 0.022) == pytest.approx(0.022)


@pytest.mark.parametrize(
    ("table", "term", "expected"),
    [
        pytest.param(JANUARY_2000, 4, 0.0595, id="omb-a94-january-2000"),
        pytest.param(REAL_2024, 15, 0.024, id="omb-2024-real-15-years"),
        pytest.param(REAL_2024, 30, 0.025, id="the-longest"),
        pytest.param(REAL_2024, 40, 0.025, id="longer-than-the-longest"),
        pytest.param(NOMINAL_2024, 4, 0.0445, id="omb-2024-nominal-4-years"),
        pytest.param(NOMINAL_2024, 1, 0.045, id="shorter-than-the-shortest"),
        pytest.param(NOMINAL_2024, 3, 0.045, id="the-shortest"),
        pytest.param([(5, 0.060), (3, 0.059)], 4.5, 0.05975, id="pairs-in-any-order"),
        pytest.param([(Decimal(5), Decimal("0.06"))], 9, 0.06, id="one-entry"),
    ],
)
def test_rate_for_term_agrees_with_published_tables(table, term, expected):
    assert rate_for_term(table, term) == pytest.approx(expected, abs=1e-12)


def test_an_index_is_not_compounded_again():
    assert escalate([100, 100, 100], [1.0, 1.03, 1.08]) == pytest.approx((100, 103, 108))


# --- laws


@law
@given(rates, rates)
def test_fishers_equation_holds_in_all_three_directions(real, inflation):
    nominal = nominal_rate(real, inflation)
    assert real_rate(nominal, inflation) == pytest.approx(real, abs=1e-12)
    assert implied_inflation(real, nominal) == pytest.approx(inflation, abs=1e-12)


@law
@given(tables, st.floats(min_value=0.5, max_value=50))
def test_no_term_leaves_the_rates_of_the_table(table, term):
    found = rate_for_term(table, term)
    assert min(table.values()) - 1e-12 <= found <= max(table.values()) + 1e-12


@law
@given(tables)
def test_the_terms_of_the_table_have_their_own_rates(table):
    found = {term: rate_for_term(table, term) for term in table}
    assert found == pytest.approx(table, abs=1e-12)


# --- refusals


@pytest.mark.parametrize(
    "ask",
    [
        lambda x: real_rate(x, 0.1),
        lambda x: real_rate(0.1, x),
        lambda x: nominal_rate(x, 0.1),
        lambda x: nominal_rate(0.1, x),
        lambda x: implied_inflation(x, 0.1),
        lambda x: implied_inflation(0.1, x),
        lambda x: rate_for_term([(3, x)], 3),
        lambda x: rate_for_term([(x, 0.1)], 3),
        lambda x: rate_for_term(REAL_2024, x),
        lambda x: escalate([x], [1.0]),
        lambda x: escalate([1.0], [x]),
    ],
)
def test_refuses_what_is_not_a_number(ask, junk):
    with pytest.raises(NotANumberError):
        ask(junk)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: real_rate(-1.0, 0.1),
        lambda: real_rate(0.1, -1.0),
        lambda: nominal_rate(-1.0, 0.1),
        lambda: nominal_rate(0.1, -1.0),
        lambda: implied_inflation(-1.0, 0.1),
        lambda: implied_inflation(0.1, -1.0),
        lambda: rate_for_term({3: -1.0}, 3),
    ],
)
def test_refuses_a_rate_of_minus_100_percent(ask):
    with pytest.raises(RateError, match="-100"):
        ask()


@pytest.mark.parametrize(
    "ask",
    [
        lambda: rate_for_term({}, 3),
        lambda: rate_for_term([], 3),
        lambda: rate_for_term([3, 5], 3),
        lambda: rate_for_term([(3, 0.1, 0.2)], 3),
        lambda: escalate([], []),
        lambda: escalate([1, 2], [1.0]),
    ],
)
def test_refuses_empty_and_unlike_lists(ask):
    with pytest.raises(ShapeError):
        ask()


@pytest.mark.parametrize(
    "ask",
    [
        lambda: rate_for_term(REAL_2024, 0),
        lambda: rate_for_term({0: 0.1}, 3),
        lambda: rate_for_term([(3, 0.1), (3, 0.2)], 4),
    ],
)
def test_refuses_terms_that_cannot_be(ask):
    with pytest.raises(TermError):
        ask()


def test_refuses_a_negative_price_level():
    with pytest.raises(FinanceError, match="price level"):
        escalate([100], [-1.0])


@pytest.mark.parametrize(
    "ask", [lambda: nominal_rate(1e200, 1e200), lambda: escalate([1e200], [1e200])]
)
def test_refuses_a_figure_beyond_all_numbers(ask):
    with pytest.raises(NoFiniteAnswerError):
        ask()
