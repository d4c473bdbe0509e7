"""A Dask cluster that an office has already, by the address of its scheduler."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from typing import Any

from xlbudget.distribution.work.outcome import (
    Answer,
    Failure,
    R,
    T,
    answers,
    ended,
    failure_of,
)
from xlbudget.errors import InputError

INSTALL = 'python -m pip install "xlbudget[scheduler]"'
_CHUNKS_EACH = 2
_SECONDS = 10


class Cluster:
    """The workers of a cluster; ``most`` chunks are given out to them at once.

    Args:
        address: Address of its scheduler, for instance ``tcp://cluster:8786``.

    Raises:
        InputError: Dask is not installed, or nobody answers at the address.

    """

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client  # noqa: PLC0415 - an extra, and slow to import
        except ImportError as error:
            raise InputError(
                saw="Work on a cluster needs Dask, which is not installed",
                wants="Dask comes with the part “scheduler” of xlbudget",
                fix=f"Install it: {INSTALL}",
            ) from error
        try:
            connect: Callable[..., Any] = Client  # Dask has no types
            self._client = connect(address, timeout=_SECONDS, set_as_default=False)
            threads: dict[str, int] = self._client.nthreads()
        except (OSError, ValueError) as error:
            raise InputError(
                saw=f"No scheduler of Dask answers at {address} within {_SECONDS} seconds",
                wants="It is the address of a scheduler that runs, such as tcp://cluster:8786",
                fix="Ask who runs the cluster, or leave --scheduler out",
            ) from error
        self.most = _CHUNKS_EACH * max(2, sum(threads.values()))
        # Without pure=False, equal calls are done once only, also those that write something.
        self._executor: Executor = self._client.get_executor(pure=False)

    def submit(self, function: Callable[[T], R], items: list[T]) -> Future[list[Answer[R]]]:
        """Give out a chunk.

        Raises:
            InputError: The cluster is gone.

        """
        try:
            return self._executor.submit(answers, function, items)
        except Exception as error:
            self._must_run(error)
            raise

    def one_by_one(self, function: Callable[[T], R], items: list[T]) -> Iterator[Answer[R]]:
        """Yield the answer for each item.

        Raises:
            InputError: The cluster is gone, or cannot do the work of this program at all.

        """
        self._must_know_us()
        for item in items:
            try:
                yield self._executor.submit(answers, function, [item]).result()[0]
            except (Exception, CancelledError) as error:  # noqa: BLE001 - one item stops nothing
                self._must_run(error)
                yield None, failure_on_cluster(error)

    def close(self) -> None:
        """Take back what is not done yet, and leave the cluster."""
        self._executor.shutdown(wait=False)
        self._client.close()

    def _must_know_us(self) -> None:
        """Refuse a cluster that fails at the least work, so that not every item is blamed."""
        try:
            self._executor.submit(answers, len, [""]).result()
        except (Exception, CancelledError) as error:
            self._must_run(error)
            raise InputError(
                saw=f"The cluster cannot do the work: {type(error).__name__}",
                wants="Its scheduler and its workers have the same xlbudget and the same Python",
                fix="Ask who runs the cluster to install them, or leave --scheduler out",
            ) from error

    def _must_run(self, error: BaseException) -> None:
        if self._client.status != "running":
            raise InputError(
                saw="The scheduler of the cluster has gone away",
                wants="The cluster runs until the work is done",
                fix="Have it started again, and run the same command: it goes on where it stopped",
            ) from error


def failure_on_cluster(error: BaseException) -> Failure:
    """Return why an item has no result by what the cluster raised."""
    return ended() if type(error).__name__ == "KilledWorker" else failure_of(error)
