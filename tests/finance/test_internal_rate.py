"""Internal rates: published figures, numpy-financial, known roots, then refusals."""

from datetime import date, timedelta
from itertools import pairwise
from math import isnan
from time import perf_counter

import numpy as np
import numpy_financial
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from xlbudget.errors import (
    NoAnswerError,
    NoFiniteAnswerError,
    NotANumberError,
    RateError,
    SeveralAnswersError,
    ShapeError,
    TermError,
)
from xlbudget.finance import irr, irr_all, mirr, npv, xirr, xnpv

OPENSTAX = [-16_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000]
TWO_RATES = [-1_000, 2_210, -1_220.8]  # 9 % and 12 %
EXCEL_FLOWS = [-10_000, 2_750, 4_250, 3_250, 2_750]
EXCEL_DATES = [
    date(2008, 1, 1),
    date(2008, 3, 1),
    date(2008, 10, 30),
    date(2009, 2, 15),
    date(2009, 4, 1),
]

law = settings(deadline=None)
rates = st.floats(min_value=-0.5, max_value=1.0)
incomes = st.lists(st.integers(min_value=0, max_value=10**6), min_size=1, max_size=30)
mixed = st.lists(st.integers(min_value=-1_000, max_value=1_000), min_size=2, max_size=12)
percentages = st.lists(
    st.integers(min_value=-45, max_value=100).map(lambda k: 2 * k),
    min_size=1,
    max_size=4,
    unique=True,
)


def flows_with_rates(*rates):
    """Return flows that exactly these rates solve."""
    flows = np.array([1.0])
    for rate in rates:
        flows = np.convolve(flows, [-1.0, 1.0 + rate])
    return list(flows)


def share_left(rate, flows):
    """Return the worth of the flows at a rate, as a share of all that moves."""
    return abs(npv(rate, flows)) / npv(rate, [abs(flow) for flow in flows])


# --- published figures


@pytest.mark.parametrize(
    ("flows", "expected"),
    [
        pytest.param(OPENSTAX, 0.1409, id="openstax-16.3"),
        pytest.param(
            [-70_000, 12_000, 15_000, 18_000, 21_000, 26_000], 0.086630948, id="libreoffice-irr"
        ),
        pytest.param([-70_000, 12_000, 15_000], -0.44350694, id="excel-documentation-loss"),
        pytest.param([-100, 110], 0.10, id="one-year"),
        pytest.param([-100, 100], 0.0, id="nothing-gained"),
        pytest.param([-100, 10], -0.90, id="nearly-all-lost"),
    ],
)
def test_irr_agrees_with_published_examples(flows, expected):
    assert irr(flows) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(
    ("flows", "expected"),
    [
        pytest.param(TWO_RATES, (0.09, 0.12), id="two-rates-of-performance-4"),
        pytest.param([-1, 2.2, -1.21], (0.10,), id="double-root-in-decimals"),
        pytest.param([-100, 220, -121], (0.10,), id="double-root-in-whole-numbers"),
        pytest.param([-1, 2.2, -(1.1**2)], (0.10,), id="double-root-missed-by-rounding"),
        pytest.param([1, -2, 1], (0.0,), id="double-root-at-zero"),
        pytest.param([1, -3, 3, -1], (0.0,), id="triple-root"),
        pytest.param([1, -1, 1], (), id="two-changes-and-no-root"),
        pytest.param([0, 0, 0], (), id="all-zero"),
        pytest.param([5], (), id="one-flow"),
        pytest.param([0, 0, -100, 110, 0, 0], (0.10,), id="zeros-around"),
        pytest.param([-1e-6, 1.1e-6], (0.10,), id="tiny"),
        pytest.param([-1e15, 1.1e15], (0.10,), id="huge"),
        pytest.param(flows_with_rates(0.05, 0.06, 0.07), (0.05, 0.06, 0.07), id="three-close"),
        pytest.param(
            flows_with_rates(-0.9, -0.5, 0.2, 3.0), (-0.9, -0.5, 0.2, 3.0), id="four-far-apart"
        ),
    ],
)
def test_irr_all_lists_every_rate(flows, expected):
    assert irr_all(flows) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    ("guess", "expected"), [(0.0, 0.09), (0.10, 0.09), (0.11, 0.12), (5.0, 0.12)]
)
def test_a_guess_chooses_the_nearest_rate(guess, expected):
    assert irr(TWO_RATES, guess) == pytest.approx(expected, abs=1e-9)


def test_a_guess_does_not_change_a_single_rate():
    assert irr(OPENSTAX, 5.0) == irr(OPENSTAX)


@pytest.mark.parametrize(
    ("flows", "dates", "expected"),
    [
        pytest.param(EXCEL_FLOWS, EXCEL_DATES, 0.3733625335, id="excel-documentation-xirr"),
        pytest.param(EXCEL_FLOWS[::-1], EXCEL_DATES[::-1], 0.3733625335, id="dates-in-any-order"),
        pytest.param(
            [-100, 60, 50], [date(2026, 7, 1), *[date(2027, 7, 1)] * 2], 0.10, id="same-day"
        ),
    ],
)
def test_xirr_agrees_with_spreadsheets(flows, dates, expected):
    assert xirr(flows, dates) == pytest.approx(expected, abs=1e-9)


