"""Copies beside a workbook: named by the moment and the reason, the newest first, not too many."""

from datetime import datetime, timedelta

import pytest

from xlbudget.errors import FileError, MissingFileError
from xlbudget.workbook.act import keep, kept_copies
from xlbudget.workbook.act.kept import MOST_KEPT, kept_copy

NOON = datetime(2026, 11, 24, 10, 15)  # noqa: DTZ001 - the clock of the machine


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "our budget.xlsx"
    path.write_bytes(b"as it was")
    return path


def test_a_copy_lies_in_a_folder_beside_the_workbook(book, tmp_path):
    kept = keep(book, "before add-line", NOON)
    assert kept.path == tmp_path / "our budget.kept" / "2026-11-24T101500 before add-line.xlsx"
    assert kept.path.read_bytes() == b"as it was"
    assert kept_copies(book) == (kept,)


def test_the_newest_stands_first_and_two_of_one_second_are_both_there(book):
    for seconds, reason in ((0, "one"), (0, "two"), (60, "three"), (0, "one")):
        keep(book, reason, NOON + timedelta(seconds=seconds))
    names = [kept.name for kept in kept_copies(book)]
    assert names[0] == "2026-11-24T101600 three"
    assert sorted(names[1:]) == [
        "2026-11-24T101500 one",
        "2026-11-24T101500 two",
        "2026-11-24T101500-2 one",
    ]


def test_no_more_than_enough_are_kept_and_other_files_of_the_folder_stay(book, tmp_path):
    keep(book, "", NOON)
    own = tmp_path / "our budget.kept" / "my notes.xlsx"
    own.write_bytes(b"mine")
    for day in range(1, MOST_KEPT + 5):
        keep(book, "check", NOON + timedelta(days=day))
    kept = kept_copies(book)
    assert len(kept) == MOST_KEPT
    assert kept[-1].at == NOON + timedelta(days=5)
    assert own.exists()


def test_a_reason_is_made_a_name_that_every_system_takes(book):
    kept = keep(book, ' a/b: "c"\n<..> \\ ' + "long " * 30, NOON)
    assert kept.name.startswith("2026-11-24T101500 a b c long long")
    assert len(kept.name) < 90
    assert kept_copy(book, kept.name).path == kept.path


def test_a_copy_that_is_not_there_is_refused_and_those_that_are_named(book):
    keep(book, "before check", NOON)
    with pytest.raises(MissingFileError) as refusal:
        kept_copy(book, "2026-01-01T000000")
    assert "2026-11-24T101500 before check" in refusal.value.fix


def test_a_folder_that_takes_no_files_is_a_refusal_in_words(book):
    book.with_name("our budget.kept").write_text("a file of that name")
    with pytest.raises(FileError) as refusal:
        keep(book, "before add-line", NOON)
    assert refusal.value.saw.startswith("A copy of the workbook cannot be kept")
