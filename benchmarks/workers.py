"""Collecting with one process, with two, and on a Dask cluster of two workers.

What they leave must be the same: files, states, findings, and every row of the register but the
times.  Seconds are told by the clock and by the processor: on a machine with two free cores the
clock tells how much faster two processes are; on a busy one the processor tells how much faster
they could be, since the work of the collecting process and that of the workers go on side by side.
Goal: two processes at least 1.7 times one.

    python benchmarks/workers.py [SCHOOLS LINES]      300 schools of 50 lines unless said
"""

import shutil
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import Event, Thread
from time import perf_counter, process_time

import psutil
from collect import AT, campaign, run
from sqlalchemy import select

from xlbudget.distribution.register import open_register
from xlbudget.distribution.register.store.tables import metadata


@dataclass(frozen=True)
class Taken:
    """Seconds by the clock, and of the processor: of this process, and of its workers; memory."""

    clock: float
    own: float
    workers: float
    most: float  # megabytes of the largest worker

    @property
    def possible(self) -> float:
        """Seconds by the clock on two free cores, at best."""
        return max(self.own, (self.own + self.workers) / 2)


class Watch(Thread):
    """Looks every so often what the processes that this one started have used."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.seconds: dict[int, float] = {}
        self.most = 0.0
        self.done = Event()

    def run(self) -> None:
        while not self.done.wait(0.5):
            for one in psutil.Process().children(recursive=True):
                with suppress(psutil.Error):
                    self.seconds[one.pid] = sum(one.cpu_times()[:2])
                    self.most = max(self.most, one.memory_info().rss / 1e6)


def timed(root: Path, **options: object) -> Taken:
    """Collect, and return what it took."""
    watch = Watch()
    start, before = perf_counter(), process_time()
    watch.start()
    run(root, **options)
    watch.done.set()
    watch.join()
    clock, own = perf_counter() - start, process_time() - before
    return Taken(clock, own, sum(watch.seconds.values()), watch.most)


def whole(root: Path) -> str:
    """Return a digest of the register and of the findings file."""
    found = sha256((root / "results" / "findings.csv").read_bytes())
    with open_register(root, at=AT) as register, register.engine.connect() as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table).order_by(*table.primary_key)):
                found.update(repr(row).encode())
    return found.hexdigest()


def by_dask(root: Path) -> Taken:
    """Collect on a cluster of two workers."""
    from distributed import LocalCluster  # noqa: PLC0415 - slow to import

    with LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        dashboard_address=None,
        host="127.0.0.1",
        protocol="tcp",
        scheduler_port=0,
    ) as cluster:
        return timed(root, scheduler=cluster.scheduler_address)


def main(schools: int, lines: int) -> None:
    """Run all three on the same files."""
    with tempfile.TemporaryDirectory() as place:
        made = campaign(Path(place) / "made", schools, lines)
        roots = [Path(place) / name / "fy27" for name in ("one", "two", "dask")]
        for root in roots:
            shutil.copytree(made, root)
        one = timed(roots[0])
        two = timed(roots[1], workers=2)
        for name, it in (("one", one), ("two", two)):
            print(
                f"{name:10} {it.clock:6.1f} s by the clock; of the processor {it.own:.1f} own, "
                f"{it.workers:.1f} workers, {(it.own + it.workers) / schools * 1000:.1f} ms a file"
            )
        print(
            f"two processes are {one.clock / two.clock:.2f} x one by the clock, "
            f"{one.own / two.possible:.2f} x with two free cores"
        )
        dask = by_dask(roots[2])
        print(f"Dask       {dask.clock:6.1f} s by the clock")
        print(f"most memory of a worker: {two.most:.0f} MB, of one of Dask {dask.most:.0f} MB")
        print(f"same files and register: {len({whole(root) for root in roots}) == 1}")


if __name__ == "__main__":
    main(*(map(int, sys.argv[1:3]) if len(sys.argv) > 1 else (300, 50)))
