"""How long `xlbudget --help` takes, against an empty Typer program: interleaved medians.

    .venv/bin/python benchmarks/help.py [rounds]

The two programs take turns, so that what else the machine does falls on both alike.
Exits with 1 when xlbudget takes more than 2.5 times as long.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

MOST = 2.5
EMPTY = '''"""An empty Typer program."""

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def nothing() -> None:
    """Do nothing."""


app()
'''
PROGRAMS = {
    "bare python": ["-c", "pass"],
    "empty Typer program --help": ["", "--help"],
    "xlbudget --help": ["-c", "from xlbudget.hosts.cli import run; run()", "--help"],
    "xlbudget --version": ["-c", "from xlbudget.hosts.cli import run; run()", "--version"],
}


def seconds(arguments: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main(rounds: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.py"
        empty.write_text(EMPTY, encoding="utf-8")
        programs = {
            name: [part or str(empty) for part in parts] for name, parts in PROGRAMS.items()
        }
        times: dict[str, list[float]] = {name: [] for name in programs}
        for turn in range(rounds + 1):
            for name, arguments in programs.items():
                taken = seconds(arguments)
                if turn:  # the first turn fills the caches
                    times[name].append(taken)
    base = median(times["empty Typer program --help"])
    for name, taken in times.items():
        middle = median(taken)
        print(f"{name:28} {middle * 1000:7.1f} ms   {middle / base:5.2f} x")
    ratio = median(times["xlbudget --help"]) / base
    print(f"xlbudget --help: {ratio:.2f} times an empty Typer program; at most {MOST} is wanted")
    return int(ratio > MOST)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 15))
