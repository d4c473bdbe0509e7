"""A press of a button from VBA's side: its dialogs, what goes to Python, what is shown."""

import pytest
from pyopenvba.interpreter import VBAObject, VBAUnsupportedError, member

from hosts.excel import pywin32, vba
from xlbudget.hosts.excel import xlam


class Control(VBAObject):
    """A button."""

    vba_type_name = "IRibbonControl"

    def __init__(self, tag):
        self.tag = tag

    @member
    def Tag(self) -> object:  # noqa: N802 - Excel's name
        return self.tag


class Python:
    """What Python answers to a press: each answer in its turn; it remembers what it was asked."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = []

    def __call__(self, name, *arguments, book=None):
        if name == "ready":
            assert book is None
            assert not self.asked
            return ["ready"]
        self.asked.append((name, *arguments, book))
        return self.answers.pop(0)


@pytest.fixture(scope="module")
def machine():
    return vba.Machine(book="the workbook")


@pytest.fixture(scope="module")
def excel(machine):
    return vba.workbench(machine)


@pytest.fixture
def play(excel, monkeypatch):
    """Return a way to press a button: what Python answers, and what is typed in the dialogs."""

    def pressed(*answers, typed=()):
        python = Python(*answers)
        monkeypatch.setattr(pywin32, "call_press", python)
        excel.interpreter.answers[:] = [*typed, 1]
        excel.interpreter.dialogs.clear()
        excel.run("XlbOnVerb", Control("link-goals"))
        return python.asked, excel.interpreter.dialogs

    return pressed


def say(words):
    return ["say", words, "", ""]


def test_an_action_that_asks_nothing_shows_its_words(play):
    asked, dialogs = play(say("3 lines have no goal."))
    assert asked == [("press", "link-goals", True, "the workbook")]
    assert [dialog[:3] for dialog in dialogs] == [("MsgBox", "3 lines have no goal.", "xlbudget")]


def test_a_question_opens_a_dialog_and_its_answer_goes_to_python(play):
    asked, dialogs = play(["text", "Which goal?", "2", ""], say("Done."), typed=["1"])
    assert asked[1:] == [("answered", "1", None)]
    assert [dialog[:2] for dialog in dialogs] == [("InputBox", "Which goal?"), ("MsgBox", "Done.")]


def test_what_is_suggested_stands_in_the_dialog(excel):
    excel.interpreter.answers.clear()
    python = Python(["text", "Which goal?", "2", ""], say("Done."))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pywin32, "call_press", python)
        excel.run("XlbActed", "link-goals")
    assert python.asked[1] == ("answered", "2", None)


def test_an_empty_answer_is_an_answer(play):
    asked, _ = play(["text", "Which goal?", "", ""], say("Left."), typed=[""])
    assert asked[1] == ("answered", "", None)


def test_a_dialog_that_is_closed_cancels(play):
    asked, dialogs = play(
        ["text", "Which goal?", "", ""], say("Nothing was changed."), typed=[vba.CLOSED]
    )
    assert asked[1] == ("cancelled", None)
    assert dialogs[-1][1] == "Nothing was changed."


def test_questions_go_on_until_python_has_no_more(play):
    ask = ["text", "Next?", "", ""]
    asked, _ = play(ask, ask, ask, say("Done."), typed=["a", "b", "c"])
    assert [each[1] for each in asked[1:]] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("kind", "call"),
    [("open", "GetOpenFilename"), ("save", "GetSaveAsFilename"), ("folder", "FileDialog")],
)
def test_files_and_folders_are_chosen_in_excels_own_dialogs(play, kind, call):
    with pytest.raises(VBAUnsupportedError, match=call):
        play([kind, "Where?", "plan.xlsx", ".xlsx"])


def test_without_python_it_says_so_with_two_ways_out():
    excel = vba.workbench(vba.Machine(start_fails="There is no such file."))
    words = excel.run("XlbActed", "check")
    assert "could not start it. There is no such file." in words
    assert "works without Python" in words
    assert "xlbudget addin install" in words


def test_a_fault_of_python_is_shown_in_words_without_a_traceback(machine, excel):
    machine.call_fails = "Traceback (most recent call last):\n  File x\nValueError: odd"
    try:
        words = excel.run("XlbActed", "check")
    finally:
        machine.call_fails = ""
    assert "ValueError: odd" in words or "Python" in words
    assert "Traceback" not in words


def test_a_workbook_of_others_is_not_ours(excel):
    assert excel.run("XlbIsOurs") is False


def test_a_workbook_with_the_master_check_is_ours():
    excel = vba.workbench(vba.Machine())
    code = 'Public Sub NameIt()\nActiveWorkbook.Names.Add "MasterCheck", "=Sheet1!$A$1"\nEnd Sub\n'
    excel.add_module(code, name="Naming")
    excel.run("NameIt")
    assert excel.run("XlbIsOurs") is True


def test_the_tab_is_asked_again_when_another_workbook_comes_to_the_front():
    code = xlam.classes()["XlbWatcher"]
    for event in ("WorkbookActivate", "WorkbookDeactivate"):
        assert f"Watched_{event}(ByVal Wb As Workbook)\n    XlbRefreshTab" in code
