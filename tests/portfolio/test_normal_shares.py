"""normal_shares: against the error function of the standard library."""

from math import erfc, sqrt

import numpy as np
import pytest

from xlbudget.portfolio._normal_shares import normal_shares


@pytest.mark.parametrize(("point", "share"), [(0, 0.5), (1, 0.841344746), (-3, 0.001349898)])
def test_agrees_with_printed_tables(point, share):
    assert normal_shares(np.array([point])) == pytest.approx([share], abs=5e-10)


def test_agrees_with_the_error_function_everywhere():
    points = np.linspace(-40, 40, 200_001)
    expected = [erfc(-point / sqrt(2)) / 2 for point in points.tolist()]
    found = normal_shares(points)
    assert np.abs(found - expected).max() < 2e-12
    near = np.abs(points) <= 7
    assert np.abs(found - expected)[near].max() < 1e-14
    assert (np.diff(found) >= -1e-15).all()
