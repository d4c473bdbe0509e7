"""What is to be checked: each workbook and folder once, and a word about the rest."""

from pathlib import Path

import pytest

from hosts.folders import folder
from xlbudget.hosts.check_given import given


@pytest.fixture(autouse=True)
def inbox(here):
    """A folder of workbooks, beside a district folder that holds one too."""
    for name in ("b.xlsx", "a.xlsm", "~$b.xlsx", ".~lock.a.xlsm#", "notes.txt", "old/c.xlsx"):
        path = here / "inbox" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    (folder(here / "elm") / "elm-budget.xlsx").write_bytes(b"")
    return here / "inbox"


def told(*words):
    found = given([Path(word) for word in words])
    return [path.as_posix() for path in found.paths], list(found.notes)


def test_a_workbook_is_itself_there_or_not():
    assert told("inbox/b.xlsx", "none.xlsx") == (["inbox/b.xlsx", "none.xlsx"], [])


def test_a_folder_of_workbooks_is_each_of_them_in_order():
    note = "inbox holds 2 workbooks; folders in it are not looked at."
    assert told("inbox") == (["inbox/a.xlsm", "inbox/b.xlsx"], [note])


def test_a_district_folder_is_one_and_its_workbooks_are_not_looked_at():
    note = "elm is a district folder; not looked at: 1 workbook in it."
    assert told("elm") == (["elm"], [note])


def test_any_other_folder_is_left_to_its_reading(here):
    (here / "empty").mkdir()
    assert told("empty") == (["empty"], [])


def test_marks_of_open_workbooks_are_passed_over():
    paths, notes = told("inbox/~$b.xlsx", "inbox/.~lock.a.xlsm#", "inbox/b.xlsx")
    assert paths == ["inbox/b.xlsx"]
    assert notes == [
        "Passed over: ~$b.xlsx, the mark that b.xlsx is open in a program.",
        "Passed over: .~lock.a.xlsm#, the mark that a.xlsm is open in a program.",
    ]


def test_the_same_file_under_several_names_is_looked_at_once(here):
    (here / "link.xlsx").symlink_to(here / "inbox" / "b.xlsx")
    paths, notes = told("inbox/b.xlsx", "./inbox/../inbox/b.xlsx", "link.xlsx", "elm", "elm/")
    assert paths == ["inbox/b.xlsx", "elm"]
    assert notes.count("Named twice, and looked at once: inbox/b.xlsx.") == 2
    assert "Named twice, and looked at once: elm." in notes


def test_of_a_file_and_a_link_to_it_in_one_folder_the_file_is_looked_at(inbox):
    (inbox / "a-link.xlsx").symlink_to("b.xlsx")
    assert told("inbox")[0] == ["inbox/a.xlsm", "inbox/b.xlsx"]


def test_a_link_to_itself_is_left_to_its_reading(here):
    (here / "loop.xlsx").symlink_to(here / "loop.xlsx")
    assert told("loop.xlsx") == (["loop.xlsx"], [])


def test_a_folder_that_may_not_be_opened_is_left_to_its_reading(monkeypatch):
    def barred(_):
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", barred)
    assert told("inbox") == (["inbox"], [])
