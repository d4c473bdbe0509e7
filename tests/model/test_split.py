"""Splits: parts by hand, then the law that parts add up, then fiscal years."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.budgets import dollars, law, line, source
from xlbudget.model.split import (
    goal_slots,
    last_paying_year,
    source_slots,
    split,
    split_years,
    to_cents,
)

amounts = st.decimals(-1_000_000, 1_000_000, places=2)
shares = st.lists(st.decimals(0, 1, places=6), max_size=3)


@pytest.mark.parametrize(
    ("amount", "parts", "expected"),
    [
        pytest.param("100", ["1"], ["100"], id="all-to-one"),
        pytest.param("0.05", ["0.5", "0.5"], ["0.03", "0.02"], id="half-up-then-the-rest"),
        pytest.param("-0.05", ["0.5", "0.5"], ["-0.03", "-0.02"], id="away-from-zero"),
        pytest.param(
            "100", ["0.333333", "0.333333", "0.333334"], ["33.33", "33.34", "33.33"], id="thirds"
        ),
        pytest.param("100", ["0", "0.4"], ["0", "40"], id="what-is-left-out-is-in-no-part"),
        pytest.param("100", [], [], id="no-share"),
    ],
)
def test_splits_by_cumulated_shares(amount, parts, expected):
    assert split(Decimal(amount), dollars(*parts)) == dollars(*expected)


def test_years_are_split_one_by_one():
    parts = split_years(dollars("0.05", "10"), dollars("0.5", "0.5"))
    assert parts == (dollars("0.03", "5"), dollars("0.02", "5"))


@pytest.mark.parametrize(
    ("facts", "keys", "expected"),
    [
        pytest.param({"source_1": "A"}, ["A", "", ""], (1, 0, 0), id="a-sole-one-has-all"),
        pytest.param(
            {"source_1": "A", "source_2": "B", "source_share_2": "0.4"},
            ["A", "B", ""],
            ("0.6", "0.4", 0),
            id="a-blank-first-share-is-the-rest",
        ),
        pytest.param(
            {"source_1": "A", "source_share_1": "0.5", "source_3": "C"},
            ["A", "", "C"],
            ("0.5", 0, 0),
            id="another-blank-share-is-0",
        ),
    ],
)
def test_slots_keep_their_position(facts, keys, expected):
    slots = source_slots(line(**facts))
    assert [slot.key for slot in slots] == keys
    assert tuple(slot.share for slot in slots) == dollars(*expected)


def test_goals_split_like_sources():
    slots = goal_slots(line(goal_1="G", goal_2="H", goal_share_2="0.25"))
    assert [(slot.key, slot.share) for slot in slots] == [
        ("G", Decimal("0.75")),
        ("H", Decimal("0.25")),
        ("", Decimal(0)),
    ]


@law
@given(amounts, shares)
def test_parts_add_up_to_the_amount_times_all_shares(amount, parts):
    assert sum(split(amount, parts)) == to_cents(amount * sum(parts, Decimal(0)))


@law
@given(amounts, shares)
def test_a_part_is_a_difference_of_rounded_levels(amount, parts):
    levels = [
        (amount * reach).quantize(Decimal("0.01"), ROUND_HALF_UP)
        for reach in accumulate(parts, initial=Decimal(0))
    ]
    expected = tuple(b - a for a, b in pairwise(levels))
    assert split(amount, parts) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({}, None, id="goes-on"),
        pytest.param({"last_fiscal_year": 2028}, 2028, id="last-year"),
        pytest.param({"obligation_date": date(2027, 9, 30)}, 2028, id="obligation-date"),
        pytest.param(
            {"last_fiscal_year": 2029, "obligation_date": date(2027, 6, 30)}, 2027, id="the-earlier"
        ),
    ],
)
def test_a_source_pays_to_its_last_year(facts, expected):
    assert last_paying_year(source(**facts), 7) == expected
