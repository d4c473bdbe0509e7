"""Excel while an action works, and afterwards."""

import pytest

from hosts.excel.live.excel import AUTOMATIC, MANUAL, Workbook, opened
from xlbudget.hosts.excel.live.quiet import quiet


@pytest.fixture
def app(written):
    return opened(Workbook(written)).app


def test_it_is_quiet_meanwhile_and_says_what_is_at_work(app):
    with quiet(app, "Check"):
        assert app.api.is_quiet
        assert app.api.StatusBar == "xlbudget: Check …"


def test_it_is_as_it_was_afterwards_also_after_a_fault(app):
    app.api.Calculation, app.api.EnableEvents = MANUAL, False
    with pytest.raises(ZeroDivisionError), quiet(app, "Check"):
        raise ZeroDivisionError
    assert (app.api.Calculation, app.api.EnableEvents) == (MANUAL, False)
    assert app.api.ScreenUpdating is True
    assert app.api.StatusBar is False
    assert app.api.Calculation != AUTOMATIC
