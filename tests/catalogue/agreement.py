"""Whether an answer is the expected one: the same error, text or shape, and near enough numbers."""

from decimal import Decimal
from math import isclose

from xlbudget.catalogue import CellError

_REL = 1e-9


def agrees(found, expected):
    """Return whether ``found`` is the expected answer; an error is compared by what is shown."""
    if isinstance(expected, CellError):
        return isinstance(found, CellError) and found.error == expected.error
    if isinstance(found, CellError):
        return False
    if isinstance(expected, (list, tuple)):
        return isinstance(found, (list, tuple)) and _same_rows(found, expected)
    if isinstance(expected, Decimal):
        half_a_digit = 0.5 * 10.0 ** expected.as_tuple().exponent
        return isinstance(found, float) and abs(found - float(expected)) <= half_a_digit * 1.001
    if isinstance(expected, float):
        nothing = 0.0 if expected else _REL
        return isinstance(found, float) and isclose(found, expected, rel_tol=_REL, abs_tol=nothing)
    return found == expected


def _same_rows(found, expected):
    if isinstance(expected[0], (list, tuple)):
        return len(found) == len(expected) and all(map(_same_rows, found, expected))
    return len(found) == len(expected) and all(map(agrees, found, expected))
