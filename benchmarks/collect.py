"""Collecting what schools sent, against openpyxl reading the same files twice; and its memory.

The whole of collect is timed: inbox, copies, rules, costs, register, findings file.  openpyxl reads
each file once for the values and once for the formulas, all cells, in its quick mode (read_only)
and as people call it.  Seconds are those of the processor, so that a busy machine tells the same;
rounds of both are interleaved and medians compared.  Goals: the whole at least 3 times openpyxl,
reading alone at least 15 times; the most memory below 200 MB at any number of files.

    python benchmarks/collect.py [SCHOOLS LINES]      speed, 40 schools of 200 lines unless said
    python benchmarks/collect.py memory [FILES ...]   the most memory of 50, 500 and 2,000 files
"""

import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import process_time

import openpyxl
from issue import district

from xlbudget.distribution.campaign import open_campaign
from xlbudget.distribution.collect import Collected, Order, collect
from xlbudget.distribution.issue import Order as IssueOrder
from xlbudget.distribution.issue import issue
from xlbudget.distribution.register import open_register
from xlbudget.model import Budget
from xlbudget.workbook.read import open_book

AT = datetime(2026, 3, 1, tzinfo=UTC)
ROUNDS, PEERS = 5, 4
MEMORY = (50, 500, 2000)


def budget_of(schools: int, lines: int) -> Budget:
    """Return a district whose lines serve goals that every school has."""
    budget = district(schools, lines)
    goal = {"goal_1": budget.goals[0].goal_id, "goal_share_1": None}
    for slot in (2, 3):
        goal |= {f"goal_{slot}": "", f"goal_share_{slot}": None}
    return replace(budget, lines=tuple(replace(line, **goal) for line in budget.lines))


def campaign(root: Path, schools: int, lines: int) -> Path:
    """Issue a campaign, and put what went out into its inbox as if it came back."""
    done = issue(IssueOrder(root=root), budget_of(schools, lines), at=AT, by="benchmark")
    if not all(school.state.is_well for school in done.schools):
        raise SystemExit([str(finding) for finding in done.findings][:3])
    for path in (root / "out").glob("*.xlsx"):
        shutil.copy(path, root / "inbox" / path.name)
    return root


def run(root: Path, **options: object) -> Collected:
    """Collect, and refuse to time what was not taken."""
    folder, _ = open_campaign(root)
    with open_register(root, at=AT) as register:
        done = collect(folder, register, Order(**options), at=AT, by="benchmark")
    if done.bad:
        raise SystemExit(done.in_words)
    return done


def spent(work: Callable[[], object]) -> float:
    """Return the seconds of the processor that something takes."""
    start = process_time()
    work()
    return process_time() - start


def by_openpyxl(path: Path, *, quick: bool) -> None:
    """Read a workbook twice."""
    for values in (True, False):
        book = openpyxl.load_workbook(path, data_only=values, read_only=quick)
        for sheet in book.worksheets if quick else ():
            for _ in sheet.iter_rows(values_only=True):
                pass
        book.close()


def by_us(path: Path) -> int:
    """Read the values and the formulas of a workbook, once."""
    return sum(sheet.cells.count for sheet in open_book(path).sheets)


def speed(schools: int, lines: int) -> None:
    """Time the whole and the reading, in turns with openpyxl."""
    taken: dict[str, list[float]] = {name: [] for name in ("whole", "read", "quick", "full")}
    with tempfile.TemporaryDirectory() as place:
        made = campaign(Path(place) / "made", schools, lines)
        files = sorted((made / "inbox").glob("*.xlsx"))[:PEERS]
        for number in range(ROUNDS + 1):
            root = Path(place) / "run"
            shutil.copytree(made, root)
            each = {
                "whole": spent(lambda root=root: run(root)) / schools,
                "read": spent(lambda: list(map(by_us, files))) / PEERS,
                "quick": spent(lambda: [by_openpyxl(it, quick=True) for it in files]) / PEERS,
                "full": spent(lambda: [by_openpyxl(it, quick=False) for it in files]) / PEERS,
            }
            shutil.rmtree(root)
            for name, seconds in each.items() if number else ():  # the first round warms up
                taken[name].append(seconds)
    told = {name: median(seconds) * 1000 for name, seconds in taken.items()}
    print(
        f"{schools} files of {lines} lines, ms of the processor for a file: collect "
        f"{told['whole']:.1f}, of it reading {told['read']:.1f}; openpyxl twice: "
        f"{told['quick']:.0f} quick, {told['full']:.0f} as people call it"
    )
    for name in ("quick", "full"):
        whole, read = told[name] / told["whole"], told[name] / told["read"]
        print(f"against openpyxl {name:5}: the whole {whole:.1f} x, reading {read:.1f} x")


def memory(files: int) -> None:
    """Collect so many files in a program of its own, and print the most memory that it held."""
    with tempfile.TemporaryDirectory() as place:
        made = campaign(Path(place) / "made", files, 5)
        subprocess.run([sys.executable, __file__, "peak", made], check=True)


def peak(root: Path) -> None:
    """Collect, and print the most memory that this program held."""
    done = run(root)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(done.files):,} files: {most:.0f} MB at most")


def main(words: list[str]) -> None:
    """Run what is asked for."""
    match words:
        case ["peak", root]:
            peak(Path(root))
        case ["memory", *counts]:
            for count in map(int, counts or MEMORY):
                memory(count)
        case _:
            speed(*(map(int, words) if words else (40, 200)))


if __name__ == "__main__":
    main(sys.argv[1:])
