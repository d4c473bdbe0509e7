"""Time programs side by side: rounds interleaved, medians compared, so that drift cancels."""

from collections.abc import Callable
from statistics import median
from time import perf_counter


def compare(rounds: int, **candidates: Callable[[], object]) -> dict[str, float]:
    """Print and return the median seconds of each candidate, and the ratio to the first."""
    taken: dict[str, list[float]] = {name: [] for name in candidates}
    for _ in range(rounds):
        for name, run in candidates.items():
            start = perf_counter()
            run()
            taken[name].append(perf_counter() - start)
    medians = {name: median(times) for name, times in taken.items()}
    first = next(iter(medians.values()))
    for name, seconds in medians.items():
        print(f"{name:28} {seconds * 1000:10.1f} ms   {seconds / first:6.2f} x")
    return medians
