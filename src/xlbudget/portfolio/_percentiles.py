"""Percentiles of very many numbers, without sorting them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Draws = NDArray[np.float32]

Bins = NDArray[np.uint16]

_BINS = 4096
_CHUNK = 32_768


def percentiles(draws: Draws, percents: Sequence[int]) -> list[float]:
    """Return the number that so many percent of the draws do not exceed, for each percentage.

    The numbers between the sorted draws are interpolated, as in ``finance.simulate_npv``.

    Args:
        draws: Numbers in any order, one at least.
        percents: Whole percentages from 0 to 100.

    Example:
        >>> percentiles(np.array([4, 1, 3, 2], np.float32), (0, 50, 100))
        [1.0, 2.5, 4.0]

    """
    last = len(draws) - 1
    places = [divmod(percent * last, 100) for percent in percents]
    wanted = {min(place + step, last) for place, _ in places for step in (0, 1)}
    held = _sorted_at(draws, wanted)
    return [
        held[place] + (held[min(place + 1, last)] - held[place]) * rest / 100
        for place, rest in places
    ]


def _sorted_at(draws: Draws, places: Iterable[int]) -> dict[int, float]:
    """Return what would stand at some places if the draws were sorted.

    The draws are dealt to bins that rise with them; only a bin that is asked for is sorted.
    """
    low, high = draws.min(), draws.max()
    if low == high:
        return dict.fromkeys(places, float(low))
    bins, ends = _dealt(draws, low, high - low)
    held: dict[int, Draws] = {}
    found = {}
    for place in places:
        number = int(np.searchsorted(ends, place, side="right"))
        if number not in held:
            held[number] = np.sort(draws[bins == number])
        found[place] = float(held[number][place - ends[number]])  # counted back from the end
    return found


def _dealt(draws: Draws, low: np.float32, width: np.float32) -> tuple[Bins, NDArray[np.intp]]:
    """Return the bin of each draw, and how many draws lie up to the end of each bin."""
    bins = np.empty(len(draws), np.uint16)
    counts = np.zeros(_BINS, np.intp)
    for start in range(0, len(draws), _CHUNK):  # so that what is in between stays in the cache
        shares = draws[start : start + _CHUNK] - low
        shares /= width
        shares *= np.float32(_BINS - 1)
        part = shares.astype(np.uint16)
        bins[start : start + _CHUNK] = part
        counts += np.bincount(part, minlength=_BINS)
    return bins, counts.cumsum()
