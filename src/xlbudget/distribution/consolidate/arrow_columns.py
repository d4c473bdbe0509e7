"""Columns of Parquet from plain values, byte for byte as Arrow has them.

Arrow's own conversion of lists imports pandas, which takes more memory than the values do.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

_DIGITS = 18  # of an amount
_MONEY_BYTES = 16


def text_column(values: Sequence[object]) -> pa.Array:
    """Return a column of texts; None is no value."""
    import pyarrow as pa  # noqa: PLC0415 - slow

    texts = [b"" if value is None else str(value).encode() for value in values]
    offsets = array("i", accumulate(map(len, texts), initial=0))
    buffers = [_given(values), pa.py_buffer(offsets), pa.py_buffer(b"".join(texts))]
    return pa.Array.from_buffers(pa.string(), len(values), buffers)


def whole_column(values: Sequence[object]) -> pa.Array:
    """Return a column of whole numbers; None is no value."""
    import pyarrow as pa  # noqa: PLC0415 - as above

    numbers = array("q", (value if isinstance(value, int) else 0 for value in values))
    return pa.Array.from_buffers(pa.int64(), len(values), [_given(values), pa.py_buffer(numbers)])


def money_column(cents: Sequence[object]) -> pa.Array:
    """Return a column of dollars to the cent, as exact decimals, from cents."""
    import pyarrow as pa  # noqa: PLC0415 - as above

    amounts = (value if isinstance(value, int) else 0 for value in cents)
    parts = b"".join(amount.to_bytes(_MONEY_BYTES, "little", signed=True) for amount in amounts)
    kind = pa.decimal128(_DIGITS, 2)
    return pa.Array.from_buffers(kind, len(cents), [None, pa.py_buffer(parts)])


def _given(values: Sequence[object]) -> pa.Buffer | None:
    """Return which values are given, a bit each, the first one lowest; None when all are."""
    import pyarrow as pa  # noqa: PLC0415 - as above

    if None not in values:
        return None
    bits = "".join("0" if value is None else "1" for value in reversed(values))
    return pa.py_buffer(int(bits, 2).to_bytes((len(values) + 7) // 8, "little"))
