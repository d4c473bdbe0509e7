"""Choosing projects: small cases by hand, every subset, then refusals."""

from itertools import product
from random import Random
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlbudget.errors import FinanceError, NoFiniteAnswerError, NotANumberError, ShapeError
from xlbudget.finance import CapitalPlan, capital_rationing, choice, rank

law = settings(deadline=None)
projects = st.lists(st.tuples(st.integers(0, 60), st.integers(-30, 90)), min_size=1, max_size=9)


def best_by_trying_all(projects, budget):
    """Return the largest worth and its least cost over every subset."""
    subsets = [
        [project for project, taken in zip(projects, mask, strict=True) if taken]
        for mask in product((False, True), repeat=len(projects))
    ]
    totals = [(sum(c for c, _ in s), sum(v for _, v in s)) for s in subsets]
    worth, cost = max((value, -cost) for cost, value in totals if cost <= budget)
    return worth, -cost


# --- worked examples


@pytest.mark.parametrize(
    ("projects", "budget", "expected"),
    [
        pytest.param(
            [(60, 40), (50, 30), (50, 30)], 100, CapitalPlan((1, 2), 100, 60), id="beats-the-ratio"
        ),
        pytest.param([(60, 40)], 59, CapitalPlan((), 0, 0), id="nothing-fits"),
        pytest.param([(0, 5), (10, -5)], 0, CapitalPlan((0,), 0, 5), id="free-of-cost"),
        pytest.param([(10, 0), (10, -5)], 99, CapitalPlan((), 0, 0), id="worth-nothing"),
        pytest.param(
            [(0.1, 1), (0.2, 1)], 0.3, CapitalPlan((0, 1), 0.1 + 0.2, 2), id="exact-in-decimals"
        ),
        pytest.param([(20, 5), (10, 5)], 20, CapitalPlan((1,), 10, 5), id="the-cheaper-of-equals"),
    ],
)
def test_the_choice_is_the_best(projects, budget, expected):
    found = capital_rationing(projects, budget)
    assert found.chosen == expected.chosen
    assert found.investment == pytest.approx(expected.investment)
    assert found.npv == pytest.approx(expected.npv)


@pytest.mark.parametrize(
    ("scores", "highest_first", "expected"),
    [
        pytest.param([30, 10, 20], True, (1, 3, 2), id="highest-first"),
        pytest.param([30, 10, 20], False, (3, 1, 2), id="lowest-first"),
        pytest.param([5, 7, 7, 1], True, (3, 1, 1, 4), id="equals-share-the-better-place"),
        pytest.param([5], True, (1,), id="one"),
    ],
)
def test_places_are_those_of_a_spreadsheet(scores, highest_first, expected):
    assert rank(scores, highest_first=highest_first) == expected


def test_ranking_by_return_orders_the_programs_of_example_4_2():
    assert rank([0.4444, 0.7200]) == rank([225.00, 138.89], highest_first=False) == (2, 1)


# --- laws


@law
@given(projects, st.integers(min_value=0, max_value=300))
def test_no_subset_is_better(projects, budget):
    found = capital_rationing(projects, budget)
    assert (found.npv, found.investment) == best_by_trying_all(projects, budget)


@law
@given(projects, st.integers(min_value=0, max_value=300))
def test_the_choice_adds_up_and_fits(projects, budget):
    found = capital_rationing(projects, budget)
    assert found.investment == sum(projects[k][0] for k in found.chosen) <= budget
    assert found.npv == sum(projects[k][1] for k in found.chosen)


@law
@given(st.lists(st.integers(0, 20), min_size=1, max_size=30))
def test_a_place_counts_the_better_ones(scores):
    assert rank(scores) == tuple(1 + sum(other > score for other in scores) for score in scores)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("gain", [lambda c, _: c, lambda c, _: c + 1_000, lambda _, g: g])
def test_sixteen_large_projects_are_chosen_exactly(seed, gain):
    random = Random(seed)  # noqa: S311 - the same projects each time
    draws = [(random.randint(1, 10**14), random.randint(-(10**13), 10**14)) for _ in range(16)]
    projects = [(cost, gain(cost, other)) for cost, other in draws]
    budget = sum(cost for cost, _ in projects) // 2
    totals = [(0, 0)]
    for cost, worth in projects:
        totals += [(value + worth, less - cost) for value, less in totals]
    found = capital_rationing(projects, budget)
    assert (found.npv, -found.investment) == max(x for x in totals if -x[1] <= budget)


@pytest.mark.parametrize(
    ("projects", "most"),
    [
        pytest.param([(2.0**k, 2.0**k) for k in range(40)], 2**20, id="each-twice-the-last"),
        pytest.param([(10.0**k, 3.0**k) for k in range(40)], 1_000, id="unlike-sizes"),
        pytest.param([(10.0**k, 10.0**k) for k in range(-250, 300, 14)], 1_000, id="all-sizes"),
        pytest.param([(100.0, k) for k in range(1, 41)], 1_000, id="one-price"),
        pytest.param([(k + 1 / k, k + 2 / k) for k in range(1, 41)], 4 * 2**20, id="alike"),
        pytest.param([(k**9.5, k**9.5) for k in range(1, 41)], 4 * 2**20, id="no-gain-is-dear"),
    ],
)
def test_few_choices_are_looked_at(projects, most, monkeypatch):
    looked_at = []

    def counted(choices, **order):
        looked_at.append(len(choices))
        return sorted(choices, **order)

    monkeypatch.setattr(choice, "sorted", counted, raising=False)
    capital_rationing(projects, sum(cost for cost, _ in projects) * 0.47)
    assert sum(looked_at) <= most


@pytest.mark.parametrize("gain_per_dollar", [(0.3, 0.0), (0.3, 500.0), (1.0, 9_000.0)])
def test_forty_projects_take_seconds(gain_per_dollar):
    ratio, noise = gain_per_dollar
    random = Random(11)  # noqa: S311 - the same projects each time
    costs = [random.randint(1_000, 99_999) for _ in range(40)]
    projects = [(cost, round(ratio * cost + random.uniform(0, noise), 2)) for cost in costs]
    start = perf_counter()
    found = capital_rationing(projects, sum(costs) // 2)
    assert perf_counter() - start < 10
    assert found.investment <= sum(costs) // 2


# --- refusals


@pytest.mark.parametrize(
    "ask",
    [
        lambda x: capital_rationing([(x, 1)], 1),
        lambda x: capital_rationing([(1, x)], 1),
        lambda x: capital_rationing([(1, 1)], x),
        lambda x: rank([1, x]),
    ],
)
def test_refuses_what_is_not_a_number(ask, junk):
    with pytest.raises(NotANumberError):
        ask(junk)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: capital_rationing([], 1),
        lambda: capital_rationing([1, 2], 1),
        lambda: capital_rationing([(1, 2, 3)], 1),
        lambda: rank([]),
    ],
)
def test_refuses_empty_lists_and_lists_of_another_shape(ask):
    with pytest.raises(ShapeError):
        ask()


def test_refuses_more_than_forty_projects():
    with pytest.raises(ShapeError, match="41 projects"):
        capital_rationing([(1, 1)] * 41, 10)


@pytest.mark.parametrize(
    "ask", [lambda: capital_rationing([(-1, 1)], 1), lambda: capital_rationing([(1, 1)], -1)]
)
def test_refuses_negative_money(ask):
    with pytest.raises(FinanceError, match="must be 0 or more"):
        ask()


def test_refuses_a_worth_beyond_all_numbers():
    with pytest.raises(NoFiniteAnswerError):
        capital_rationing([(0, 1e308), (0, 1e308)], 1)
