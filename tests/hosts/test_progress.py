"""progress_bar: how far a long piece of work has come, on a terminal only."""

from io import StringIO

import pytest
from rich.console import Console

from xlbudget.hosts import progress
from xlbudget.hosts.progress import progress_bar


@pytest.fixture
def screen(monkeypatch):
    """Return what a terminal is given."""

    def of(*, terminal):
        room = StringIO()
        console = Console(file=room, force_terminal=terminal, width=100, color_system=None)
        monkeypatch.setattr(progress, "stderr", lambda: console)
        return room

    return of


def test_a_terminal_shows_how_many_are_done_how_fast_and_how_long_it_takes(screen):
    room = screen(terminal=True)
    with progress_bar("Collecting [all]", "schools") as tell:
        for done in range(1, 1001):
            tell(done, 1000)
    shown = room.getvalue()
    assert "Collecting [all]" in shown
    assert "1000/1000" in shown
    assert "schools/s" in shown
    assert "0:00:00" in shown


def test_a_count_without_an_end_is_shown(screen):
    room = screen(terminal=True)
    with progress_bar("Collecting") as tell:
        tell(3, None)
    assert "3/?" in room.getvalue()


def test_nothing_is_shown_where_there_is_no_terminal(screen):
    room = screen(terminal=False)
    with progress_bar("Collecting") as tell:
        tell(1, 2)
    assert room.getvalue() == ""
