"""How words and tables look on a terminal; plain text where there is none.

stdout carries data, stderr messages.  A text is never read as markup, and a number is never cut.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

ACCENT = "bold cyan"
_UNBOUND = 10_000  # columns of a file: nothing is wrapped there
_LEAST_LABEL = 16
_CONTROLS = dict.fromkeys({*range(32), *range(127, 160)} - {9, 10}, "?")
_GAP = 2  # blanks between columns; on a terminal the box gives one of them


def stdout() -> Console:
    """Return the console of data."""
    return _console(sys.stdout)


def stderr() -> Console:
    """Return the console of messages."""
    return _console(sys.stderr)


def say(words: str, *, accent: bool = False) -> None:
    """Give a message."""
    put(stderr(), words, accent=accent)


def put(console: Console, words: str = "", *, accent: bool = False) -> None:
    """Print words as they are; the terminal wraps them where it must."""
    console.print(Text(_harmless(words), style=ACCENT if accent else ""), soft_wrap=True)


def next_step(words: str) -> None:
    """Give the last line of a command: what to do next."""
    say(f"Next: {words}", accent=True)


def shown_path(path: Path) -> str:
    """Return a path as it can be typed again."""
    text = str(path)
    return f'"{text}"' if " " in text else text


@contextmanager
def working(words: str) -> Iterator[None]:
    """Show on a terminal that something is being done; nowhere else."""
    console = stderr()
    if not console.is_terminal:
        yield
        return
    with console.status(Text(_harmless(words)), spinner_style=ACCENT):
        yield


def put_table(
    console: Console,
    title: str,
    headers: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    numbers: Sequence[bool],
) -> None:
    """Print a table in the one style.

    Args:
        console: Where it goes.
        title: What it shows.
        headers: One for each column.
        rows: The cells, as they are to be read.
        numbers: For each column whether it holds numbers: to the right, never wrapped.

    """
    table = Table(
        box=box.SIMPLE_HEAD if console.is_terminal else None,
        header_style=ACCENT,
        padding=(0, _GAP - console.is_terminal, 0, 0),
        pad_edge=False,
        show_edge=False,
    )
    room = console.width - len(headers) * _GAP
    widths = _widths(headers, rows, numbers, room)
    for header, number, width in zip(headers, numbers, widths, strict=True):
        side: Literal["left", "right"] = "right" if number else "left"
        table.add_column(Text(header), justify=side, width=width, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_harmless(cell)) for cell in row))
    put(console, title, accent=True)
    _put_lines(console, table, sum(widths) + len(headers) * _GAP)
    put(console)


def _widths(
    headers: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[bool], room: int
) -> list[int]:
    """Return the width of each column: words are wrapped to fit into the room, numbers never."""
    cells = [max((len(row[i]) for row in rows), default=0) for i in range(len(headers))]
    widths = [max(len(header), cell, 1) for header, cell in zip(headers, cells, strict=True)]
    least = [
        max(cell if number else min(cell, _LEAST_LABEL), *map(len, header.split() or [""]), 1)
        for header, cell, number in zip(headers, cells, numbers, strict=True)
    ]
    while sum(widths) > room and widths != least:
        spare = [width - low and width for width, low in zip(widths, least, strict=True)]
        widths[spare.index(max(spare))] -= 1
    return widths


def _put_lines(console: Console, table: Table, width: int) -> None:
    """Print a table at a width that may be beyond the terminal's, without trailing blanks."""
    options = console.options.update(width=max(width, console.width))
    for line in console.render_lines(table, options, pad=False):
        text = Text.assemble(*((part.text, part.style or "") for part in line))
        text.rstrip()
        console.print(text, soft_wrap=True)


def _harmless(words: str) -> str:
    """Return words without what would steer a terminal: a workbook's texts are anybody's."""
    return words.translate(_CONTROLS)


def _console(stream: TextIO) -> Console:
    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    if console.is_terminal:
        return console
    return Console(
        file=stream, highlight=False, markup=False, emoji=False, width=_UNBOUND, no_color=True
    )
