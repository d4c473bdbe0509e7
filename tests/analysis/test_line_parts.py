"""Parts of a line: every goal's and every source's money to the cent, whatever the shares."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from samples import BUDGET, LINE, YEARS
from xlbudget.analysis.line_parts import cents_of, is_sole, parts_of
from xlbudget.model.cost import line_costs
from xlbudget.model.split import goal_slots, source_slots, split_years

SHARES = st.one_of(st.none(), st.integers(0, 1500).map(lambda n: Decimal(n) / 1000))
KEYS = st.sampled_from(["", "A", "B", "C"])


def cost_of(**facts):
    """What a contract costs that pays odd cents."""
    paid = {year: Decimal("33.35") * place for place, year in enumerate(YEARS)}
    line = replace(LINE, **{"cost_type": "contract", "payment": paid, **facts})
    return line_costs(replace(BUDGET, lines=(line,)))[0]


def sums(parts, name):
    found = Counter()
    for part in parts:
        for year, cents in enumerate(part.cents):
            found[getattr(part, name), year] += cents
    return {key: cents for key, cents in found.items() if cents}


def wanted(cost, slots):
    """What the slots have by the definition of a split, and what they leave under the blank key."""
    found = Counter({("", year): cents for year, cents in enumerate(cents_of(cost.years))})
    parts = split_years(cost.years, [slot.share for slot in slots])
    for slot, part in zip(slots, parts, strict=True):
        for year, cents in enumerate(cents_of(part)):
            found["", year] -= cents
            found[slot.key, year] += cents
    return {key: cents for key, cents in found.items() if cents}


def test_a_line_of_one_goal_and_one_source_is_one_part():
    (part,) = parts_of(cost_of())
    assert (part.goal, part.source, part.cents) == ("G1", "F1", (0, 3335, 6670, 10005, 13340))


def test_a_line_of_two_goals_and_two_sources_keeps_both_splits():
    half, third = Decimal("0.5"), Decimal("0.3")
    cost = cost_of(
        goal_share_1=half,
        goal_2="G2",
        goal_share_2=half,
        source_share_1=third,
        source_2="F2",
        source_share_2=1 - third,
    )
    parts = parts_of(cost)
    # 33.35 is 16.68 and 16.67 by goal, and 10.01 and 23.34 by source: by hand
    year = {(part.goal, part.source): part.cents[1] for part in parts}
    assert year == {("G1", "F1"): 1001, ("G1", "F2"): 667, ("G2", "F2"): 1667}


@given(
    goals=st.tuples(KEYS, SHARES, KEYS, SHARES, KEYS, SHARES),
    sources=st.tuples(KEYS, SHARES, KEYS, SHARES, KEYS, SHARES),
)
def test_parts_add_up_to_each_goal_and_each_source(goals, sources):
    facts = {}
    for noun, given_ in (("goal", goals), ("source", sources)):
        names = [f"{noun}{part}_{slot}" for slot in (1, 2, 3) for part in ("", "_share")]
        facts |= dict(zip(names, given_, strict=True))
    cost = cost_of(**facts)
    parts = parts_of(cost)
    assert sums(parts, "goal") == wanted(cost, goal_slots(cost.line))
    assert sums(parts, "source") == wanted(cost, source_slots(cost.line))


def test_a_line_with_a_second_goal_is_not_sole():
    assert is_sole(LINE)
    assert not is_sole(replace(LINE, goal_2="G2"))
    assert not is_sole(replace(LINE, source_share_1=Decimal("0.9")))


def test_a_line_that_costs_nothing_has_a_part_too():
    assert len(parts_of(cost_of(payment={}, goal_2="G2", goal_share_2=Decimal("0.5")))) == 1
