"""Values that are kept in order without filling memory: beyond a few they are on the disk."""

from __future__ import annotations

import os
import pickle
from collections.abc import Collection, Iterator
from tempfile import SpooledTemporaryFile
from typing import Generic, TypeVar
from weakref import finalize

T = TypeVar("T")
_IN_MEMORY = 4 * 1024 * 1024


class Kept(Collection[T], Generic[T]):
    """Values in the order in which they were added; they go when nobody holds this any more."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - open as long as this lives
        self._count = 0
        finalize(self, self._file.close)

    def add(self, value: T) -> None:
        """Add a value at the end."""
        self._file.seek(0, os.SEEK_END)
        pickle.dump(value, self._file, pickle.HIGHEST_PROTOCOL)
        self._count += 1

    def __len__(self) -> int:
        """Return how many there are."""
        return self._count

    def __iter__(self) -> Iterator[T]:
        """Yield the values as they were added; others may be added or read meanwhile."""
        place = 0
        for _ in range(self._count):
            self._file.seek(place)
            value: T = pickle.load(self._file)  # noqa: S301 - what this program wrote
            place = self._file.tell()
            yield value

    def __contains__(self, value: object) -> bool:
        """Return whether a value is among them."""
        return any(one == value for one in self)
