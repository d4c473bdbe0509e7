"""What a cell of a row may hold in place of a number."""

from decimal import Decimal

import pytest

_WORTHLESS = {
    "blank": None,
    "empty-text": "",
    "words": "n/a",
    "number-as-text": "5",
    "truth-value": True,
    "not-a-number": float("nan"),
    "infinite": float("inf"),
    "decimal-not-a-number": Decimal("NaN"),
    "beyond-all-numbers": 10**400,
    "list": [1, 2],
}


@pytest.fixture(params=_WORTHLESS.values(), ids=_WORTHLESS)
def junk(request):
    """Return something that no cell may hold."""
    return request.param
