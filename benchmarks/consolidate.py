"""Consolidating and rolling what schools sent home: seconds of each step, and the most memory.

Each size runs in a process of its own, so that its peak is its own: 5,000, 50,000 and 200,000
lines unless sizes are given.  The campaign is drawn by the tests' generator, so that the totals
can be compared with a sum that pandas makes of the dice alone.  Goals: linear in the lines, and
below 200 MB whatever their number.

    python benchmarks/consolidate.py [SCHOOLSxLINES ...] [postgresql+psycopg://user@host/database]

With the address of an empty database the register is there instead of in a file.
"""

import pickle
import resource
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter

SIZES = ("25x199", "250x200", "1000x200")
CENTRAL = (50_008, 50_002, 50_012)  # cents of the generator's own lines, by year

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))


@contextmanager
def timed(words: str):
    """Print how long a step took, and the most memory until then."""
    start = perf_counter()
    yield
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"{words:<28}{perf_counter() - start:>8.1f} s   peak {peak:>6,.0f} MB", flush=True)


def draw(place: Path, size: str, address: str) -> None:
    """Draw a campaign, and keep what it is and what it comes to by the dice."""
    import pandas as pd  # noqa: PLC0415 - the runs that are measured do without

    from distribution.consolidate.made import YEARS, campaign  # noqa: PLC0415

    schools, lines = map(int, size.split("x"))
    made = campaign(place, schools=schools, lines=lines, missing=0, data=False, register=address)
    truth = pd.DataFrame(made.truth)[list(YEARS)].sum()
    wanted = tuple(int(a + b) for a, b in zip(truth, CENTRAL, strict=True))
    (place / "made.pickle").write_bytes(pickle.dumps((replace(made, truth=()), wanted)))


def consolidated(place: Path) -> None:
    """Consolidate, compare the totals, and find that nothing is new."""
    from distribution.consolidate.made import AT, BY, DATA  # noqa: PLC0415
    from xlbudget.distribution.consolidate.consolidation import (  # noqa: PLC0415
        consolidate,
        is_done,
        targets_for,
    )
    from xlbudget.distribution.consolidate.preview import preview_of  # noqa: PLC0415

    made, wanted = pickle.loads((place / "made.pickle").read_bytes())
    with made.register() as register:
        with timed("preview"):
            preview = preview_of(made.folder, register, made.budget, DATA)
        targets = targets_for(preview, made.folder.results / "district.xlsx", None)
        with timed("written and recorded"):
            done = consolidate(preview, made.folder, register, targets, by=BY, at=AT)
        lines, whole = preview.sum.lines, preview.sum.totals.whole
        del preview
        with timed("again, nothing new"):
            again = preview_of(made.folder, register, made.budget, DATA)
            assert is_done(again, targets)
    sizes = ", ".join(f"{path.name} {path.stat().st_size / 1e6:.1f} MB" for path in done.files)
    assert whole == wanted, "the totals differ from the dice"
    print(f"{lines:,} lines, equal to the dice to the cent; {sizes}")


def rolled(place: Path) -> None:
    """Roll the campaign to the next year."""
    from distribution.consolidate.made import AT, DATA, ID  # noqa: PLC0415
    from xlbudget.distribution.consolidate.ground import Missing, ground_of  # noqa: PLC0415
    from xlbudget.distribution.consolidate.merged import merged_parts  # noqa: PLC0415
    from xlbudget.distribution.roll import next_budget, save_next  # noqa: PLC0415

    made, _ = pickle.loads((place / "made.pickle").read_bytes())
    with made.register() as register:
        with timed("rolled"):
            ground = ground_of(register, ID, made.budget, DATA, missing=Missing.LAST_YEAR)
            parts = partial(merged_parts, register, ground)
            next_year = next_budget(ground, parts, made.budget.lines, AT.date())
        with timed("next year's data written"):
            save_next(next_year, place / "next")
    print(f"{next_year.lines:,} lines go on")


STEPS = {"draw": draw, "consolidated": consolidated, "rolled": rolled}


def main() -> None:
    """Run the steps of each size, each in a process of its own."""
    given = sys.argv[1:]
    if given and given[0] in STEPS:
        STEPS[given[0]](Path(given[1]), *given[2:])
        return
    address = next((word for word in given if "://" in word), "")
    for size in [word for word in given if "://" not in word] or SIZES:
        print(f"\n{size}{' in PostgreSQL' if address else ''}")
        with tempfile.TemporaryDirectory() as place:
            for step in (
                ("draw", place, size, address),
                ("consolidated", place),
                ("rolled", place),
            ):
                subprocess.run([sys.executable, __file__, *step], check=True)


if __name__ == "__main__":
    main()
