"""From the press of a button in VBA to the cells of the workbook, and back in words."""

import pytest

from hosts.excel import vba
from hosts.excel.live.excel import Workbook


@pytest.fixture
def machine(press):
    return vba.Machine(book=press.workbook)


def pressed(machine, verb, *typed):
    excel = vba.workbench(machine)
    excel.interpreter.answers[:] = typed
    return excel.run("XlbActed", verb), excel.interpreter.dialogs


def test_a_goal_is_linked_from_the_button_to_the_cell(press, machine):
    words, dialogs = pressed(machine, "link-goals", "1")
    assert [kind for kind, *_ in dialogs] == ["InputBox"]
    assert "1  " in dialogs[0][1]
    assert [sheet for sheet, _, _ in press.workbook.writes] == ["Line items"] * 2
    assert "kept" in words


def test_a_closed_dialog_changes_nothing(press, machine):
    words, _ = pressed(machine, "link-goals", vba.CLOSED)
    assert words == "Nothing was changed."
    assert press.workbook.writes == []


def test_what_is_refused_is_said_in_words(tmp_path, written):
    path = tmp_path / "book.xlsx"
    path.write_bytes(written.read_bytes())
    workbook = Workbook(path)
    workbook.tabs["Line items"].ProtectContents = True
    workbook.tabs["Line items"].password = "secret"  # noqa: S105 - of a test
    words, _ = pressed(vba.Machine(book=workbook), "link-goals", "1")
    assert "could not be finished" in words
    assert "Traceback" not in words
