"""A whole campaign of 1,000 schools with 200 lines each, 300 of whose files are damaged.

The tests play the same campaign small (``tests/distribution/play``).  Schools answer by typing
into their files, some in LibreOffice; every command runs in a process of its own, whose time and
peak memory are told.  Then every file's state and finding, and every total, is compared with what
the dice of the generator say; anything that differs ends the run with 1.

    python benchmarks/campaign.py [SCHOOLS [LINES_OF_LAST_YEAR [NEW_LINES [DAMAGED [OFFICE]]]]]
"""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from distribution.play import compare  # noqa: E402
from distribution.play.district import Size  # noqa: E402
from distribution.play.harm import HARMS  # noqa: E402
from distribution.play.play import Play  # noqa: E402
from judges.libreoffice import LibreOffice  # noqa: E402

FULL = (1_000, 155, 45, 300, 20)
WAYS_BACK = 50
PROGRAM = """
import atexit, re, sys
from pathlib import Path

def tell():
    held = re.search(r"VmHWM:\\s+([0-9]+)", Path("/proc/self/status").read_text())
    print(f"\\npeak {held[1]}", file=sys.stderr)

atexit.register(tell)
from xlbudget.hosts.cli import run
run()
"""
"""A command that tells its peak memory in kB; what a parent hears counts the parent's own."""


@dataclass(frozen=True)
class Told:
    """What came of a command."""

    code: int
    out: str
    err: str


def run(line: list[str]) -> Told:
    """Run a command in a process of its own, and tell its time and memory."""
    start = perf_counter()
    before = os.times()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *line], capture_output=True, text=True, check=False
    )
    seconds, after = perf_counter() - start, os.times()
    busy = after.children_user + after.children_system
    busy -= before.children_user + before.children_system
    err, _, peak = done.stderr.rpartition("\npeak ")
    print(
        f"{line[0]:<12}{seconds:8.1f} s  {busy:8.1f} s of processor  "
        f"{int(peak or 0) / 1024:6,.0f} MB at most  exit code {done.returncode}",
        flush=True,
    )
    if done.returncode not in {0, 1}:
        raise SystemExit(err)
    return Told(done.returncode, done.stdout, err)


def differences(play: Play) -> list[object]:
    """Return all that is not as the dice say, and print how much of each kind."""
    kinds = (
        compare.unlike_files,
        compare.strangers,
        compare.grave_in_sound,
        compare.unlike_totals,
        compare.unlike_tables,
        compare.unlike_lines,
        compare.unlike_funds,
        lambda played: compare.lost_on_the_way_back(played, WAYS_BACK),
    )
    names = (
        *("files judged otherwise", "files of nobody", "findings in sound files"),
        *("totals", "sums over the table", "lines", "funds", "ways back"),
    )
    found = []
    for name, kind in zip(names, kinds, strict=True):
        wrong = list(kind(play))
        print(f"{name:<26}{len(wrong):6} differ")
        found += wrong
    return found


def main(size: Size, root: Path) -> int:
    """Play a campaign, and return how many things are not as they should be."""
    play = Play(root, size, run)
    play.issue()
    with LibreOffice() as office:
        play.office = office
        play.answer()
    play.collect()
    play.consolidate()
    print({stage: round(seconds, 1) for stage, seconds in play.seconds.items()})
    print(play.collected["in_words"])
    harms = min(size.damaged, len(HARMS))
    print(f"{len(play.sent):,} files, {size.damaged} of them damaged in {harms} ways")
    print(f"{len(play.truth):,} lines, {compare.compared_totals(play):,} totals of each year")
    wrong = differences(play)
    for one in wrong[:20]:
        print(one)
    return len(wrong)


if __name__ == "__main__":
    given = tuple(map(int, sys.argv[1:]))
    with tempfile.TemporaryDirectory(prefix="xlbudget-play-") as folder:
        sys.exit(bool(main(Size(*given, *FULL[len(given) :]), Path(folder))))
