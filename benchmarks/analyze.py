"""Analysis of large budgets on one core.  Goal: 10,000 lines x 10 years under 2 s, linear."""

from dataclasses import replace
from pathlib import Path

from interleaved import compare

import xlbudget
from xlbudget.analysis import analyze
from xlbudget.model import Budget

SAMPLE = Path(__file__).parent.parent / "examples" / "riverbend"


def enlarged(budget: Budget, lines: int) -> Budget:
    """Return the sample with its lines repeated under new ids, over ten years."""
    times = -(-lines // len(budget.lines))
    many = tuple(
        replace(line, line_id=f"{line.line_id}-{i}") for i in range(times) for line in budget.lines
    )
    return replace(budget, district=replace(budget.district, horizon_years=10), lines=many[:lines])


def main() -> None:
    """Compare sizes, and say whether the goal is met."""
    budget = xlbudget.load(SAMPLE)
    sizes = {f"lines_{count}": enlarged(budget, count) for count in (1_250, 2_500, 5_000, 10_000)}
    medians = compare(
        5, **{name: (lambda item=item: analyze(item)) for name, item in sizes.items()}
    )
    print(f"goal: 10,000 lines under 2 s; taken {medians['lines_10000']:.2f} s")


if __name__ == "__main__":
    main()
