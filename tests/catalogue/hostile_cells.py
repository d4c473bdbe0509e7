"""What a host, or a person with a strange file, might hand to a function."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from fractions import Fraction
from itertools import cycle, islice

import numpy as np
from hypothesis import strategies as st

from xlbudget.catalogue import OMITTED, CellError, Kind

CODES = ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A")
NEWER = ("#SPILL!", "#CALC!", "#FIELD!", "#GETTING_DATA", "#BUSY!")

NUMBERS = (0.0, -0.0, 1.0, -1.0, 0.03, -0.999999999, 2.5, 7.0, 12.0, 40.0, 2027.0, 46_204.0)
EXTREMES = (1e308, -1e308, 1e-308, 5e-324, 1e16, -1e9, float(2**53), 1e100, 99_999.0)
NOT_FINITE = (float("nan"), float("inf"), float("-inf"))
STRANGE = (
    None,
    OMITTED,
    True,
    False,
    3,
    -1,
    10**400,
    -(10**4_000),
    Decimal("19.99"),
    Decimal("NaN"),
    Decimal("sNaN"),
    Decimal("1e400"),
    Fraction(1, 3),
    1j,
    date(2027, 7, 1),
    datetime(2027, 7, 1, 8, 30, tzinfo=UTC),
    time(8, 30),
    "",
    "   ",
    "400",
    "n/a",
    "TRUE",
    "2027-07-01",
    "#REF!",
    "#SPILL!",
    "\ud800",
    "é" * 100_000,
    b"12",
    object(),
    {1.0, 2.0},
    {"a": 1.0},
    [],
    (),
    [[]],
    [[], []],
    [1.0, [2.0]],
    [[1.0], 2.0],
    [[1.0], [2.0, 3.0]],
    [[1.0], "a"],
    (((1.0,),),),
    range(3),
    np.float64(2.0),
    np.float32(0.1),
    np.int64(3),
    np.bool_(True),
    np.array([1.0, 2.0]),
    np.array([]),
    -2_146_826_281,
)

_texts = st.text(max_size=20)
_figures = st.one_of(st.sampled_from(NUMBERS), st.floats(-1e7, 1e7), st.integers(-5, 60).map(float))
_extremes = st.sampled_from((*EXTREMES, *EXTREMES, *NUMBERS))
_errors = st.sampled_from([CellError(code) for code in (*CODES, *NEWER)])
cells = st.one_of(
    _figures,
    _extremes,
    st.floats(),
    st.sampled_from(STRANGE),
    st.sampled_from(NOT_FINITE),
    _texts,
    _errors,
)
"""Any one cell."""

_SIZES = (0, 1, 2, 3, 4, 7, 10, 40, 41, 100, 500, 1_000, 10_000)
_ragged = st.lists(st.lists(cells, max_size=3), max_size=4)
anything = st.one_of(cells, st.lists(cells, max_size=8), _ragged)
"""Any argument."""


@st.composite
def arguments(draw, function):
    """Return arguments that are near enough to right ones for the function to get to work."""
    size = draw(st.sampled_from((None, None, None, *_SIZES)))
    figures = draw(st.sampled_from((_figures, _figures, _extremes)))
    given = [
        draw(_near(function, place, size, figures)) for place in range(len(function.parameters))
    ]
    for _ in range(draw(st.sampled_from((0, 0, 0, 1, 1, 2)))):
        at = draw(st.integers(0, len(given) - 1))
        given[at] = draw(st.one_of(anything, _with_another_cell(given[at])))
    surplus = draw(st.sampled_from((0,) * 15 + (1, 2)))
    return (*given, *(draw(anything) for _ in range(surplus)))


def _near(function, place, size, figures):
    """Return what draws one argument: as in the example, or of the same kind."""
    parameter, example = function.parameters[place], function.example[0]
    if parameter.kind is Kind.CELLS:
        return anything
    left_out = OMITTED if function.is_optional(parameter) else _USUAL[parameter.kind]
    usual = example[place] if place < len(example) else left_out
    if parameter.kind.is_range:
        return _ranges(usual, size, figures)
    if parameter.kind is not Kind.NUMBER:
        return st.sampled_from((usual, usual, left_out))
    return st.sampled_from((usual, usual, left_out, None)).flatmap(
        lambda cell: figures if cell is None else st.just(cell)
    )


@st.composite
def _ranges(draw, example, size, figures):
    """Return a range like ``example``, maybe of another size, with other numbers, or upright."""
    if not isinstance(example, tuple):
        return example
    held = list(islice(cycle(example), len(example) if size is None else size)) if example else []
    for _ in range(draw(st.sampled_from((0, 0, 1, 2, 5))) if held else 0):
        at = draw(st.integers(0, len(held) - 1))
        held[at] = draw(_with_another_cell(held[at], figures))
    flat = not any(isinstance(cell, tuple) for cell in held)
    return [(cell,) for cell in held] if flat and draw(st.booleans()) else held


@st.composite
def _with_another_cell(draw, held, another=cells):
    """Return an argument in which one cell is another one."""
    if not isinstance(held, (list, tuple)) or not held:
        return draw(another)
    at = draw(st.integers(0, len(held) - 1))
    changed = list(held)
    changed[at] = draw(_with_another_cell(held[at], another))
    return tuple(changed)


_USUAL = {kind: () if kind.is_range else 1.0 for kind in Kind}
