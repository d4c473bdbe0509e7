"""E-rate: USAC's own figures, then laws, then refusals."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlbudget.errors import (
    FinanceError,
    NoFiniteAnswerError,
    NotANumberError,
    ShareError,
    TermError,
    UnknownChoiceError,
)
from xlbudget.finance import erate_category_two_budget, erate_discount

law = settings(deadline=None)

MATRIX = {
    # lowest and highest percentage of each band: C1 urban, C1 rural, C2 urban, C2 rural
    (0, 0): (20, 25, 20, 25),
    (1, 19): (40, 50, 40, 50),
    (20, 34): (50, 60, 50, 60),
    (35, 49): (60, 70, 60, 70),
    (50, 74): (80, 80, 80, 80),
    (75, 100): (90, 90, 85, 85),
}
CELLS = [
    (percent, locale, category, discount / 100)
    for band, row in MATRIX.items()
    for percent in band
    for (category, locale), discount in zip(product((1, 2), ("urban", "rural")), row, strict=True)
]


# --- published figures


@pytest.mark.parametrize(("percent", "locale", "category", "discount"), CELLS)
def test_the_discount_is_that_of_the_usac_matrix(percent, locale, category, discount):
    assert erate_discount(percent, locale, category) == discount


@pytest.mark.parametrize(
    ("percent", "discount"),
    [
        (0.4, 0.25),
        (0.5, 0.50),
        (19.4, 0.50),
        (19.5, 0.60),
        (34.6, 0.70),
        (74.5, 0.90),
        (99.9, 0.90),
    ],
)
def test_the_band_is_taken_on_the_rounded_percentage(percent, discount):
    assert erate_discount(percent, "rural", 1) == discount


def test_capitals_of_the_locale_do_not_matter():
    assert erate_discount(62, " Rural ", 1.0) == erate_discount(62, "rural", 1)


def test_the_net_price_of_48_000_dollars_at_70_percent():
    assert 48_000 * (1 - erate_discount(40, "rural", 1)) == pytest.approx(14_400)


@pytest.mark.parametrize(
    ("students", "multiplier", "floor", "expected"),
    [
        pytest.param(1_200, 167, 25_000, 200_400, id="example-5.3-fy2021-25"),
        pytest.param(1_200, 201.57, 30_175, 241_884, id="example-5.3-fy2026-30"),
        pytest.param(120, 201.57, 30_175, 30_175, id="example-5.3-floor"),
        pytest.param(0, 201.57, 30_175, 30_175, id="no-students"),
    ],
)
def test_the_category_two_budget_agrees_with_usac(students, multiplier, floor, expected):
    assert erate_category_two_budget(students, multiplier, floor) == pytest.approx(expected)


# --- laws


@law
@given(st.floats(0, 100), st.floats(0, 100), st.sampled_from([(1, "urban"), (2, "rural")]))
def test_more_eligible_students_never_lower_the_discount(one, other, group):
    category, locale = group
    less, more = sorted([one, other])
    assert erate_discount(less, locale, category) <= erate_discount(more, locale, category)


@law
@given(st.integers(0, 10**5), st.integers(0, 500), st.integers(0, 10**5))
def test_the_budget_is_never_below_the_floor(students, multiplier, floor):
    budget = erate_category_two_budget(students, multiplier, floor)
    assert budget >= floor
    assert budget in {floor, students * multiplier}


# --- refusals


@pytest.mark.parametrize(
    "ask",
    [
        lambda x: erate_discount(x, "urban", 1),
        lambda x: erate_category_two_budget(x, 167, 25_000),
        lambda x: erate_category_two_budget(120, x, 25_000),
        lambda x: erate_category_two_budget(120, 167, x),
    ],
)
def test_refuses_what_is_not_a_number(ask, junk):
    with pytest.raises(NotANumberError):
        ask(junk)


@pytest.mark.parametrize("percent", [-0.1, 100.1, 6_200])
def test_refuses_a_percentage_outside_0_to_100(percent):
    with pytest.raises(ShareError, match="between 0 and 100"):
        erate_discount(percent, "urban", 1)


def test_refuses_a_negative_number_of_students():
    with pytest.raises(TermError):
        erate_category_two_budget(-1, 167, 25_000)


@pytest.mark.parametrize(("multiplier", "floor"), [(-1, 25_000), (167, -1)])
def test_refuses_negative_money(multiplier, floor):
    with pytest.raises(FinanceError, match="must be 0 or more"):
        erate_category_two_budget(120, multiplier, floor)


@pytest.mark.parametrize("locale", ["suburban", "", None, 1, True])
def test_refuses_an_unknown_locale(locale):
    with pytest.raises(UnknownChoiceError, match="urban, rural"):
        erate_discount(50, locale, 1)


@pytest.mark.parametrize("category", [0, 3, "1", None, True, 1.5])
def test_refuses_an_unknown_category(category):
    with pytest.raises(UnknownChoiceError, match="1, 2"):
        erate_discount(50, "urban", category)


def test_refuses_a_budget_beyond_all_numbers():
    with pytest.raises(NoFiniteAnswerError):
        erate_category_two_budget(1_000, 1e308, 0)


@pytest.mark.parametrize(
    ("locale", "category", "words"),
    [
        ("suburban", 1, 'The locale is the text "suburban"'),
        ("", 1, "The locale is blank"),
        ("x" * 100_000, 1, f'The locale is the text "{"x" * 40}…"'),
        ("rural", 3.0, "The category is 3"),
        ("rural", True, "The category is the truth value TRUE"),
    ],
)
def test_the_refusal_of_a_choice_says_what_stands_there(locale, category, words):
    with pytest.raises(UnknownChoiceError) as refusal:
        erate_discount(50, locale, category)
    assert refusal.value.saw == words
