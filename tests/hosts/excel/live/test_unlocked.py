"""A protected sheet, opened for the moment."""

import pytest

from hosts.excel.live.excel import Workbook, opened
from hosts.excel.pywin32 import ComError
from xlbudget.hosts.excel.live.unlocked import unlocked


@pytest.fixture
def tab(written):
    return opened(Workbook(written)).sheets["Findings"]


def test_a_sheet_that_is_not_protected_is_left_alone(tab):
    with unlocked(tab):
        pass
    assert tab.api.Parent.calls == []


def test_a_protected_sheet_is_protected_again_with_the_same_rights(tab):
    tab.api.ProtectContents, tab.api.allowed = True, {"AllowSorting": True}
    tab.api.ProtectScenarios = False
    with unlocked(tab):
        assert not tab.api.ProtectContents
    assert tab.api.ProtectContents
    assert [name for name, given in tab.api.allowed.items() if given] == ["AllowSorting"]
    assert tab.api.ProtectScenarios is False


def test_it_is_protected_again_after_a_fault(tab):
    tab.api.ProtectContents = True
    with pytest.raises(ZeroDivisionError), unlocked(tab):
        raise ZeroDivisionError
    assert tab.api.ProtectContents


def test_a_password_stays_its_owners(tab):
    tab.api.ProtectContents, tab.api.password = True, "secret"
    with pytest.raises(ComError, match="password"), unlocked(tab):
        pass
    assert tab.api.ProtectContents
