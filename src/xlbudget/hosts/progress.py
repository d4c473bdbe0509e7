"""A bar that shows how far a long piece of work has come; on a terminal, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bar
from rich.text import Text

from xlbudget.distribution.progress import Progress, silent
from xlbudget.hosts.terminal import ACCENT, stderr


@contextmanager
def progress_bar(words: str, noun: str = "files") -> Iterator[Progress]:
    """Give a function that is told how much was done, and shows it with rate and time left.

    Args:
        words: What is being done, for instance ``Collecting``.
        noun: What is counted.

    """
    console = stderr()
    if not console.is_terminal:
        yield silent
        return
    columns = (
        SpinnerColumn(style=ACCENT),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(noun),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task(words, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)


class _Rate(ProgressColumn):
    """How many are done in a second."""

    def __init__(self, noun: str) -> None:
        super().__init__()
        self._noun = noun

    def render(self, task: Task) -> Text:
        """Return the rate in words; nothing before there is one."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.0f} {self._noun}/s" if speed else "")
