"""The button Check on a workbook of 2,000 lines: what it takes after the snapshot.

The goal is one second: from the snapshot to the edits, and from these to contiguous blocks, of
which a live Excel takes each in one call.  Taking the snapshot is told apart: the file is read and
all rules are asked there.

    python benchmarks/actions.py [LINES]
"""

import sys
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from xlbudget import load, sample_folder
from xlbudget.actions.verbs import VERBS
from xlbudget.model import Budget
from xlbudget.sheets.book import district_book
from xlbudget.workbook.act import blocks, snapshot_of, standing_of
from xlbudget.workbook.act.located import located
from xlbudget.workbook.read import open_book
from xlbudget.workbook.write import write_book

DAY = date(2026, 11, 24)
ROUNDS = 5
SELECTED = "Summary!A6"
NO_GOAL = {
    **{f"goal_{slot}": "" for slot in (1, 2, 3)},
    **{f"goal_share_{slot}": None for slot in (1, 2, 3)},
}


def large(lines: int) -> Budget:
    """Return the sample with so many lines; every fifth has no goal."""
    sample = load(sample_folder())
    made = tuple(
        replace(
            sample.lines[i % len(sample.lines)],
            line_id=f"L{i:05}",
            **(NO_GOAL if i % 5 == 0 else {}),
        )
        for i in range(lines)
    )
    return replace(sample, lines=made)


def main(lines: int) -> None:
    """Print the time of each step of each verb that asks nothing."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.xlsx"
        write_book(district_book(large(lines), ()), path)
        start = perf_counter()
        book = open_book(path)
        standing = standing_of(book)
        snapshot = snapshot_of(book, DAY, cell=SELECTED, standing=standing)
        print(f"{lines:,} lines; snapshot {perf_counter() - start:.2f} s")
        for verb in VERBS:
            times = []
            for _ in range(ROUNDS):
                start = perf_counter()
                outcome = verb.plan(snapshot, {})
                made = blocks(located(outcome.edits, standing, grows=True))
                times.append(perf_counter() - start)
            print(
                f"{verb.name:12} {median(times):6.3f} s  {len(outcome.edits):6,} edits "
                f"in {len(made):4,} blocks  {len(outcome.asks):4,} questions"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)
