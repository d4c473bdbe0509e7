"""No cell keeps a person waiting: 10,000 cells, or a whole column, take under a second of CPU.

.venv/bin/python benchmarks/large_cells.py
"""

import sys
from pathlib import Path
from statistics import median
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from catalogue.large_cells import LARGE
from xlbudget.catalogue import FUNCTIONS, CellError, call

ROUNDS = 5
GOAL = 1.0


def seconds(name: str, cells: tuple[object, ...]) -> float:
    """Return the median CPU seconds of a call, which must have an answer."""
    taken = []
    for _ in range(ROUNDS):
        start = process_time()
        answer = call(FUNCTIONS[name], cells)
        taken.append(process_time() - start)
        assert not isinstance(answer, CellError), answer
    return median(taken)


def main() -> int:
    """Print each time; return 1 when one is over the goal."""
    slow = False
    for name, cells in LARGE:
        took = seconds(name, cells)
        slow = slow or took > GOAL
        print(f"{name:20} {took:8.3f} s")
    print(f"goal: each within {GOAL} s: {'missed' if slow else 'met'}")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
