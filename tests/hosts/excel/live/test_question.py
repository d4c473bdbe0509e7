"""Questions as a dialog of Excel asks them."""

import pytest

from xlbudget.actions.ask import Ask, Option, Taken
from xlbudget.hosts.excel.live.question import LONGEST, answer_to, question_of

GOALS = (Option("G1", "G1 · Reading"), Option("G2", "G2 · Counting"))


def ask(**facts):
    return Ask(**({"key": "L1", "question": "Which goal?"} | facts))


def test_options_are_numbered_and_the_suggested_one_stands_there():
    found = question_of(ask(options=GOALS, suggested="G2", takes=Taken.CHOICE))
    assert found.words == "Which goal?\n1  G1 · Reading\n2  G2 · Counting"
    assert (found.dialog, found.suggested) == ("text", "2")


def test_what_may_be_left_says_so():
    assert question_of(ask(needed=False)).words.endswith("Leave it blank to skip this one.")


@pytest.mark.parametrize(
    ("takes", "dialog"),
    [
        (Taken.TEXT, "text"),
        (Taken.NUMBER, "text"),
        (Taken.OPEN_FILE, "open"),
        (Taken.SAVE_FILE, "save"),
        (Taken.FOLDER, "folder"),
    ],
)
def test_each_kind_has_its_dialog(takes, dialog):
    assert question_of(ask(takes=takes)).dialog == dialog


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("1", "G1"), (" 2 ", "G2"), ("3", "3"), ("0", "0"), ("G2", "G2"), ("", ""), ("²", "²")],
)
def test_a_number_means_the_option(typed, answer):
    assert answer_to(ask(options=GOALS), typed) == answer


def test_an_answer_that_is_itself_a_number_means_itself():
    years = (Option("3", "3 years"), Option("1", "1 year"))
    assert answer_to(ask(options=years), "1") == "1"


def test_many_options_fit_the_dialog_and_the_rest_is_counted():
    many = tuple(Option(f"G{n}", f"G{n} · {'Every grader reads ' * 9}") for n in range(1, 41))
    words = question_of(ask(options=many)).words
    assert len(words) < LONGEST + 60
    assert "more: type the name of one" in words
