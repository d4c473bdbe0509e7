"""Funding: published figures, then laws, then refusals."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlbudget.errors import (
    FinanceError,
    NotANumberError,
    ShapeError,
    ShareError,
    TermError,
    ZeroBaseError,
)
from xlbudget.finance import (
    cliff_year,
    exposed_recurring_share,
    one_time_share,
    structural_gap,
)

law = settings(deadline=None)
dollars = st.integers(min_value=0, max_value=10**9).map(lambda cents: cents / 100)
years = st.integers(min_value=2025, max_value=2040)
lines = st.lists(st.tuples(years, years, years), min_size=1, max_size=10)


# --- published figures


def test_domain_5_3_a_district_on_one_time_money():
    assert exposed_recurring_share(117_449.29, 371_449.29) == pytest.approx(0.31619, abs=5e-6)
    assert structural_gap(371_449.29, 254_000) == pytest.approx(117_449.29)
    assert one_time_share(117_449.29, 254_000 + 117_449.29) == pytest.approx(0.31619, abs=5e-6)


@pytest.mark.parametrize(
    ("ends", "paid", "starts", "expected"),
    [
        pytest.param([2031, 2031], [2028, 2031], None, 2029, id="one-grant-ends"),
        pytest.param([2031, 2031], [2029, 2028], None, 2029, id="the-earlier-of-two"),
        pytest.param([2028], [2028], None, None, id="need-and-money-end-together"),
        pytest.param([2027], [2031], None, None, id="money-outlasts-the-need"),
        pytest.param([2031], [2027], [2030], 2030, id="the-need-begins-later"),
        pytest.param([2031, 2031], [2027, 2028], [2030, 2027], 2029, id="the-other-line-first"),
    ],
)
def test_the_cliff_is_the_first_year_that_loses_its_source(ends, paid, starts, expected):
    assert cliff_year(ends, paid, needed_from=starts) == expected


# --- laws


@law
@given(dollars, dollars)
def test_shares_and_the_rest_sum_to_1(part, rest):
    whole = part + rest + 1
    assert one_time_share(part, whole) + one_time_share(rest + 1, whole) == pytest.approx(1)
    assert exposed_recurring_share(part, whole) == one_time_share(part, whole)


@law
@given(dollars, dollars)
def test_a_gap_is_what_closes_the_balance(need, funding):
    assert funding + structural_gap(need, funding) == pytest.approx(need, abs=1e-6)


@law
@given(lines)
def test_the_cliff_is_found_by_walking_through_the_years(lines):
    ends, paid, starts = zip(*lines, strict=True)
    walked = [
        year
        for year in range(2025, 2041)
        if any(start <= year <= end and until < year for end, until, start in lines)
    ]
    assert cliff_year(ends, paid, needed_from=starts) == next(iter(walked), None)


# --- refusals


@pytest.mark.parametrize(
    "ask",
    [
        lambda x: one_time_share(x, 1),
        lambda x: one_time_share(0, x),
        lambda x: exposed_recurring_share(x, 1),
        lambda x: exposed_recurring_share(0, x),
        lambda x: structural_gap(x, 1),
        lambda x: structural_gap(1, x),
        lambda x: cliff_year([x], [2028]),
        lambda x: cliff_year([2028], [x]),
        lambda x: cliff_year([2028], [2028], needed_from=[x]),
    ],
)
def test_refuses_what_is_not_a_number(ask, junk):
    with pytest.raises(NotANumberError):
        ask(junk)


@pytest.mark.parametrize(
    "ask", [lambda: one_time_share(0, 0), lambda: exposed_recurring_share(0, 0)]
)
def test_refuses_a_share_of_nothing(ask):
    with pytest.raises(ZeroBaseError):
        ask()


@pytest.mark.parametrize(
    "ask",
    [
        lambda: one_time_share(2, 1),
        lambda: exposed_recurring_share(2, 1),
    ],
)
def test_refuses_shares_beyond_the_whole(ask):
    with pytest.raises(ShareError):
        ask()


@pytest.mark.parametrize(
    "ask",
    [
        lambda: one_time_share(-1, 1),
        lambda: exposed_recurring_share(0, -1),
        lambda: structural_gap(-1, 1),
        lambda: structural_gap(1, -1),
    ],
)
def test_refuses_negative_money(ask):
    with pytest.raises(FinanceError, match="must be 0 or more"):
        ask()


@pytest.mark.parametrize(
    "ask", [lambda: cliff_year([-1], [2028]), lambda: cliff_year([2028], [10_000])]
)
def test_refuses_years_that_cannot_be(ask):
    with pytest.raises(TermError):
        ask()


@pytest.mark.parametrize(
    "ask",
    [
        lambda: cliff_year([], []),
        lambda: cliff_year([2028], [2028, 2029]),
        lambda: cliff_year([2028], [2028], needed_from=[2027, 2027]),
    ],
)
def test_refuses_empty_and_unlike_lists(ask):
    with pytest.raises(ShapeError):
        ask()
