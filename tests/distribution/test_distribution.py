"""The names that the package of campaigns offers to Python programs."""

import pytest

from xlbudget import distribution
from xlbudget.distribution.consolidate.frame import consolidated_frame


def test_a_name_is_imported_when_it_is_used():
    assert distribution.consolidated_frame is consolidated_frame
    with pytest.raises(AttributeError):
        _ = distribution.unknown
