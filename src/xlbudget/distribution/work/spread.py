"""One function over many items, here, in processes or on a cluster; results as they come.

Memory is flat in the number of items: no more of them are drawn than are worked on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from contextlib import closing
from itertools import islice
from typing import TypeVar

from xlbudget.distribution.work.cluster import Cluster
from xlbudget.distribution.work.crew import Crew
from xlbudget.distribution.work.outcome import Answer, Outcome, R, T, answer
from xlbudget.distribution.work.processes import Processes
from xlbudget.errors import InputError

CHUNK = 25
"""Items that a worker gets at once: few enough to share the work, enough to spare the way."""

Item = TypeVar("Item")


def spread(
    function: Callable[[T], R],
    items: Iterable[T],
    *,
    workers: int = 1,
    scheduler: str | None = None,
    chunk: int = CHUNK,
    limit: float | None = None,
    in_order: bool = False,
) -> Iterator[Outcome[T, R]]:
    """Yield what becomes of each item, as it comes; one that fails stops nothing.

    An item that ends its worker is told as failed; the others of its chunk are done again, so
    the function must be one that may be called twice.

    Args:
        function: What is done with an item.  For workers it stands at the top of a module.
        items: The items; an iterator is drawn from as work goes on.
        workers: 1 works in this process, one item after another; more are processes.
        scheduler: Address of a Dask scheduler, which then does the work.
        chunk: Items that a worker gets at once; fewer when that shares out a short list fairly.
        limit: Seconds that one item may take; kept by processes only.
        in_order: Whether outcomes come in the order of the items; a slow one then lets workers
            wait, and memory stays flat all the same.

    Raises:
        InputError: There are no workers, or none can be had.

    """
    if workers < 1 or chunk < 1:
        raise InputError(
            saw=f"{workers} workers with {chunk} items each are asked for",
            wants="One worker or more does the work, with one item or more at a time",
            fix="Ask for --workers 1, or as many as the computer has processors",
        )
    if scheduler:
        return _spread(Cluster(scheduler), function, items, chunk, in_order=in_order)
    if workers > 1:
        return _spread(
            Processes(workers, limit, function.__module__),
            function,
            items,
            chunk,
            in_order=in_order,
        )
    return (Outcome(index, item, *answer(function, item)) for index, item in enumerate(items))


def _spread(
    crew: Crew, function: Callable[[T], R], items: Iterable[T], chunk: int, *, in_order: bool
) -> Iterator[Outcome[T, R]]:
    given: dict[Future[list[Answer[R]]], list[tuple[int, T]]] = {}
    with closing(crew):
        for piece in _pieces(enumerate(items), _fair(items, chunk, crew.most)):
            given[crew.submit(function, [item for _, item in piece])] = piece
            while len(given) >= crew.most:
                yield from _finished(crew, function, given, in_order=in_order)
        while given:
            yield from _finished(crew, function, given, in_order=in_order)


def _fair(items: Iterable[T], chunk: int, most: int) -> int:
    """Return a size of chunks of which there are enough for every worker, when that is known."""
    known = len(items) if isinstance(items, Sized) else 2 * most * chunk
    return max(1, min(chunk, known // (2 * most)))


def _finished(
    crew: Crew,
    function: Callable[[T], R],
    given: dict[Future[list[Answer[R]]], list[tuple[int, T]]],
    *,
    in_order: bool,
) -> Iterator[Outcome[T, R]]:
    """Wait for a chunk, the oldest or any, and yield the outcomes of those that are done."""
    done = {next(iter(given))} if in_order else wait(given, return_when=FIRST_COMPLETED).done
    for future in done:
        piece = given.pop(future)
        for (index, item), found in zip(
            piece, _answers(crew, function, future, piece), strict=True
        ):
            yield Outcome(index, item, *found)


def _answers(
    crew: Crew,
    function: Callable[[T], R],
    future: Future[list[Answer[R]]],
    piece: list[tuple[int, T]],
) -> Iterable[Answer[R]]:
    """Return the answers of a chunk; one that failed as a whole is done item by item."""
    try:
        return future.result()
    except (Exception, CancelledError):  # noqa: BLE001 - a worker died, or an answer cannot travel
        return crew.one_by_one(function, [item for _, item in piece])


def _pieces(items: Iterator[Item], size: int) -> Iterator[list[Item]]:
    while piece := list(islice(items, size)):
        yield piece