def test_xirr_takes_a_guess_too():
    dates = [date(2027, 1, 1) + timedelta(days=365 * k) for k in range(3)]
    assert xirr(TWO_RATES, dates, 0.2) == pytest.approx(0.12, abs=1e-9)


@pytest.mark.parametrize(
    ("flows", "finance", "reinvest", "expected"),
    [
        pytest.param(OPENSTAX, 0.09, 0.09, 0.120048, id="openstax-16.4"),
        pytest.param(
            [-120_000, 39_000, 30_000, 21_000, 37_000, 46_000],
            0.10,
            0.12,
            0.1260941304,
            id="excel-documentation-mirr",
        ),
        pytest.param([-250_000, *[70_000] * 5], 0.04, 0.04, 0.08685726, id="example-2.3c"),
    ],
)
def test_mirr_agrees_with_published_examples(flows, finance, reinvest, expected):
    assert mirr(flows, finance, reinvest) == pytest.approx(expected, abs=1e-6)


# --- laws


@law
@given(st.integers(min_value=1, max_value=10**6), incomes)
def test_irr_agrees_with_numpy_financial(outlay, income):
    assume(any(income))
    flows = [-outlay, *income]
    expected = numpy_financial.irr(flows)
    assert 1 + irr(flows) == pytest.approx(1 + expected, rel=1e-7)


@law
@given(mixed)
def test_what_numpy_financial_finds_is_among_all_rates(flows):
    expected = numpy_financial.irr(flows)
    assume(not isnan(expected))
    assert min(abs((1 + r) / (1 + expected) - 1) for r in irr_all(flows)) < 1e-5


@law
@given(mixed)
def test_at_every_rate_the_flows_are_worth_nothing(flows):
    assert all(share_left(rate, flows) < 1e-9 for rate in irr_all(flows))


@law
@given(percentages)
def test_all_rates_that_were_put_in_come_out(percentages):
    wanted = sorted(p / 100 for p in percentages)
    assert irr_all(flows_with_rates(*wanted)) == pytest.approx(wanted, abs=1e-6)


@law
@given(mixed, st.sampled_from([1e-6, 1e15]))
def test_rates_do_not_depend_on_the_unit_of_money(flows, unit):
    scaled = [flow * unit for flow in flows]
    assert irr_all(scaled) == pytest.approx(irr_all(flows), rel=1e-6, abs=1e-6)


@law
@given(mixed)
def test_rates_do_not_depend_on_the_sign_or_on_a_delay(flows):
    assert irr_all([0, *(-flow for flow in flows), 0]) == irr_all(flows)


@law
@given(mixed)
def test_there_are_no_more_rates_than_changes_of_sign(flows):
    signs = [flow > 0 for flow in flows if flow]
    changes = sum(a != b for a, b in pairwise(signs))
    assert len(irr_all(flows)) <= changes


@law
@given(
    st.integers(min_value=100, max_value=5_000),
    st.lists(st.tuples(st.integers(100, 1_000), st.integers(200, 3_000)), min_size=1, max_size=12),
)
def test_at_the_dated_rate_the_flows_are_worth_nothing(outlay, rows):
    start = date(2026, 7, 1)
    flows = [-outlay, *(income for income, _ in rows)]
    dates = [start, *(start + timedelta(days=later) for _, later in rows)]
    rate = xirr(flows, dates)
    gross = xnpv(rate, [abs(flow) for flow in flows], dates)
    assert xnpv(rate, flows, dates) == pytest.approx(0, abs=1e-8 * gross)


@law
@given(mixed, rates, rates)
def test_mirr_agrees_with_numpy_financial(flows, finance, reinvest):
    assume(min(flows) < 0 < max(flows))
    expected = numpy_financial.mirr(flows, finance, reinvest)
    assert 1 + mirr(flows, finance, reinvest) == pytest.approx(1 + expected, rel=1e-9)


# --- long and strange flows


def test_forty_years_of_months_are_quick():
    flows = [-100_000.0, *[600.0] * 480]
    start = perf_counter()
    rate = irr(flows)
    assert perf_counter() - start < 0.5
    assert npv(rate, flows) == pytest.approx(0, abs=1e-6)


def test_one_change_of_sign_is_solved_at_any_length():
    assert npv(irr([-100.0, *[1.0] * 2_000]), [-100.0, *[1.0] * 2_000]) == pytest.approx(0)


def test_refreshes_every_four_years_over_forty_years_of_months():
    flows = [-1_000.0, *(30.0 if month % 48 else -900.0 for month in range(1, 481))]
    found = irr_all(flows)
    assert len(found) == 2
    assert all(share_left(rate, flows) < 1e-9 for rate in found)


