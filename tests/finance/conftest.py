"""What a cell may hold in place of a number."""

from decimal import Decimal

import pytest

_WORTHLESS = {
    "empty-text": "",
    "words": "n/a",
    "number-as-text": "5",
    "truth-value": True,
    "not-a-number": float("nan"),
    "infinite": float("inf"),
    "minus-infinite": float("-inf"),
    "decimal-not-a-number": Decimal("NaN"),
    "signalling": Decimal("sNaN"),
    "beyond-all-numbers": 10**400,
    "list": [1, 2],
}


@pytest.fixture(params=[*_WORTHLESS.values(), None], ids=[*_WORTHLESS, "blank"])
def junk(request):
    """Return something that no numeric argument accepts."""
    return request.param


@pytest.fixture(params=_WORTHLESS.values(), ids=_WORTHLESS)
def filled_junk(request):
    """Return something that even an argument that may be left out does not accept."""
    return request.param
