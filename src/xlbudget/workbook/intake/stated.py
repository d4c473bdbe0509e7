"""Which assumptions of a workbook the district stated, and which are defaults it left alone."""

from __future__ import annotations

from collections.abc import Sequence

from xlbudget.model.assumption import Assumption
from xlbudget.model.defaults import default_assumptions, with_defaults


def stated_count(listed: Sequence[Assumption]) -> int:
    """Return how many of a sheet's assumptions, from the first, the district stated itself.

    A workbook lists what was given and then the defaults for the rest.  So those at its end that
    are the very defaults were not given; one that anybody changed was, and all before it.
    """
    whole, defaults = tuple(listed), len(default_assumptions())
    counts = range(max(0, len(whole) - defaults), len(whole))
    return next((count for count in counts if with_defaults(whole[:count]) == whole), len(whole))
