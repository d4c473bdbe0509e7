"""Excel while an action works: no flicker, no calculating between, words in the status bar."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import xlwings as xw


@contextmanager
def quiet(app: xw.App, words: str) -> Iterator[None]:
    """Keep Excel quiet while an action works; afterwards all is as it was, also after a fault.

    Args:
        app: Excel.
        words: What the status bar says meanwhile.

    """
    shown, calculation, events = app.screen_updating, app.calculation, app.enable_events
    app.screen_updating, app.calculation, app.enable_events = False, "manual", False
    app.status_bar = f"xlbudget: {words} …"
    try:
        yield
    finally:
        app.calculation, app.enable_events, app.screen_updating = calculation, events, shown
        app.status_bar = False
