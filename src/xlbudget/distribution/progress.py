"""How far a long piece of work has come: told to whoever shows it, and to nobody otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

Progress = Callable[[int, int | None], None]
"""Takes how many were done, and of how many; None when that is not known."""


def silent(_done: int, _of: int | None) -> None:
    """Tell nobody."""


def counted(items: Iterable[T], progress: Progress, of: int | None = None) -> Iterator[T]:
    """Yield items as they come, and tell after each how many there were.

    Args:
        items: The items.
        progress: Is told.
        of: How many there will be, when that is known.

    """
    for done, item in enumerate(items, 1):
        yield item
        progress(done, of)
