"""XLR-04: shares of a line sum to 1."""

from decimal import Decimal

import pytest

from samples import seen, severities, with_first
from xlbudget.model.rules.share_sum import RULE


def shares(noun, *pairs):
    facts = {}
    for slot, (name, share) in enumerate(pairs, start=1):
        facts[f"{noun}_{slot}"] = name
        facts[f"{noun}_share_{slot}"] = None if share is None else Decimal(share)
    return with_first("lines", **facts)


@pytest.mark.parametrize("noun", ["goal", "source"])
@pytest.mark.parametrize(
    "pairs",
    [
        [("A", "1")],
        [("A", None)],
        [("A", "0.6"), ("B", "0.4")],
        [("A", None), ("B", "0.4")],
        [("A", "0.333333"), ("B", "0.333333"), ("C", "0.333333")],
        [("", None)],
    ],
)
def test_fine(noun, pairs):
    assert seen(RULE, shares(noun, *pairs)) == []


@pytest.mark.parametrize("noun", ["goal", "source"])
@pytest.mark.parametrize(
    ("pairs", "total"),
    [
        ([("A", "0.9")], "0.9"),
        ([("A", "0.6"), ("B", "0.5")], "1.1"),
        ([("A", "0.5"), ("B", None)], "0.5 with a blank among them"),
        ([("A", None), ("B", None)], "0 with a blank among them"),
        ([("A", None), ("B", "0.7"), ("C", "0.7")], "1.4 with a blank among them"),
        ([("A", "0.33333"), ("B", "0.33333"), ("C", "0.33333")], "0.99999"),
    ],
)
def test_other_sums_are_fatal(noun, pairs, total):
    budget = shares(noun, *pairs)
    assert seen(RULE, budget) == [
        (
            f"line_items.csv, row 2, {noun}_share_1, L1",
            f"The {noun} shares of line L1 sum to {total}",
        )
    ]
    assert severities(RULE, budget) == ["fatal"]


def test_a_share_without_a_name_is_fatal():
    assert seen(RULE, shares("source", ("A", "1"), ("", "0.5"))) == [
        (
            "line_items.csv, row 2, source_share_2, L1",
            "Line L1 has a share of 0.5 without a source 2",
        )
    ]


def test_the_first_name_stands_first():
    assert seen(RULE, shares("goal", ("", None), ("A", "1"))) == [
        ("line_items.csv, row 2, goal_1, L1", "Line L1 names a later goal and no goal 1")
    ]
