"""financing_by_year: published payments first, then laws, then refusals by row."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlbudget.errors import FinanceError, NotANumberError, ShapeError, TermError
from xlbudget.finance import equivalent_annual_cost
from xlbudget.portfolio.financing import financing_by_year

purchases = st.lists(
    st.tuples(st.floats(0, 1e7), st.floats(0, 0.5), st.integers(1, 50).map(float)),
    min_size=1,
    max_size=8,
)

# --- worked examples


def test_agrees_with_the_documented_interest_and_principal():
    # The documented examples of IPMT, $8,000 over 3 years at 10 %, last year, and of PPMT,
    # $200,000 over 10 years at 8 %, year 10.
    plan = financing_by_year([[8_000, 0.10, 3], [200_000, 0.08, 10]], 10)
    assert plan.interest[0, 2] == pytest.approx(292.45, abs=0.005)
    assert plan.principal[1, 9] == pytest.approx(27_598.05, abs=0.005)


def test_a_loan_without_interest_is_spread_evenly():
    plan = financing_by_year([[900, 0, 3]], 4)
    assert plan.payments.tolist() == [[300, 300, 300, 0]]
    assert plan.interest.tolist() == [[0, 0, 0, 0]]
    assert plan.balance.tolist() == [[600, 300, 0, 0]]


def test_a_payment_in_advance_bears_no_interest_at_first():
    plan = financing_by_year([[100_000, 0.05, 4]], 4, paid_in_advance=True)
    assert plan.interest[0, 0] == 0
    assert plan.payments[0] == pytest.approx(equivalent_annual_cost(100_000, 0.05, 4) / 1.05)


def test_a_plan_that_ends_first_shows_what_is_still_owed():
    plan = financing_by_year([[100_000, 0.05, 4]], 2)
    assert plan.balance[0, 1] == pytest.approx(100_000 * 1.05**2 - 28_201.18 * 2.05, abs=0.02)


def test_no_purchases_cost_nothing():
    assert financing_by_year([], 5).payments.shape == (0, 5)


# --- laws


@given(purchases, st.booleans())
def test_all_is_paid_back_in_level_payments(rows, paid_in_advance):
    plan = financing_by_year(rows, 50, paid_in_advance=paid_in_advance)
    for (amount, rate, years), row in zip(rows, range(len(rows)), strict=True):
        scale = max(amount, 1.0)
        payments = plan.payments[row, : int(years)]
        level = equivalent_annual_cost(amount, rate, int(years))
        level /= 1 + rate if paid_in_advance else 1
        assert payments == pytest.approx([level] * int(years), rel=1e-6, abs=1e-9 * scale)
        assert plan.balance[row, -1] == pytest.approx(0, abs=1e-6 * scale)
        assert not plan.payments[row, int(years) :].any()


@given(purchases)
def test_interest_is_the_rate_on_what_was_owed(rows):
    plan = financing_by_year(rows, 50)
    owed = np.column_stack([[row[0] for row in rows], plan.balance[:, :-1]])
    rates = np.array([[row[1]] for row in rows])
    scale = max(1.0, *(row[0] for row in rows))
    assert plan.interest == pytest.approx(rates * owed, rel=1e-6, abs=1e-6 * scale)


# --- refusals


@pytest.mark.parametrize(
    ("row", "error"),
    [
        pytest.param([-1, 0.05, 4], FinanceError, id="amount"),
        pytest.param([1, -0.05, 4], FinanceError, id="rate"),
        pytest.param([1, 0.05, 0], TermError, id="no-years"),
        pytest.param([1, 0.05, 51], TermError, id="too-long"),
        pytest.param([1, 0.05, 2.5], NotANumberError, id="half-a-year"),
    ],
)
def test_what_makes_no_sense_is_refused_by_its_row(row, error):
    with pytest.raises(error, match=r"^Row 2: "):
        financing_by_year([[1, 0.05, 4], row], 5)


def test_a_cell_that_is_no_number_is_refused(junk):
    with pytest.raises(NotANumberError, match=r"^Row 1: "):
        financing_by_year([[junk, 0.05, 4]], 5)


def test_a_row_of_two_numbers_is_refused():
    with pytest.raises(ShapeError, match="holds 2 numbers"):
        financing_by_year([[100, 0.05]], 5)


@pytest.mark.parametrize("horizon", [0, 51])
def test_a_horizon_beyond_the_longest_is_refused(horizon):
    with pytest.raises(TermError):
        financing_by_year([[1, 0.05, 4]], horizon)
