"""Present values: published figures by factor rows, then laws, then rates without factors."""

from decimal import Decimal
from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.budgets import BASE, by_year, dollars, law
from xlbudget.analysis.present_value import (
    Flows,
    discount_factors,
    planned_benefits,
    planned_productivity,
    present_value,
    worth,
)
from xlbudget.finance import npv
from xlbudget.model import Saving

NONE = dollars(0, 0, 0, 0, 0)
SAVED = dollars(*[70_000] * 5)


def flows(**given):
    parts = dict.fromkeys(
        ("start_cost", "end_cost", "erate", "resale", "benefits", "productivity"), NONE
    )
    return Flows(**{**parts, "horizon_value": Decimal(0), **given})


@pytest.mark.parametrize(
    ("mid_year", "expected"),
    [
        pytest.param(False, 61_627.56, id="example-3.4-f-end-of-year"),
        pytest.param(True, 67_799.01, id="example-3.4-f-mid-year"),
    ],
)
def test_agrees_with_worked_example(mid_year, expected):
    factors = discount_factors(Decimal("0.04"), 5, mid_year=mid_year)
    found = present_value(flows(start_cost=dollars(250_000, 0, 0, 0, 0), benefits=SAVED), factors)
    assert found.npv == pytest.approx(expected, abs=0.005)


def test_first_payment_now_of_openstax_8_2():
    factors = discount_factors(Decimal("0.08"), 5, mid_year=False)
    level = dollars(*[25_000] * 5)
    assert worth(level, factors.end) == pytest.approx(99_817.75, abs=0.005)
    assert worth(level, factors.start) == pytest.approx(107_803.17, abs=0.005)


def test_net_cost_takes_off_erate_resale_and_value_at_the_horizon():
    factors = discount_factors(Decimal(0), 5, mid_year=False)
    found = present_value(
        flows(
            end_cost=dollars(100, 0, 0, 0, 0),
            erate=dollars(40, 0, 0, 0, 0),
            resale=dollars(0, 5, 0, 0, 0),
            productivity=dollars(9, 0, 0, 0, 0),
            horizon_value=Decimal(15),
        ),
        factors,
    )
    assert found.net_cost == 40
    assert found.npv == -40
    assert found.productivity == 9


@pytest.mark.parametrize("rate", ["-1", "-1.5"])
def test_a_rate_of_minus_100_percent_has_no_factors(rate):
    factors = discount_factors(Decimal(rate), 2, mid_year=False)
    assert all(map(isnan, (*factors.start, *factors.end, factors.horizon)))


def test_savings_count_by_type():
    kinds = ("cashable", "avoided", "revenue", "productivity", "strange", "")
    savings = [
        Saving(saving_id=kind, program_id="P", type=kind, planned=by_year(10**place))
        for place, kind in enumerate(kinds)
    ]
    assert planned_benefits(savings, (BASE, BASE + 1)) == dollars(111, 0)
    assert planned_productivity(savings, (BASE, BASE + 1)) == dollars(1000, 0)


@law
@given(
    st.decimals("-0.5", "0.5", places=3),
    st.lists(st.integers(-999, 999).map(Decimal), min_size=1, max_size=10),
)
def test_the_end_factors_give_what_npv_gives(rate, amounts):
    factors = discount_factors(rate, len(amounts), mid_year=False)
    expected = npv(float(rate), [float(amount) for amount in amounts], first_period=1)
    assert worth(tuple(amounts), factors.end) == pytest.approx(expected, abs=1e-6)
    assert factors.horizon == pytest.approx(factors.end[-1])
