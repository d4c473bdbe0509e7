"""What is asked for when nothing is said: everything as the campaign and the district have it."""

from dataclasses import FrozenInstanceError, asdict
from pathlib import Path

import pytest

from xlbudget.distribution.issue import Order

ORDER = Order(root=Path("fy27"))


def test_an_order_that_names_a_folder_only_leaves_the_rest_to_the_campaign():
    said = {name for name, value in asdict(ORDER).items() if value not in {None, "", False, ()}}
    assert said == {"root", "workers"}
    assert ORDER.workers == 1
    assert ORDER.with_lines is None


def test_an_order_stays_as_it_was_given():
    with pytest.raises(FrozenInstanceError):
        ORDER.again = True
