"""percentiles: by hand, then exactly those of sorted draws."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from xlbudget.portfolio._percentiles import percentiles

law = settings(deadline=None)
singles = st.floats(-(2.0**90), 2.0**90, width=32)
percents = st.lists(st.integers(0, 100), max_size=6)


def by_sorting(draws, wanted):
    """Return percentiles the slow way."""
    rising = np.sort(draws).astype(float)
    places = [divmod(percent * (len(rising) - 1), 100) for percent in wanted]
    above = [rising[min(place + 1, len(rising) - 1)] for place, _ in places]
    return [
        rising[place] + (high - rising[place]) * rest / 100
        for (place, rest), high in zip(places, above, strict=True)
    ]


@pytest.mark.parametrize(
    ("draws", "expected"), [([5], [5, 5, 5]), ([2, 2, 2], [2, 2, 2]), ([4, 1, 3, 2], [1, 2.5, 4])]
)
def test_by_hand(draws, expected):
    assert percentiles(np.array(draws, np.float32), (0, 50, 100)) == expected


@law
@given(arrays(np.float32, st.integers(1, 300), elements=singles), percents)
def test_they_are_those_of_sorted_draws(draws, wanted):
    assert percentiles(draws, wanted) == by_sorting(draws, wanted)


@pytest.mark.parametrize("outlier", [0, 1e6, -1e20])
def test_outliers_do_no_harm(outlier):
    draws = np.random.default_rng(1).standard_normal(100_000, np.float32)
    draws[77] = outlier
    assert percentiles(draws, (0, 5, 50, 95, 100)) == by_sorting(draws, (0, 5, 50, 95, 100))
