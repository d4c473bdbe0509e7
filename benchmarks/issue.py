"""Issuing workbooks to many schools, against openpyxl loading, filling and saving the template.

The whole of issue is timed: packs, workbooks with all results stored, register, files on disk,
list of digests; with one process and with two, start-up included.  openpyxl only puts the inputs
of a school into the template, and stores no result; it is timed between the runs and after them.
Goals: without lines of last year at least 200 times openpyxl, with 200 lines at least 15 times;
two processes at least 1.7 times one.

    python benchmarks/issue.py [SCHOOLS]
"""

import resource
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from statistics import median
from time import perf_counter

import openpyxl

from xlbudget import load, sample_folder
from xlbudget.distribution.issue import Order, issue
from xlbudget.distribution.issue.opened_template import open_school_template
from xlbudget.distribution.packs import packs_of
from xlbudget.model import Budget
from xlbudget.sheets.layout import Layout
from xlbudget.sheets.school import school_book
from xlbudget.workbook.fill.book_values import address
from xlbudget.workbook.fill.plan_cells import plan_cells

AT = datetime(2026, 1, 5, tzinfo=UTC)
PEERS = 4


def district(schools: int, lines: int) -> Budget:
    """Return the sample with so many schools of so many lines."""
    sample = load(sample_folder())
    school = sample.schools[0]
    kinds = [line for line in sample.lines if line.school_id]
    made = tuple(
        replace(school, school_id=f"{n:05}", name=f"School {n}") for n in range(1, schools + 1)
    )
    own = tuple(
        replace(
            kinds[i % len(kinds)],
            line_id=f"{it.school_id}-{i:03}",
            school_id=it.school_id,
            description=f"Thing {i} of {it.name}",
            quantity=Decimal(i % 40 + 1),
        )
        for it in made
        for i in range(lines)
    )
    goals = tuple(goal for goal in sample.goals if not goal.school_id)
    return replace(sample, schools=made, lines=own, goals=goals, outcomes=())


def peer(root: Path, budget: Budget) -> list[float]:
    """Return the seconds that openpyxl takes for each of a few schools."""
    template, _ = open_school_template(root / "template.xlsx")
    if template is None:
        raise SystemExit("the template cannot be read")
    packs = packs_of(budget)
    taken = []
    for school in budget.schools[:PEERS]:
        start = perf_counter()
        plan = school_book(packs.of(school.school_id), sizes=template.sizes)
        cells = [it for it in plan_cells(Layout(plan)) if not it.formula]
        book = openpyxl.load_workbook(root / "template.xlsx")
        for cell in cells:
            book[cell.sheet][address(cell.row, cell.column)] = cell.value
        book.save(root / "peer.xlsx")
        taken.append(perf_counter() - start)
    return taken


def run(root: Path, budget: Budget, workers: int) -> float:
    """Return the seconds that a whole issue takes."""
    start = perf_counter()
    result = issue(Order(root=root, workers=workers), budget, at=AT, by="benchmark")
    seconds = perf_counter() - start
    if not all(school.state.is_well for school in result.schools):
        raise SystemExit([str(finding) for finding in result.findings][:3])
    return seconds


def main(schools: int) -> None:
    """Time issues of schools without lines, and with 200."""
    for lines in (0, 200):
        budget = district(schools, lines)
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            one = run(root / "one", budget, 1)
            taken = peer(root / "one", budget)
            two = run(root / "two", budget, 2)
            alone = median(taken + peer(root / "one", budget))
        each = one / schools
        print(
            f"{lines:4} lines: {schools / one:6.1f} schools a second, {schools / two:6.1f} "
            f"with two processes ({one / two:.2f} x); openpyxl {alone * 1000:.0f} ms a school, "
            f"{alone / each:.1f} x ours of {each * 1000:.1f} ms"
        )
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
