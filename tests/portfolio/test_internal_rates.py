"""irr_by_plan and mirr_by_plan: published figures, np.roots, finance row by row, refusals."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from xlbudget.errors import NoAnswerError, NotANumberError, RateError, ShapeError
from xlbudget.finance import irr, irr_all, mirr
from xlbudget.portfolio import internal_rates
from xlbudget.portfolio.internal_rates import RateStatus, irr_by_plan, mirr_by_plan

OPENSTAX = [-16_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000]
TWO_RATES = [-1_000, 2_210, -1_220.8]  # 9 % and 12 %

law = settings(deadline=None)
shapes = array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=9)
whole_plans = arrays(np.float64, shapes, elements=st.integers(-1_000, 1_000).map(float))


def statuses(found):
    return [RateStatus(status).name for status in found.statuses]


def plans_that_change_sign_once(rows, periods, seed):
    """Return plans that pay in some first years and receive later, of very unlike sizes."""
    draw = np.random.default_rng(seed)
    sizes = draw.uniform(0, 1, (rows, periods)) * 10.0 ** draw.uniform(-9, 12, (rows, 1))
    change = draw.integers(1, periods, rows)
    signs = np.where(np.arange(periods) < change[:, None], -1, 1)
    return sizes * signs * draw.choice([-1, 1], (rows, 1))


def rates_of_roots(flows):
    """Return the rates above -1 that numpy finds from the eigenvalues of a matrix."""
    roots = np.roots(flows)
    growth = roots[(np.abs(roots.imag) < 1e-9 * np.abs(roots)) & (roots.real > 0)].real
    return np.sort(growth) - 1


# --- worked examples


def test_agrees_with_published_examples():
    found = irr_by_plan([OPENSTAX, [*TWO_RATES, 0, 0, 0, 0], [-100, 110, 0, 0, 0, 0, 0]])
    assert statuses(found) == ["UNIQUE", "SEVERAL", "UNIQUE"]
    assert found.rates[[0, 2]] == pytest.approx([0.1409, 0.1], abs=5e-5)
    assert found.flagged.tolist() == [False, True, False]


def test_mirr_agrees_with_published_example():
    assert mirr_by_plan([OPENSTAX], 0.09, 0.09) == pytest.approx([0.120048], abs=5e-7)


@pytest.mark.parametrize(
    ("plan", "status"),
    [
        pytest.param([0.0, 0.0], "NONE", id="all-zero"),
        pytest.param([5.0], "NONE", id="one-flow"),
        pytest.param([100.0, 200.0], "NONE", id="income-alone"),
        pytest.param([1.0, -2.0, 1.5], "NONE", id="two-changes-no-rate"),
        pytest.param([-1.0, 3.0, -1.0], "SEVERAL", id="two-changes-two-rates"),
        pytest.param([-1.0, 2.0, -1.0], "UNIQUE", id="two-changes-one-touch"),
        pytest.param([-1.0, 0.0, 0.0, 2.0], "UNIQUE", id="zeros-between"),
        pytest.param([0.0, 0.0, -1.0, 2.0], "UNIQUE", id="zeros-before"),
        pytest.param([-1e-9, 1.1e-9], "UNIQUE", id="tiny"),
        pytest.param([-1e15, 1.1e15], "UNIQUE", id="huge"),
        pytest.param([-1e-9, 1e15], "UNIQUE", id="from-tiny-to-huge"),
        pytest.param([-1e15, 1e-9], "UNIQUE", id="nearly-all-lost"),
        pytest.param([-1e-300, 1e7], "UNIQUE", id="all-sizes"),
        pytest.param([-1e-300, 1e300], "NONE", id="vanishes-beside-the-other"),
        pytest.param([-1e-306, 1.5e3, -1e-306], "TOO_LARGE", id="beyond-all-numbers"),
        pytest.param([-1.0, *[0.01] * 480], "UNIQUE", id="forty-years-of-months"),
        pytest.param([-1.0, *[9.0] * 480], "UNIQUE", id="forty-years-at-900-percent"),
        pytest.param([-9.0] * 400 + [1.0] * 80, "UNIQUE", id="falling-to-nothing"),
        pytest.param([-1.0, 3.0, *[0.0] * 478, -1.0], "SEVERAL", id="480-periods"),
        pytest.param([-1.0, 3.0, *[0.0] * 479, -1.0], "NOT_TOLD_APART", id="481-periods"),
    ],
)
def test_each_row_has_its_certificate(plan, status):
    found = irr_by_plan([plan])
    assert statuses(found) == [status]
    assert np.isnan(found.rates[0]) == (status != "UNIQUE")


@pytest.mark.parametrize("none", [[], np.empty((0, 5))])
def test_no_plans_have_no_rates(none):
    assert irr_by_plan(none).rates.shape == mirr_by_plan(none, 0, 0).shape == (0,)


# --- laws


@pytest.mark.parametrize("periods", [2, 3, 11, 60])
def test_one_change_of_sign_agrees_with_finance(periods):
    flows = plans_that_change_sign_once(150, periods, seed=periods)
    found = irr_by_plan(flows)
    expected = np.array([irr(row) for row in flows.tolist()])
    assert statuses(found) == ["UNIQUE"] * 150
    assert np.abs(np.log1p(found.rates) - np.log1p(expected)).max() <= 1e-12


@pytest.mark.parametrize("seed", range(4))
def test_mixed_signs_agree_with_the_roots_of_numpy(seed):
    flows = np.random.default_rng(seed).uniform(-1_000, 1_000, (200, 3 + 3 * seed))
    found = irr_by_plan(flows)
    roots = [rates_of_roots(row) for row in flows]
    assert found.flagged.tolist() == [len(rates) > 1 for rates in roots]
    expected = [rates[0] if len(rates) == 1 else np.nan for rates in roots]
    assert found.rates == pytest.approx(np.array(expected), rel=1e-7, abs=1e-9, nan_ok=True)


@law
@given(whole_plans)
def test_a_rate_is_there_exactly_when_finance_finds_one(flows):
    found = irr_by_plan(flows)
    expected = [irr_all(row) for row in flows.tolist()]
    assert found.flagged.tolist() == [len(rates) > 1 for rates in expected]
    single = [rates[0] if len(rates) == 1 else np.nan for rates in expected]
    assert found.rates == pytest.approx(np.array(single), rel=1e-11, abs=1e-12, nan_ok=True)


@law
@given(whole_plans)
def test_the_size_of_blocks_changes_nothing(flows):
    whole = irr_by_plan(np.repeat(flows, 3, axis=0))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(internal_rates, "_BLOCK", 2)
        parts = irr_by_plan(np.repeat(flows, 3, axis=0))
    assert parts.rates == pytest.approx(whole.rates, rel=1e-12, abs=1e-13, nan_ok=True)
    assert np.array_equal(parts.statuses, whole.statuses)


def test_mirr_agrees_with_finance_row_by_row():
    flows = np.random.default_rng(3).uniform(-1_000, 1_000, (300, 8))
    flows[:, :2] = [-10, 10]
    expected = [mirr(row, 0.05, 0.08) for row in flows.tolist()]
    assert mirr_by_plan(flows, 0.05, 0.08) == pytest.approx(expected, rel=1e-12, abs=1e-13)


@pytest.mark.parametrize("plan", [[0.0, 0.0], [1.0, 2.0], [-1.0, -2.0], [5.0]])
def test_mirr_is_nan_where_finance_has_no_answer(plan):
    with pytest.raises(NoAnswerError):
        mirr(plan, 0.05, 0.08)
    assert np.isnan(mirr_by_plan([plan], 0.05, 0.08)).all()


def test_mirr_knows_that_nothing_is_worth_nothing_however_late():
    plan = [-1.0, 2.0, *[0.0] * 2_000]
    assert mirr_by_plan([plan], -0.9, 0.01) == pytest.approx([mirr(plan, -0.9, 0.01)], rel=1e-12)


def test_mirr_is_nan_where_a_worth_grows_beyond_all_numbers():
    assert np.isnan(mirr_by_plan([[1.0, *[0.0] * 2_000, -1.0]], -0.9, 0.01)).all()


@pytest.mark.parametrize("size", [1e-9, 1e15])
def test_mirr_does_not_depend_on_the_unit(size):
    flows = np.array([OPENSTAX]) * size
    assert mirr_by_plan(flows, 0.09, 0.09) == pytest.approx([0.120048], abs=5e-7)


# --- refusals


@pytest.mark.parametrize("ask", [irr_by_plan, lambda plans: mirr_by_plan(plans, 0.05, 0.08)])
def test_refuses_what_is_not_a_number_and_says_where(ask, junk):
    with pytest.raises(NotANumberError) as refusal:
        ask([[-1.0, 2.0], [-3.0, junk]])
    assert str(refusal.value).startswith("Row 2: Flow 2 of 2 is ")


@pytest.mark.parametrize("ask", [irr_by_plan, lambda plans: mirr_by_plan(plans, 0.05, 0.08)])
def test_refuses_rows_of_unlike_length(ask):
    with pytest.raises(ShapeError, match="Row 2 holds 3 flows"):
        ask([[-1.0, 2.0], [-3.0, 1.0, 1.0]])


@pytest.mark.parametrize("rates", [(-1, 0), (0, -1)])
def test_mirr_refuses_a_rate_of_minus_100_percent(rates):
    with pytest.raises(RateError):
        mirr_by_plan([OPENSTAX], *rates)
