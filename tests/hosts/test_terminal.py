"""Tables and words on a terminal: nothing is read as markup, no number is ever cut."""

import io
import re

import pytest
from rich.console import Console

from xlbudget.hosts import terminal
from xlbudget.hosts.terminal import next_step, put, put_table, shown_path, working

CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
HEADERS = ("What is bought for learning", "2027", "Total of all years")
ROWS = [
    ("devices for the whole of the middle school, with spares", "1,234,567", "12,345,678,901"),
    ("[bold]lines[/bold] :smile: [XLB-301]", "0", "0"),
]


def screen(width):
    """Return a terminal of some width, kept as text."""
    return Console(
        file=io.StringIO(), force_terminal=True, width=width, highlight=False, markup=False,
        emoji=False, legacy_windows=False,
    )  # fmt: skip


def shown_on(console):
    return CODES.sub("", console.file.getvalue())


@pytest.mark.parametrize("width", [10, 30, 50, 80, 200])
def test_no_number_is_cut_on_a_terminal_of_any_width(width):
    console = screen(width)
    put_table(console, "Title", HEADERS, ROWS, numbers=(False, True, True))
    told = shown_on(console)
    assert "1,234,567" in told
    assert "12,345,678,901" in told
    assert "…" not in told


@pytest.mark.parametrize("width", [60, 80, 200])
def test_words_are_wrapped_to_the_terminal(width):
    console = screen(width)
    put_table(console, "Title", HEADERS, ROWS, numbers=(False, True, True))
    assert max(map(len, shown_on(console).splitlines())) <= width


def test_a_persons_words_are_no_markup():
    console = screen(200)
    put_table(console, "[red]Title[/red]", HEADERS, ROWS, numbers=(False, True, True))
    put(console, "[XLB-301] :smile:")
    told = shown_on(console)
    assert "[bold]lines[/bold] :smile: [XLB-301]" in told
    assert "[red]Title[/red]" in told
    assert "[XLB-301] :smile:" in told.splitlines()


def test_no_text_steers_the_terminal():
    console = screen(80)
    put(console, "a\x1b[2Jb\x07\x9bc")
    put_table(console, "Title", ("Seen",), [("d\x1b]0;e\ttail",)], numbers=(False,))
    raw = console.file.getvalue()
    assert "a?[2Jb??c" in raw
    assert "d?]0;e" in raw


def test_a_table_without_rows_has_its_headers():
    console = screen(80)
    put_table(console, "Title", ("A", ""), [], numbers=(False, True))
    assert "A" in shown_on(console)


def test_without_a_terminal_a_table_is_plain(capsys):
    put_table(terminal.stdout(), "Title", HEADERS, ROWS, numbers=(False, True, True))
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "Title"
    assert told[1].split("  ")[0] == HEADERS[0]
    assert told[2].endswith("1,234,567      12,345,678,901")


def test_without_a_terminal_a_long_line_stays_one(capsys):
    next_step("x" * 500)
    got = capsys.readouterr()
    assert got.err == f"Next: {'x' * 500}\n"
    assert got.out == ""


def test_progress_is_shown_on_a_terminal_only(capsys, monkeypatch):
    with working("Reading"):
        pass
    assert capsys.readouterr() == ("", "")
    console = screen(80)
    monkeypatch.setattr(terminal, "stderr", lambda: console)
    with working("Reading"):
        pass
    assert "Reading" in shown_on(console)


def test_a_path_with_a_blank_is_quoted(tmp_path):
    assert shown_path(tmp_path / "a b").endswith('a b"')
    assert '"' not in shown_path(tmp_path)
