"""Depreciation: published schedules, then sums, then refusals."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlbudget.errors import FinanceError, NotANumberError, TermError
from xlbudget.finance import declining_balance, straight_line, sum_of_years

ALL = [straight_line, sum_of_years, declining_balance]

law = settings(deadline=None)
things = st.tuples(
    st.integers(min_value=0, max_value=10**6), st.floats(min_value=0, max_value=1)
).map(lambda thing: (thing[0], thing[0] * thing[1]))
lives = st.integers(min_value=1, max_value=20)
months = st.integers(min_value=1, max_value=12)


# --- published figures


def test_openstax_11_3_liams_silk_screen_machine():
    assert straight_line(10_000, 1_000, 5) == (1_800,) * 5
    assert declining_balance(10_000, 1_000, 5)[:2] == pytest.approx((4_000, 2_400))


@pytest.mark.parametrize(
    ("schedule", "year", "expected"),
    [
        pytest.param(straight_line(30_000, 7_500, 10), 1, 2_250, id="excel-sln"),
        pytest.param(sum_of_years(30_000, 7_500, 10), 1, 4_090.9090909091, id="excel-syd-1"),
        pytest.param(sum_of_years(30_000, 7_500, 10), 10, 409.0909090909, id="excel-syd-10"),
        pytest.param(declining_balance(2_400, 300, 10), 1, 480, id="excel-ddb-1"),
        pytest.param(declining_balance(2_400, 300, 10), 2, 384, id="libreoffice-ddb-2"),
        pytest.param(declining_balance(2_400, 300, 10), 10, 22.1225472, id="excel-ddb-10"),
        pytest.param(declining_balance(2_400, 300, 10, factor=1.5), 2, 306, id="excel-ddb-1.5"),
        pytest.param(declining_balance(10_000, 1_000, 5), 5, 296, id="libreoffice-ddb-5"),
    ],
)
def test_a_year_agrees_with_the_spreadsheet_functions(schedule, year, expected):
    assert schedule[year - 1] == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    ("first_year_months", "expected"),
    [
        pytest.param(
            7,
            (
                186_083.333333333,
                259_639.416666667,
                176_814.442750000,
                120_410.635512750,
                81_999.642784183,
                55_841.756736029,
                15_845.098473848,
            ),
            id="excel-db-from-the-seventh-month",
        ),
        pytest.param(
            12,
            (319_000, 217_239, 147_939.759, 100_746.975879, 68_608.690573599, 46_722.518280621),
            id="libreoffice-db",
        ),
    ],
)
def test_the_fixed_share_agrees_with_the_spreadsheet(first_year_months, expected):
    found = declining_balance(
        1_000_000, 100_000, 6, factor=None, first_year_months=first_year_months
    )
    assert found == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        pytest.param(straight_line(1_200, 0, 2, first_year_months=3), (150, 600, 450), id="sln"),
        pytest.param(sum_of_years(1_200, 0, 2, first_year_months=3), (200, 700, 300), id="syd"),
        pytest.param(
            declining_balance(1_200, 0, 4, first_year_months=6),
            (300, 450, 225, 112.5, 28.125),
            id="ddb",
        ),
        pytest.param(declining_balance(0, 0, 3, factor=None), (0, 0, 0), id="nothing-paid"),
        pytest.param(declining_balance(900, 0, 3, factor=9), (900, 0, 0), id="all-in-one-year"),
        pytest.param(declining_balance(900, 0, 3, factor=None), (900, 0, 0), id="down-to-nothing"),
        pytest.param(declining_balance(900, 0, 3, factor=0), (0, 0, 0), id="no-share"),
    ],
)
def test_a_first_year_may_be_part_of_a_year(schedule, expected):
    assert schedule == pytest.approx(expected)


# --- laws


@law
@given(st.sampled_from([straight_line, sum_of_years]), things, lives, months)
def test_the_schedule_leaves_the_residual_value(depreciation, thing, life, months):
    schedule = depreciation(*thing, life, first_year_months=months)
    assert sum(schedule) == pytest.approx(thing[0] - thing[1], abs=1e-6)


@law
@given(st.floats(min_value=0, max_value=3), things, lives, months)
def test_a_declining_balance_never_falls_below_the_residual_value(factor, thing, life, months):
    schedule = declining_balance(*thing, life, factor=factor, first_year_months=months)
    assert sum(schedule) <= thing[0] - thing[1] + 1e-6


@law
@given(st.sampled_from(ALL), things, lives, months)
def test_a_part_of_a_year_adds_one_year(depreciation, thing, life, months):
    schedule = depreciation(*thing, life, first_year_months=months)
    assert len(schedule) == life + (months < 12)
    assert min(schedule) >= -1e-9


@law
@given(st.sampled_from([sum_of_years, declining_balance]), things, lives)
def test_accelerated_schedules_fall(depreciation, thing, life):
    schedule = depreciation(*thing, life)
    assert list(schedule) == pytest.approx(sorted(schedule, reverse=True), abs=1e-6)


# --- refusals


@pytest.mark.parametrize("depreciation", ALL)
@pytest.mark.parametrize("position", range(4))
def test_refuses_what_is_not_a_number(depreciation, position, junk):
    usual = [10_000, 1_000, 5, 12]
    usual[position] = junk
    with pytest.raises(NotANumberError):
        depreciation(*usual[:3], first_year_months=usual[3])


def test_refuses_a_factor_that_is_not_a_number(filled_junk):
    with pytest.raises(NotANumberError):
        declining_balance(10_000, 1_000, 5, factor=filled_junk)


@pytest.mark.parametrize("depreciation", ALL)
@pytest.mark.parametrize(("life", "months"), [(0, 12), (-1, 12), (5, 0), (5, 13)], ids=str)
def test_refuses_terms_that_cannot_be(depreciation, life, months):
    with pytest.raises(TermError):
        depreciation(10_000, 1_000, life, first_year_months=months)


@pytest.mark.parametrize("depreciation", ALL)
@pytest.mark.parametrize(("cost", "residual"), [(-1, 0), (10, -1), (10, 11)])
def test_refuses_values_that_cannot_be(depreciation, cost, residual):
    with pytest.raises(FinanceError):
        depreciation(cost, residual, 5)


def test_refuses_a_negative_factor():
    with pytest.raises(FinanceError, match="factor is -1"):
        declining_balance(10_000, 1_000, 5, factor=-1)


def test_equal_steps_of_the_largest_cost_are_numbers():
    assert sum_of_years(1.5e308, 0, 5)[0] == pytest.approx(5e307)
