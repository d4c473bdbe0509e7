"""Cells that are unlike the like formulas on both sides of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

Place = tuple[int, int]
_DIGITS = re.compile(r"(?<=[\w ])\d+(?=\])|(?<=,)\d+(?=\))")
_DIRECTIONS = (((0, 1), "beside"), ((1, 0), "above and below"))


def outliers(keys: Mapping[Place, str], filled: Mapping[Place, str]) -> Iterator[tuple[str, str]]:
    """Give the address of each such cell, and on which sides its neighbors stand.

    Args:
        keys: The formula of each cell that has one, told by distances.
        filled: The address of each cell that holds something.

    """
    like = {text: _DIGITS.sub("#", text) for text in set(keys.values())}
    told = {place: like[text] for place, text in keys.items()}
    seen: set[Place] = set()
    for (row, column), key in told.items():
        for (down, right), sides in _DIRECTIONS:
            if told.get((row + 2 * down, column + 2 * right)) != key:
                continue
            place = (row + down, column + right)
            own = told.get(place)
            more = ((row - down, column - right), (row + 3 * down, column + 3 * right))
            is_run = any(told.get(other) == key for other in more)
            if own == key or not is_run or place in seen or place not in filled:
                continue
            # A row of totals between like rows is sound: it is like the cells to its sides.
            across = ((place[0] - right, place[1] - down), (place[0] + right, place[1] + down))
            if own is None or all(told.get(other) != own for other in across):
                seen.add(place)
                yield filled[place], sides
