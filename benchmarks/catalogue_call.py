"""What the conversion of cells costs: ``call`` beside the direct call of the same function.

Goal: a call through the catalogue takes at most five times the direct one, or 5 microseconds more
than it, whichever is more.  Run it with ``python benchmarks/catalogue_call.py``; it exits with 1
when a function misses the goal.
"""

import sys
from collections.abc import Callable
from functools import partial

from interleaved import compare

from xlbudget import finance
from xlbudget.catalogue import FUNCTIONS, call

CALLS = 2_000
ROUNDS = 15
MOST_TIMES = 5.0
MOST_MORE = 5e-6

FLOWS = (-1_000.0, *[150.0] * 9)
COLUMN = tuple((flow,) for flow in FLOWS)
PAIRS = ((2.0, 50.0), (5.0, 60.0))

CASES = {
    "XLB_ANNUAL_COST": ((540.0, 0.03, 4.0), partial(finance.equivalent_annual_cost, 540, 0.03, 4)),
    "XLB_ROI": ((3_840.0, 2_061.0), partial(finance.roi, 3_840.0, 2_061.0)),
    "XLB_NPV, a column": ((0.05, COLUMN), partial(finance.npv, 0.05, FLOWS)),
    "XLB_NPV, a row": ((0.05, (FLOWS,)), partial(finance.npv, 0.05, FLOWS)),
    "XLB_IRR": ((COLUMN,), partial(finance.irr, FLOWS)),
    "XLB_ERATE_DISCOUNT": (
        (34.6, "rural", 1.0),
        partial(finance.erate_discount, 34.6, "rural", 1.0),
    ),
    "XLB_LCC, with pairs": (
        (0.03, 10.0, 1_000.0, 100.0, PAIRS),
        partial(
            finance.life_cycle_cost, 0.03, 10, investment=1e3, recurring=1e2, nonrecurring=PAIRS
        ),
    ),
    "XLB_TCO_YEARS": (
        (400.0, 0.0, 4.0, 7.0),
        partial(finance.ownership_schedule, 400.0, 0.0, 4, horizon=7),
    ),
}


def repeated(run: Callable[[], object]) -> Callable[[], None]:
    def many() -> None:
        for _ in range(CALLS):
            run()

    return many


def meets_the_goal(name: str, cells: tuple[object, ...], direct: Callable[[], object]) -> bool:
    through = partial(call, FUNCTIONS[name.partition(",")[0]], cells)
    assert through() in {direct(), (direct(),)}, name  # a row of years spills in rows of one
    print(f"{name}: {CALLS:,} calls")
    taken = compare(ROUNDS, direct=repeated(direct), through_call=repeated(through))
    plain, whole = taken["direct"] / CALLS, taken["through_call"] / CALLS
    met = whole <= max(MOST_TIMES * plain, plain + MOST_MORE)
    more, verdict = (whole - plain) * 1e6, "met" if met else "MISSED"
    print(f"  {plain * 1e6:.2f} us direct, {more:+.2f} us for the cells: goal {verdict}\n")
    return met


def main() -> int:
    met = [meets_the_goal(name, cells, direct) for name, (cells, direct) in CASES.items()]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
