"""walk: every file of a folder, in a fixed order, and nothing outside it."""

import os

import pytest

from xlbudget.distribution.inbox import look_into
from xlbudget.distribution.inbox.found import Found
from xlbudget.distribution.inbox.walk import MOST_DEEP, walk
from xlbudget.errors import MissingFileError


def names(*roots, apart=()):
    """Return the names that a walk gives, and the code of what it refuses."""
    return [
        each.name if isinstance(each, Found) else (each.name, each.findings[0].code)
        for each in walk(roots, apart)
    ]


def test_folders_in_folders_by_name_whatever_the_capitals(mail):
    for name in ("b.xlsx", "North/z.xlsx", "A.xlsx", "north/a.xlsx", "C/D/e.xlsx"):
        mail.put(name)
    assert names(mail.inbox) == ["A.xlsx", "b.xlsx", "C/D/e.xlsx", "North/z.xlsx", "north/a.xlsx"]


def test_several_folders_are_told_apart_and_none_is_met_twice(mail, tmp_path):
    mail.put("North/a.xlsx")
    more = tmp_path / "late"
    more.mkdir()
    (more / "a.xlsx").touch()
    assert names(mail.inbox, more, mail.inbox / "North") == ["inbox/North/a.xlsx", "late/a.xlsx"]


def test_a_single_file_is_an_inbox_too(mail):
    assert names(mail.put("a.xlsx")) == ["a.xlsx"]


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(MissingFileError):
        names(tmp_path / "none")


def test_what_stands_apart_is_not_looked_into(mail):
    mail.put("a.xlsx")
    mail.put("received/b.xlsx")
    assert names(mail.inbox, apart=[mail.inbox / "received"]) == ["a.xlsx"]


def test_links_lead_nowhere_outside(mail, tmp_path):
    (tmp_path / "secret.xlsx").touch()
    mail.put("North/a.xlsx")
    (mail.inbox / "1 out.xlsx").symlink_to(tmp_path / "secret.xlsx")
    (mail.inbox / "2 up").symlink_to(tmp_path)
    (mail.inbox / "3 round").symlink_to(mail.inbox)
    (mail.inbox / "4 nowhere.xlsx").symlink_to(mail.inbox / "gone.xlsx")
    (mail.inbox / "5 loop").symlink_to(mail.inbox / "5 loop")
    (mail.inbox / "6 in.xlsx").symlink_to(mail.inbox / "North" / "a.xlsx")
    assert names(mail.inbox) == [
        ("1 out.xlsx", "XLD-03"),
        ("2 up", "XLD-03"),
        "3 round",
        ("4 nowhere.xlsx", "XLD-06"),
        ("5 loop", "XLD-06"),
        "6 in.xlsx",
        "North/a.xlsx",
    ]


def test_a_pipe_is_not_waited_for(mail):
    os.mkfifo(mail.inbox / "pipe.xlsx")
    assert names(mail.inbox) == [("pipe.xlsx", "XLD-01")]


def test_folders_of_systems_are_passed_over_and_counted(mail):
    mail.put("$RECYCLE.BIN/a.xlsx")
    mail.put("North/.Trash-1000/a.xlsx")
    got = mail.look()
    assert (got.replies, got.passed_over) == ((), 2)


def test_a_folder_that_may_not_be_entered_stops_nothing(mail, monkeypatch):
    mail.put("North/a.xlsx")
    mail.put("South/b.xlsx")
    entries = type(mail.inbox).iterdir

    def guarded(path):
        if path.name == "North":
            raise PermissionError(13, "Permission denied")
        return entries(path)

    monkeypatch.setattr(type(mail.inbox), "iterdir", guarded)
    assert names(mail.inbox) == [("North", "XLD-06"), "South/b.xlsx"]


def test_folders_deeper_than_people_make_are_told(mail):
    mail.put("/".join(["d"] * (MOST_DEEP + 2)) + "/a.xlsx")
    assert names(mail.inbox) == [("/".join(["d"] * (MOST_DEEP + 1)), "XLD-06")]


def test_a_name_that_no_letters_spell_is_shown(mail):
    with open(os.path.join(os.fsencode(mail.inbox), b"caf\xe9\n.xlsx"), "wb"):  # noqa: PTH118, PTH123
        pass
    inbox = look_into([mail.inbox], mail.copies)
    assert inbox.replies[0].name == "caf��.xlsx"
