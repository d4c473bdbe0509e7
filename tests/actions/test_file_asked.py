"""file_asked: a file is asked for until its name does."""

import pytest

from xlbudget.actions.ask import Ask, Taken
from xlbudget.actions.file_asked import beside, file_asked, folder_asked


def asked(**answers):
    return file_asked(answers, "Where?", suggested="a.pdf", ending=".pdf")


@pytest.mark.parametrize(
    ("answer", "file"),
    [("b.pdf", "b.pdf"), ("b.PDF", "b.PDF"), (" out/b ", "out/b.pdf"), ("v1.0/b", "v1.0/b.pdf")],
)
def test_a_name_gets_its_ending(answer, file):
    assert asked(file=answer) == file


def test_without_an_answer_the_question_stands():
    ask = Ask(
        key="file", question="Where?", takes=Taken.SAVE_FILE, suggested="a.pdf", ending=".pdf"
    )
    assert asked() == asked(file="  ") == ask


def test_a_name_with_another_ending_is_asked_again():
    question = asked(file="b.xlsx").question
    assert question == "The name ends in .xlsx, and a .pdf file is written. Where?"


def test_a_folder_is_asked_for():
    assert folder_asked({"inbox": " in "}, "Which?", key="inbox") == "in"
    assert folder_asked({}, "Which?", key="inbox").takes is Taken.FOLDER


def test_a_file_is_named_after_the_workbook(river):
    assert beside(river, "-frozen.xlsx") == "budget-frozen.xlsx"
