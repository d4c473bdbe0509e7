"""Breakdowns: rows by hand, then the law that they add up."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from analysis.budgets import dollars, law
from xlbudget.analysis.breakdown import (
    breakdown,
    minus,
    quotient,
    quotients,
    sum_by_year,
    with_unnamed,
)

NAMES = (("a", "Apples"), ("b", "Bread"))
rows = st.tuples(*[st.integers(-99, 99).map(Decimal)] * 2)
keyed = st.lists(st.tuples(st.sampled_from(["a", "b", "", "z"]), rows))


def test_every_name_has_a_row_and_other_keys_come_after():
    found = breakdown(
        NAMES,
        ["z", "a", "", "a"],
        [dollars(1, 2), dollars(3, 4), dollars(5, 6), dollars(7, 8)],
        years=2,
        blank="not said",
        prior=dollars(1, 1, 1, 1),
    )
    assert [(row.label, row.years, row.total, row.prior) for row in found] == [
        ("Apples", dollars(10, 12), 22, 2),
        ("Bread", dollars(0, 0), 0, 0),
        ("not said", dollars(5, 6), 11, 1),
        ("z", dollars(1, 2), 3, 1),
    ]


def test_without_prior_amounts_they_are_not_known():
    assert [row.prior for row in breakdown(NAMES, [], [], years=1, blank="")] == [None, None]


def test_of_two_names_with_one_key_the_first_counts():
    names = [("a", "First"), ("a", "Second")]
    assert with_unnamed(names, ["a"], blank="") == [("a", "First")]


def test_no_rows_sum_to_zeros():
    assert sum_by_year([], 3) == dollars(0, 0, 0)


def test_nothing_is_divided_by_0():
    assert quotient(Decimal(1), Decimal(0)) is None
    assert quotients(dollars(1, 3), dollars(0, 2)) == (None, Decimal("1.5"))
    assert minus(dollars(5, 1), dollars(2, 2)) == dollars(3, -1)


@law
@given(keyed)
def test_rows_add_up_to_everything(pairs):
    keys, amounts = [key for key, _ in pairs], [row for _, row in pairs]
    found = breakdown(NAMES, keys, amounts, years=2, blank="not said")
    assert sum_by_year((row.years for row in found), 2) == sum_by_year(amounts, 2)
    assert sum(row.total for row in found) == sum(map(sum, amounts))
