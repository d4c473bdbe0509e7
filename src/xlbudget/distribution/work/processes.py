"""Processes of this computer: one that dies takes no more with it than the item that killed it."""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from functools import cache, partial
from multiprocessing.context import BaseContext
from multiprocessing.synchronize import Event
from time import monotonic
from typing import TextIO

from xlbudget.distribution.work.outcome import Answer, Failure, R, T, answer, ended, failure_of
from xlbudget.errors import InputError

MOST_WORKERS = 61  # Windows waits for no more processes at once
_CHUNKS_EACH = 2  # one that is worked on, and one that waits
_STOP: list[Event] = []  # in a worker: what tells it that nobody waits for it any more


class Processes:
    """A pool of processes that share nothing with this one; ``most`` chunks are given out at once.

    Args:
        workers: How many.
        limit: Seconds that one item may take; None is without limit.
        module: The module of the function that they work with.

    """

    def __init__(self, workers: int, limit: float | None = None, module: str = "") -> None:
        self._workers = min(workers, MOST_WORKERS)
        self.most = _CHUNKS_EACH * self._workers
        self._limit = limit
        self._context = _context(module)
        self._stop = self._context.Event()
        self._pool = self._new_pool(self._workers)

    def submit(self, function: Callable[[T], R], items: list[T]) -> Future[list[Answer[R]]]:
        """Give out a chunk; a pool that another chunk broke is replaced."""
        task = partial(work_off, function, self._limit)
        try:
            return self._pool.submit(task, items)
        except BrokenExecutor:
            self._pool.shutdown()
            self._pool = self._new_pool(self._workers)
            return self._pool.submit(task, items)

    def one_by_one(self, function: Callable[[T], R], items: list[T]) -> Iterator[Answer[R]]:
        """Yield the answer for each item, from a process that is replaced when it dies.

        Raises:
            InputError: No process can be started.

        """
        pool = self._started()
        try:
            for item in items:
                before = monotonic()
                try:
                    yield pool.submit(work_off, function, self._limit, [item]).result()[0]
                except BrokenExecutor:
                    yield None, self._ended(monotonic() - before)
                    pool.shutdown()
                    pool = self._started()
                except Exception as error:  # noqa: BLE001 - such as a result that cannot travel
                    yield None, failure_of(error)
        finally:
            pool.shutdown(cancel_futures=True)

    def close(self) -> None:
        """Let each process end the item that it works on, and wait for that."""
        self._stop.set()
        self._pool.shutdown(cancel_futures=True)

    def _new_pool(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, self._context, _ready, (self._stop,))

    def _started(self) -> ProcessPoolExecutor:
        """Return a pool of one process that has proved to live."""
        pool = self._new_pool(1)
        try:
            pool.submit(os.getpid).result()
        except BrokenExecutor as error:
            raise InputError(
                saw="No worker process can be started",
                wants="Each worker is a Python of its own that imports what it works with",
                fix="Work with one worker; in a script of yours, start the work below a line "
                'that says if __name__ == "__main__":',
            ) from error
        return pool

    def _ended(self, seconds: float) -> Failure:
        return ended(self._limit if self._limit is not None and seconds >= self._limit else None)


def _context(module: str) -> BaseContext:
    """Return how processes are started: from one that has imported what they work with.

    It imports once for all workers, and for those that take the place of dead ones.  Where a
    system has no such way each imports anew.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([name for name in ("__main__", module) if name])
    return context


def work_off(function: Callable[[T], R], limit: float | None, items: list[T]) -> list[Answer[R]]:
    """Return the answer for each item, in a worker; fewer when nobody waits for them any more.

    Args:
        function: What is done with an item.
        limit: Seconds that one item may take; a worker that takes longer ends itself.
        items: The items.

    """
    found = []
    for item in items:
        if any(stop.is_set() for stop in _STOP):
            break
        if limit is not None:
            # Its watch is no Python: it also ends a worker that hangs in a library.
            faulthandler.dump_traceback_later(limit, exit=True, file=_nowhere())
        try:
            found.append(answer(function, item))
        finally:
            faulthandler.cancel_dump_traceback_later()
    return found


def _ready(stop: Event) -> None:
    """Make a worker one that ends with its parent, and never before it by Ctrl-C."""
    _STOP.append(stop)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@cache
def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - open as long as the worker
