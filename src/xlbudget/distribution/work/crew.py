"""Who does the work: processes of this computer, or a cluster; each does chunks of items."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import Protocol

from xlbudget.distribution.work.outcome import Answer, R, T


class Crew(Protocol):
    """Workers behind an executor of ``concurrent.futures``."""

    most: int
    """How many chunks are given out at once, so that memory stays flat."""

    def submit(self, function: Callable[[T], R], items: list[T]) -> Future[list[Answer[R]]]:
        """Give out a chunk of items."""

    def one_by_one(self, function: Callable[[T], R], items: list[T]) -> Iterator[Answer[R]]:
        """Yield the answer for each item of a chunk that failed as a whole; never raise for one."""

    def close(self) -> None:
        """Give no more work out, and wait until nobody works."""
