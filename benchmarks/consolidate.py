"""Consolidating what 1,000 schools sent home, 200 lines each: seconds of each step, and memory.

The campaign is drawn by the tests' generator, so that the totals can be compared with a sum that
pandas makes of the dice alone.  Goals: linear in the lines, the whole below three minutes on one
core, the workbook small enough to open.

    python benchmarks/consolidate.py [SCHOOLS LINES]
"""

import resource
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import pandas as pd

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from distribution.consolidate.made import AT, BY, DATA, YEARS, campaign
from xlbudget.distribution.consolidate.consolidation import (
    consolidate,
    is_done,
    preview_of,
    targets_for,
)

CENTRAL = (50_008, 50_002, 50_012)  # cents of the generator's own lines, by year


@contextmanager
def timed(words: str):
    """Print how long a step took, and the most memory until then."""
    start = perf_counter()
    yield
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"{words:<28}{perf_counter() - start:>8.1f} s   peak {peak:>6,.0f} MB")


def main() -> None:
    """Run the steps, and compare the totals."""
    schools, lines = map(int, sys.argv[1:3] or ("1000", "200"))
    with tempfile.TemporaryDirectory() as place:
        with timed("campaign drawn and recorded"):
            made = campaign(Path(place), schools=schools, lines=lines, missing=0, data=False)
        with made.register() as register:
            with timed("preview"):
                preview = preview_of(made.folder, register, made.budget, DATA)
            targets = targets_for(preview, made.folder.results / "district.xlsx", None)
            with timed("written and recorded"):
                done = consolidate(preview, made.folder, register, targets, by=BY, at=AT)
            with timed("again, nothing new"):
                again = preview_of(made.folder, register, made.budget, DATA)
                assert is_done(again, targets)
        for path in done.files:
            print(f"{path.name:<28}{path.stat().st_size / 1e6:>8.1f} MB")
    truth = pd.DataFrame(made.truth)[list(YEARS)].sum()
    wanted = tuple(int(a + b) for a, b in zip(truth, CENTRAL, strict=True))
    assert preview.totals.whole == wanted, "the totals differ from the dice"
    print(f"{len(preview.merged.costs):,} lines; totals equal the dice to the cent: {wanted}")


if __name__ == "__main__":
    main()
