"""Finished files go to their places: all are allowed first, and the same bytes stay."""

import pytest

from distribution.consolidate.made import AT
from xlbudget.distribution.consolidate.put import put_files
from xlbudget.errors import ExistingFileError, FileError


@pytest.fixture
def pairs(tmp_path):
    """Two finished files, and where they go: a folder that is not there yet."""
    beside, there = tmp_path / "beside", tmp_path / "there"
    beside.mkdir()
    for name in ("a.csv", "b.xlsx"):
        (beside / name).write_bytes(name.encode())
    return [(beside / "a.csv", there / "a.csv"), (beside / "b.xlsx", tmp_path / "b.xlsx")]


def put(pairs, **options):
    return [saved.path.name for saved in put_files(pairs, **{"force": False, "at": AT} | options)]


def test_files_are_put_and_the_same_bytes_are_left_alone(pairs):
    assert put(pairs) == ["a.csv", "b.xlsx"]
    assert put(pairs) == []


def test_another_file_is_not_replaced_and_nothing_is_put(pairs):
    pairs[1][1].write_bytes(b"somebody's")
    with pytest.raises(ExistingFileError):
        put(pairs)
    assert not pairs[0][1].exists()
    assert pairs[1][1].read_bytes() == b"somebody's"


def test_with_force_a_dated_copy_is_kept(pairs):
    put(pairs)
    pairs[0][0].write_bytes(b"new")
    (saved,) = put_files(pairs, force=True, at=AT)
    assert saved.backup.name == "a.bak-20260301-123000.csv"
    assert (saved.backup.read_bytes(), saved.path.read_bytes()) == (b"a.csv", b"new")


def test_a_table_of_other_contents_is_not_replaced_unasked(pairs):
    put(pairs)
    pairs[0][0].write_bytes(b"new")
    with pytest.raises(ExistingFileError):
        put(pairs)


def test_what_a_killed_run_left_is_cleared_away(pairs):
    pairs[0][1].parent.mkdir()
    left = pairs[0][1].with_name(".a.csv.77.part")
    left.write_bytes(b"half")
    put(pairs)
    assert not left.exists()


def test_a_place_that_is_no_folder_is_refused_in_words(pairs, tmp_path):
    (tmp_path / "there").write_bytes(b"a file")
    with pytest.raises(FileError) as refusal:
        put(pairs)
    assert "cannot be written" in refusal.value.saw