@pytest.mark.parametrize(
    ("flows", "expected"),
    [
        pytest.param([-1e-6, 1e15], 1e21, id="far-up"),
        pytest.param([-1e6, 1], -0.999999, id="near-minus-one"),
        pytest.param([-100.0, 100.0 + 1e-12], 1e-14, id="near-zero"),
    ],
)
def test_extreme_rates_keep_their_digits(flows, expected):
    assert irr(flows) == pytest.approx(expected, rel=1e-2)


def test_a_rate_indistinguishable_from_minus_one_stays_above_it():
    assert -1 < irr([-1e15, 1e-6]) < -0.999_999


def test_rates_that_rounding_does_not_tell_apart_are_one():
    assert irr_all(flows_with_rates(0.10, 0.10, 0.1001, 0.1001)) == pytest.approx([0.10], abs=1e-3)


@pytest.mark.parametrize("flows", [[1, -2, 1], [-100, 100], [-90, 30, 30, 30], [0.3, -0.1, -0.2]])
def test_a_rate_of_zero_has_no_sign(flows):
    assert str(irr(flows)) == "0.0"


def test_an_amount_that_vanishes_beside_another_is_left_out():
    assert irr_all([-1e-300, 1e300, -1.1e300]) == pytest.approx((0.10,))


# --- refusals


@pytest.mark.parametrize(
    "ask",
    [
        lambda x: irr([-1, x, 2]),
        lambda x: irr_all([-1, x, 2]),
        lambda x: xirr([-1, x], EXCEL_DATES[:2]),
        lambda x: xirr([-1, 2], [EXCEL_DATES[0], x]),
        lambda x: mirr([-1, x], 0.1, 0.1),
        lambda x: mirr([-1, 2], x, 0.1),
        lambda x: mirr([-1, 2], 0.1, x),
    ],
)
def test_refuses_what_is_not_a_number(ask, junk):
    with pytest.raises(NotANumberError):
        ask(junk)


@pytest.mark.parametrize(
    "ask", [lambda x: irr(TWO_RATES, x), lambda x: xirr([-1, 2], EXCEL_DATES[:2], x)]
)
def test_refuses_a_guess_that_is_not_a_number(ask, filled_junk):
    with pytest.raises(NotANumberError):
        ask(filled_junk)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: irr(TWO_RATES, -1.0),
        lambda: mirr([-1, 2], -1.0, 0.1),
        lambda: mirr([-1, 2], 0.1, -1.0),
    ],
)
def test_refuses_a_rate_of_minus_100_percent(ask):
    with pytest.raises(RateError, match="-100"):
        ask()


@pytest.mark.parametrize(
    "ask",
    [
        lambda: irr([]),
        lambda: irr_all([]),
        lambda: xirr([], []),
        lambda: xirr([-1, 2], EXCEL_DATES),
        lambda: mirr([], 0.1, 0.1),
    ],
)
def test_refuses_empty_and_unlike_lists(ask):
    with pytest.raises(ShapeError):
        ask()


@pytest.mark.parametrize(
    "ask",
    [
        lambda: irr([1, 2, 3]),
        lambda: irr([0, 0, 0]),
        lambda: irr([-5]),
        lambda: irr([1, -1, 1]),
        lambda: irr([1, -1, 1], 0.1),
        lambda: xirr([-1, 2], [EXCEL_DATES[0]] * 2),
        lambda: mirr([1, 2], 0.1, 0.1),
        lambda: mirr([-1, -2], 0.1, 0.1),
        lambda: mirr([0, 0], 0.1, 0.1),
    ],
)
def test_refuses_flows_that_no_rate_solves(ask):
    with pytest.raises(NoAnswerError):
        ask()


def test_the_refusal_of_several_rates_lists_them():
    with pytest.raises(SeveralAnswersError) as refusal:
        irr(TWO_RATES)
    assert "9.0000%, 12.0000%" in refusal.value.saw


@pytest.mark.parametrize("ask", [irr_all, irr, lambda flows: irr(flows, 0.1)])
def test_refuses_several_changes_beyond_forty_years_of_months(ask):
    flows = [-100.0, *[1.0] * 480, -5.0]
    with pytest.raises(TermError, match="at most 481 flows"):
        ask(flows)


def test_refuses_several_changes_among_too_many_dates():
    days = [EXCEL_DATES[0] + timedelta(days=day) for day in range(401)]
    with pytest.raises(TermError, match="at most 400 dates"):
        xirr([-100.0, *[1.0] * 399, -5.0], days)
    assert xirr([-100.0, *[1.0] * 398, -5.0], days[:400], 0.1) > -1


def test_answers_several_changes_over_just_forty_years_of_months():
    assert len(irr_all([-100.0, *[1.0] * 479, -5.0])) == 2


@pytest.mark.parametrize(
    "ask",
    [
        lambda: xirr([-1, 100], [date(2027, 1, 1), date(2027, 1, 2)]),
        lambda: xirr([1e308, 1e308, -1], [*[date(2027, 1, 1)] * 2, date(2027, 1, 2)]),
    ],
)
def test_refuses_a_rate_beyond_all_numbers(ask):
    with pytest.raises(NoFiniteAnswerError):
        ask()
