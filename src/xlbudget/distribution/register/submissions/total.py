"""What a submission asks for by area, goal and fiscal year; a line is split among its goals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from xlbudget.distribution.register.store.moment import storable
from xlbudget.distribution.register.submissions.line import Line
from xlbudget.model.split import goal_slots, split_years

Key = tuple[str, str, int]  # area, goal id ("" for none), fiscal year


def totals_of(lines: Iterable[tuple[Line, Mapping[int, int]]]) -> dict[Key, int]:
    """Return cents by area, goal and fiscal year.

    What a line's goals leave of it stands under the goal ``""``, so that the totals of an area
    always add up to its lines.

    Args:
        lines: Lines, each with its cents by fiscal year.

    """
    totals: dict[Key, int] = defaultdict(int)
    for line, cents in lines:
        for goal, year, part in _parts(line, cents):
            if part:
                totals[storable(line.item.area), storable(goal), year] += part
    return {key: cents for key, cents in totals.items() if cents}


def _parts(line: Line, cents: Mapping[int, int]) -> Iterable[tuple[str, int, int]]:
    slots = goal_slots(line.item)
    first, second, third = slots
    if first.share == 1 and not second.share and not third.share:  # nearly every line
        yield from ((first.key, year, amount) for year, amount in cents.items())
        return
    years = tuple(cents)
    amounts = [Decimal(cents[year]).scaleb(-2) for year in years]
    rest = dict(cents)
    parts = split_years(amounts, [slot.share for slot in slots])
    for slot, dollars in zip(slots, parts, strict=True):
        for year, amount in zip(years, dollars, strict=True):
            part = int(amount.scaleb(2))
            rest[year] -= part
            yield slot.key, year, part
    yield from (("", year, left) for year, left in rest.items())
