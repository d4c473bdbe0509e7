"""Returns: published figures, then laws, then refusals."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlbudget.errors import (
    FinanceError,
    NoFiniteAnswerError,
    NotANumberError,
    RateError,
    ShapeError,
    ZeroBaseError,
)
from xlbudget.finance import benefit_cost_ratio, net_benefit, npv, profitability_index, roi

OPENSTAX = [-16_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000]

law = settings(deadline=None)
benefits = st.floats(min_value=-1e8, max_value=1e8)
costs = st.floats(min_value=1, max_value=1e8)
rates = st.floats(min_value=-0.2, max_value=0.5)
flows = st.lists(st.integers(min_value=-(10**6), max_value=10**6), min_size=1, max_size=15)


# --- published figures


def test_wsipp_program_524():
    assert net_benefit(3_840, 2_061) == 1_779
    assert round(benefit_cost_ratio(3_840, 2_061), 2) == 1.86
    assert roi(3_840, 2_061) == pytest.approx(0.8632, abs=5e-5)


def test_the_profitability_index_of_openstax_16_4():
    assert round(profitability_index(0.09, OPENSTAX), 2) == 1.18


@pytest.mark.parametrize(
    ("benefits", "expected"), [(0, -1.0), (100, 0.0), (125, 0.25), (-100, -2.0)]
)
def test_return_on_100_dollars(benefits, expected):
    assert roi(benefits, 100) == expected


# --- laws


@law
@given(benefits, costs)
def test_the_three_measures_belong_together(benefits, costs):
    assert roi(benefits, costs) == pytest.approx(
        benefit_cost_ratio(benefits, costs) - 1, rel=1e-9, abs=1e-9
    )
    assert roi(benefits, costs) * costs == pytest.approx(
        net_benefit(benefits, costs), rel=1e-9, abs=1e-6
    )


@law
@given(rates, flows, st.integers(min_value=1, max_value=10**6))
def test_the_index_exceeds_1_by_the_worth_per_dollar_of_outlay(rate, flows, outlay):
    plan = [-outlay, *flows]
    paid = -npv(rate, [min(flow, 0) for flow in plan])
    size = 1 + npv(rate, [abs(flow) for flow in plan]) / paid
    assert profitability_index(rate, plan) - 1 == pytest.approx(
        npv(rate, plan) / paid, abs=1e-12 * size
    )


# --- refusals


@pytest.mark.parametrize(
    "ask",
    [
        lambda x: roi(x, 1),
        lambda x: roi(1, x),
        lambda x: net_benefit(x, 1),
        lambda x: net_benefit(1, x),
        lambda x: benefit_cost_ratio(x, 1),
        lambda x: benefit_cost_ratio(1, x),
        lambda x: profitability_index(x, [-1]),
        lambda x: profitability_index(0.1, [-1, x]),
    ],
)
def test_refuses_what_is_not_a_number(ask, junk):
    with pytest.raises(NotANumberError):
        ask(junk)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: roi(5, 0),
        lambda: benefit_cost_ratio(5, 0),
        lambda: profitability_index(0.1, [0, 5]),
    ],
)
def test_refuses_to_divide_by_no_cost(ask):
    with pytest.raises(ZeroBaseError) as refusal:
        ask()
    assert refusal.value.cell_error == "#DIV/0!"


@pytest.mark.parametrize("ask", [lambda: roi(5, -1), lambda: benefit_cost_ratio(5, -1)])
def test_refuses_a_negative_cost(ask):
    with pytest.raises(FinanceError, match="cost is -1"):
        ask()


def test_refuses_a_rate_of_minus_100_percent():
    with pytest.raises(RateError, match="-100"):
        profitability_index(-1.0, OPENSTAX)


def test_refuses_an_empty_list():
    with pytest.raises(ShapeError):
        profitability_index(0.1, [])


@pytest.mark.parametrize(
    "ask",
    [
        lambda: roi(1e308, 1e-10),
        lambda: net_benefit(1e308, -1e308),
        lambda: benefit_cost_ratio(1e308, 1e-10),
        lambda: profitability_index(0.0, [-1e-300, 1e300]),
    ],
)
def test_refuses_a_figure_beyond_all_numbers(ask):
    with pytest.raises(NoFiniteAnswerError):
        ask()
