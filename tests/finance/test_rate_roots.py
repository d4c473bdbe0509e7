"""All zeros of a sum of exponentials: known ones, and the laws that the ladder rests on."""

from math import exp, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlbudget.finance._rate_roots import rate_roots, sign_changes

law = settings(deadline=None)
amounts = st.dictionaries(
    st.integers(0, 20).map(lambda k: k / 4), st.integers(-100, 100), min_size=1, max_size=10
)
forces = st.lists(st.integers(-20, 20).map(lambda k: k / 10), min_size=1, max_size=4, unique=True)


@pytest.mark.parametrize(
    ("by_time", "expected"),
    [
        ({}, ()),
        ({0: 0.0}, ()),
        ({0: 5.0}, ()),
        ({0: -1.0, 1: 2.0}, (log(2),)),
        ({1: 2.0, 0: -1.0}, (log(2),)),
        ({0: -1.0, 0.5: 2.0}, (2 * log(2),)),
        ({0: -1.0, 7: 0.0, 9: 1.0}, (0.0,)),
        ({0: 1.0, 1: -2.0, 2: 1.0}, (0.0,)),
        ({0: 1.0, 1: -1.0, 2: 1.0}, ()),
    ],
)
def test_known_zeros(by_time, expected):
    assert rate_roots(by_time) == pytest.approx(expected, abs=1e-12)


@law
@given(forces)
def test_zeros_that_were_put_in_come_out(forces):
    product = np.array([1.0])
    product = np.polynomial.polynomial.polyfromroots([exp(-u) for u in forces])
    assert rate_roots(dict(enumerate(product))) == pytest.approx(sorted(forces), abs=1e-6)


@law
@given(amounts)
def test_stretching_time_shrinks_the_zeros(by_time):
    doubled = {2 * time: amount for time, amount in by_time.items()}
    assert [2 * u for u in rate_roots(doubled)] == pytest.approx(rate_roots(by_time), abs=1e-6)


@law
@given(amounts)
def test_zeros_rise_and_are_no_more_than_the_changes_of_sign(by_time):
    found = rate_roots(by_time)
    assert list(found) == sorted(found)
    assert len(found) <= sign_changes(by_time)


@law
@given(amounts)
def test_an_odd_number_of_changes_has_a_zero(by_time):
    assert len(rate_roots(by_time)) >= sign_changes(by_time) % 2
