"""linked_parts: by hand, the product that it stands for, then what cannot hold."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlbudget.errors import FinanceError, NotANumberError, ShapeError
from xlbudget.portfolio._correlation import linked_parts

law = settings(deadline=None)

# --- worked examples


@pytest.mark.parametrize(
    ("correlation", "expected"),
    [
        pytest.param([[1]], [[1]], id="one"),
        pytest.param([[1, 0.6], [0.6, 1]], [[1, 0], [0.6, 0.8]], id="two"),
        pytest.param([[1, 1], [1, 1]], [[1, 0], [1, 0]], id="together"),
        pytest.param([[1, -1], [-1, 1]], [[1, 0], [-1, 0]], id="opposed"),
        pytest.param(
            [[1, 1, 0.6], [1, 1, 0.6], [0.6, 0.6, 1]],
            [[1, 0, 0], [1, 0, 0], [0.6, 0, 0.8]],
            id="two-together-and-a-third",
        ),
    ],
)
def test_parts(correlation, expected):
    found = linked_parts(correlation, len(correlation))
    assert found == pytest.approx(np.array(expected), abs=1e-12)


# --- laws


@law
@given(st.integers(1, 6), st.integers(1, 6), st.integers(0, 2**32))
def test_the_parts_times_themselves_are_the_correlation(drivers, sources, seed):
    shares = np.random.default_rng(seed).normal(size=(drivers, sources))
    shares /= np.linalg.norm(shares, axis=1, keepdims=True)
    correlation = shares @ shares.T
    correlation = (correlation + correlation.T) / 2
    np.fill_diagonal(correlation, 1)
    parts = linked_parts(np.clip(correlation, -1, 1), drivers)
    assert parts @ parts.T == pytest.approx(correlation, abs=1e-4)
    assert (np.triu(parts, 1) == 0).all()


# --- refusals


@pytest.mark.parametrize(
    ("correlation", "saw"),
    [
        pytest.param([[1, 0.5], [0.4, 1]], "differs above and below", id="not-symmetric"),
        pytest.param([[2, 0], [0, 1]], "not 1 on it", id="not-1-with-itself"),
        pytest.param([[1, 1.1], [1.1, 1]], "Driver 2", id="above-1"),
        pytest.param([[1, 1, 1], [1, 1, 0], [1, 0, 1]], "Driver 3", id="together-and-not"),
        pytest.param(
            [[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]], "Driver 3", id="three-that-clash"
        ),
    ],
)
def test_refuses_what_cannot_hold(correlation, saw):
    with pytest.raises(FinanceError, match=saw):
        linked_parts(correlation, len(correlation))


@pytest.mark.parametrize("correlation", [[[1]], [[1, 0]], [[1, 0], [0, 1], [0, 0]], []])
def test_refuses_another_shape(correlation):
    with pytest.raises(ShapeError, match="2 drivers"):
        linked_parts(correlation, 2)


def test_refuses_what_is_not_a_number(junk):
    with pytest.raises(NotANumberError):
        linked_parts([[1, junk], [0, 1]], 2)
