"""One workbook or folder: what it is, what was found, or why it was not read."""

import os
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from hosts.folders import LINES, folder
from xlbudget.errors import MissingFileError, UnreadableFileError
from xlbudget.hosts import checked
from xlbudget.hosts.checked import Kind, check_or_refuse, check_path
from xlbudget.hosts.exits import ExitCode
from xlbudget.workbook.lint import Profile

SIDECAR = '[[suppress]]\ncode = "{}"\nreason = "May"\nby = "Ana"\ndate = 2026-09-01\n'


@pytest.fixture
def plain(tmp_path):
    """A workbook that is not ours, without a fault."""
    path = tmp_path / "costs-of-schools.xlsx"
    with Workbook(path) as book:
        book.set_properties({"title": "Costs", "author": "Ana"})
        book.add_worksheet("Costs").write("A1", "Costs")
    return path


def test_a_folder_is_judged_as_a_budget(sound):
    one = check_path(sound)
    assert (one.kind, one.profile, one.code) == (Kind.FOLDER, None, ExitCode.OK)


def test_warnings_of_a_folder_may_be_explained_beside_it(tmp_path):
    place = folder(tmp_path / "elm", line_items_csv=LINES.replace(",G1,", ",,"))
    assert check_path(place).code is ExitCode.FINDINGS
    for code in ("XLR-09", "XLR-12"):
        with (tmp_path / "elm.lint.toml").open("a") as file:
            file.write(SIDECAR.format(code))
    one = check_path(place)
    assert one.judged.in_words == "0 fatal; 2 warnings, 2 explained; 0 remarks"
    assert one.code is ExitCode.OK


def test_a_workbook_is_judged_as_it_says_or_as_is_asked(plain):
    one = check_path(plain)
    assert (one.kind, one.profile) == (Kind.WORKBOOK, Profile.ANY)
    assert check_path(plain, Profile.SCHOOL).profile is Profile.SCHOOL


@pytest.mark.parametrize("words", [b"", b"PK\x03\x04", b"not a workbook", b"\xd0\xcf\x11\xe0" * 9])
def test_what_is_no_workbook_is_refused_in_words(tmp_path, words):
    path = tmp_path / "a.xlsx"
    path.write_bytes(words)
    with pytest.raises(UnreadableFileError):
        check_path(path)
    one = check_or_refuse(path)
    assert (one.kind, one.code) == (Kind.NOT_READ, ExitCode.INVALID)
    assert one.refusal.endswith("[XLB-304]")


@pytest.mark.parametrize("name", ["none.xlsx", "none", "a.txt"])
def test_what_is_not_there_is_refused_in_words(tmp_path, name):
    (tmp_path / "a.txt").write_text("notes")
    with pytest.raises(MissingFileError):
        check_path(tmp_path / name)
    assert check_or_refuse(tmp_path / name).code is ExitCode.USAGE


def test_what_may_not_be_read_is_refused_in_words(plain, monkeypatch):
    def barred(*_, **__):
        raise PermissionError(13, "Permission denied", str(plain))

    monkeypatch.setattr("xlbudget.workbook.read.book.open_package", barred)
    one = check_or_refuse(plain)
    assert one.code is ExitCode.LOCKED
    assert "It may not be read" in one.refusal


def test_what_has_no_end_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.xlsx")
    one = check_or_refuse(tmp_path / "pipe.xlsx")
    assert one.code is ExitCode.INVALID
    assert "no file that can be read" in one.refusal


def test_a_fault_of_our_own_is_told_and_stops_nothing(plain, monkeypatch, capsys):
    monkeypatch.setattr(checked, "judge_workbook", lambda *_, **__: 1 / 0)
    one = check_or_refuse(plain)
    assert one.code is ExitCode.INTERNAL
    assert "ZeroDivisionError" in one.refusal
    assert capsys.readouterr().err == ""


def test_a_name_is_shown_on_one_line():
    one = checked.Checked(Path("a\nb\x1b[31m\udcff é.xlsx"), Kind.WORKBOOK)
    assert one.name == "a?b?[31m? é.xlsx"
