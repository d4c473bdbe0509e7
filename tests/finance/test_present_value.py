"""Present values: published figures, then the definition the slow way, then refusals."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

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
from xlbudget.finance import npv, single_present_value, uniform_present_value, xnpv

OPENSTAX = [-16_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000]
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
years = st.integers(min_value=1, max_value=60)
amounts = st.integers(min_value=-(10**9), max_value=10**9).map(lambda cents: cents / 100)
flows = st.lists(amounts, min_size=1, max_size=40)
days = st.dates(min_value=date(2000, 1, 1), max_value=date(2060, 1, 1))


# --- published figures


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        pytest.param(0.00, 10_000, id="openstax-16.2-profile-0"),
        pytest.param(0.03, 7_231, id="openstax-16.2-profile-3"),
        pytest.param(0.09, 2_836, id="openstax-16.2-profile-9"),
        pytest.param(0.12, 1_081, id="openstax-16.2-profile-12"),
        pytest.param(0.14, 42, id="openstax-16.2-profile-14"),
        pytest.param(0.15, -442, id="openstax-16.2-profile-15"),
        pytest.param(0.18, -1_773, id="openstax-16.2-profile-18"),
        pytest.param(0.21, -2_939, id="openstax-16.2-profile-21"),
    ],
)
def test_npv_agrees_with_the_published_profile(rate, expected):
    assert npv(rate, OPENSTAX) == pytest.approx(expected, abs=0.51)


@pytest.mark.parametrize(
    ("rate", "flows", "first_period", "expected"),
    [
        pytest.param(0.09, OPENSTAX, 0, 2_835.62, id="openstax-16.2"),
        pytest.param(
            0.10, [-10_000, 3_000, 4_200, 6_800], 1, 1_188.4434123352, id="libreoffice-npv"
        ),
        pytest.param(
            0.08,
            [8_000, 9_200, 10_000, 12_000, 14_500],
            1,
            41_922.0615549324,
            id="libreoffice-npv-of-income",
        ),
        pytest.param(0.04, [-250_000, *[70_000] * 5], 0, 61_627.56, id="example-2.3c"),
        pytest.param(0.04, [-275_000, *[55_000] * 5], 0, -30_149.77, id="example-3.4g-low"),
        pytest.param(0.04, [-240_000, *[85_000] * 5], 0, 138_404.90, id="example-3.4g-high"),
        pytest.param(0.04, [70_000] * 5, 0.5, 67_799.01 + 250_000, id="example-3.4f-mid-year"),
    ],
)
def test_npv_agrees_with_worked_examples(rate, flows, first_period, expected):
    assert npv(rate, flows, first_period=first_period) == pytest.approx(expected, abs=0.006)


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        pytest.param(0.09, 2_086.6476020315, id="excel-documentation-xnpv"),
        pytest.param(-0.30, 7_780.8042581191, id="libreoffice-negative-rate"),
        pytest.param(0.0, 3_000, id="no-interest-is-the-sum"),
    ],
)
def test_xnpv_agrees_with_spreadsheets(rate, expected):
    assert xnpv(rate, EXCEL_FLOWS, EXCEL_DATES) == pytest.approx(expected, abs=1e-8)


@pytest.mark.parametrize(
    ("years", "printed"),
    [(7, 0.813), (13, 0.681), (19, 0.570), (6, 0.837), (11, 0.722), (16, 0.623)],
    ids=lambda value: f"blcc-5.3-ecip-{value}",
)
def test_single_present_value_is_the_factor_that_nist_printed(years, printed):
    assert round(single_present_value(0.03, years), 3) == printed


@pytest.mark.parametrize(
    ("amount", "arguments", "options", "expected"),
    [
        pytest.param(25_000, (0.08, 5), {}, 99_817.75, id="openstax-8.2"),
        pytest.param(25_000, (0.08, 5), {"first_year": 0}, 107_803.17, id="openstax-8.2-due"),
        pytest.param(40_000 / 1.05, (0.044, 5, 0.05), {}, 193_785.54, id="example-2.3d-growing"),
        pytest.param(10_000, (0.022, 5), {}, 46_862.231102, id="example-3.4e-real"),
        pytest.param(10_000, (0.044484, 5, 0.022), {}, 46_862.231102, id="example-3.4e-nominal"),
        pytest.param(70_000, (0.04, 5), {}, 311_627.56, id="example-2.3c"),
        pytest.param(70_000, (0.04, 5), {"mid_year": True}, 317_799.01, id="example-3.4f-mid-year"),
        pytest.param(100, (0.05, 4, 0.05), {}, 400, id="growth-equal-to-the-rate"),
        pytest.param(100, (0.0, 4), {}, 400, id="no-interest-is-the-count"),
        pytest.param(100, (0.0, 4), {"first_year": 0, "mid_year": True}, 400, id="mid-year-now"),
    ],
)
def test_uniform_present_value_agrees_with_worked_examples(amount, arguments, options, expected):
    found = amount * uniform_present_value(*arguments, **options)
    assert found == pytest.approx(expected, abs=0.006)


# --- laws


@law
@given(rates, flows)
def test_npv_agrees_with_numpy_financial(rate, flows):
    size = max(1.0, *map(abs, flows)) * max(1.0, (1 + rate) ** -len(flows))
    assert npv(rate, flows) == pytest.approx(numpy_financial.npv(rate, flows), abs=1e-10 * size)


@law
@given(rates, flows)
def test_the_spreadsheet_convention_is_one_period_later(rate, flows):
    later = npv(rate, flows, first_period=1)
    size = max(1.0, *map(abs, flows)) * max(1.0, (1 + rate) ** -len(flows))
    assert later * (1 + rate) == pytest.approx(npv(rate, flows), abs=1e-10 * size)


@law
@given(rates, flows)
def test_xnpv_on_equal_years_is_npv(rate, flows):
    dates = [date.fromordinal(730_000 + 365 * k) for k in range(len(flows))]
    size = max(1.0, *map(abs, flows)) * max(1.0, (1 + rate) ** -len(flows))
    assert xnpv(rate, flows, dates) == pytest.approx(npv(rate, flows), abs=1e-12 * size)


@law
@given(rates, st.lists(st.tuples(amounts, days), min_size=1, max_size=10), st.randoms())
def test_the_order_of_later_dates_does_not_matter(rate, rows, random):
    shuffled = [rows[0], *random.sample(rows[1:], len(rows) - 1)]
    expected = xnpv(rate, *zip(*rows, strict=True))
    assert xnpv(rate, *zip(*shuffled, strict=True)) == pytest.approx(expected, rel=1e-9, abs=1e-6)


@law
@given(
    rates,
    years,
    st.floats(min_value=-0.2, max_value=0.2),
    st.integers(min_value=0, max_value=5),
    st.booleans(),
)
def test_the_factor_is_the_sum_of_its_payments(rate, years, growth, first, mid_year):
    half = 0.5 if mid_year else 0.0
    payments = [
        (1 + growth) ** year / (1 + rate) ** max(year - half, 0)
        for year in range(first, first + years)
    ]
    found = uniform_present_value(rate, years, growth, first_year=first, mid_year=mid_year)
    assert found == pytest.approx(sum(payments), rel=1e-9)


@law
@given(st.floats(min_value=-1e-6, max_value=1e-6), years)
def test_no_digits_are_lost_near_rate_zero(rate, years):
    ratio = 1 / (1 + Fraction(rate))
    exact = float(sum(ratio**year for year in range(1, years + 1)))
    assert uniform_present_value(rate, years) == pytest.approx(exact, rel=2e-15)


def test_decimals_and_whole_numbers_are_numbers():
    assert npv(Decimal("0.09"), tuple(map(Decimal, OPENSTAX))) == npv(0.09, OPENSTAX)


def test_a_moment_of_a_day_is_that_day():
    noon = [datetime(d.year, d.month, d.day, 12, tzinfo=ZoneInfo("UTC")) for d in EXCEL_DATES]
    assert xnpv(0.09, EXCEL_FLOWS, noon) == xnpv(0.09, EXCEL_FLOWS, EXCEL_DATES)


def test_a_zero_far_away_costs_nothing_at_any_rate():
    assert npv(-0.999999, [5.0, *[0.0] * 400]) == 5.0


# --- refusals


@pytest.mark.parametrize(
    "ask",
    [
        lambda x: npv(x, [1]),
        lambda x: npv(0.1, [1, x, 3]),
        lambda x: npv(0.1, [1], first_period=x),
        lambda x: xnpv(x, [1], EXCEL_DATES[:1]),
        lambda x: xnpv(0.1, [x], EXCEL_DATES[:1]),
        lambda x: xnpv(0.1, [1], [x]),
        lambda x: single_present_value(x, 1),
        lambda x: single_present_value(0.1, x),
        lambda x: uniform_present_value(x, 1),
        lambda x: uniform_present_value(0.1, x),
        lambda x: uniform_present_value(0.1, 1, x),
        lambda x: uniform_present_value(0.1, 1, first_year=x),
    ],
)
def test_refuses_what_is_not_a_number(ask, junk):
    with pytest.raises(NotANumberError):
        ask(junk)


def test_the_refusal_of_a_blank_names_its_position():
    with pytest.raises(NotANumberError) as refusal:
        npv(0.1, [-1_000, None, 600, 600])
    assert refusal.value.saw == "Flow 2 of 4 is blank"


@pytest.mark.parametrize(
    "ask",
    [
        lambda: npv(-1.0, [1]),
        lambda: xnpv(-1.0, [1], EXCEL_DATES[:1]),
        lambda: single_present_value(-1.0, 1),
        lambda: uniform_present_value(-1.0, 1),
        lambda: uniform_present_value(0.1, 1, -1.0),
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
        lambda: npv(0.1, []),
        lambda: npv(0.1, 5),
        lambda: xnpv(0.1, [], []),
        lambda: xnpv(0.1, [1, 2], EXCEL_DATES[:1]),
    ],
)
def test_refuses_empty_and_unlike_lists(ask):
    with pytest.raises(ShapeError):
        ask()


@pytest.mark.parametrize(
    "ask",
    [
        lambda: npv(0.1, [1], first_period=-1),
        lambda: single_present_value(0.1, -1),
        lambda: uniform_present_value(0.1, 0),
        lambda: uniform_present_value(0.1, 1, first_year=-1),
    ],
)
def test_refuses_terms_that_cannot_be(ask):
    with pytest.raises(TermError):
        ask()


def test_refuses_part_of_a_year():
    with pytest.raises(NotANumberError, match="whole number"):
        uniform_present_value(0.03, 4.7)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: npv(-0.999, [1.0] * 400),
        lambda: npv(0.0, [1e308, 1e308]),
        lambda: npv(-0.9, [0, 1e308, -1e308]),
        lambda: single_present_value(-0.999, 400),
        lambda: uniform_present_value(-0.999, 400),
        lambda: uniform_present_value(-0.999, 400, mid_year=True),
    ],
)
def test_refuses_a_worth_beyond_all_numbers(ask):
    with pytest.raises(NoFiniteAnswerError):
        ask()


def test_a_growth_far_below_a_huge_rate_is_worth_nothing():
    assert uniform_present_value(1e16, 5, -0.999999999) == pytest.approx(0, abs=1e-15)
