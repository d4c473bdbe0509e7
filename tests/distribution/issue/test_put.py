"""Files are put whole or not at all; a full disk and a folder without rights are told in words."""

import errno
import os
import shutil
import tempfile
from hashlib import sha256
from pathlib import Path

import pytest

from distribution.issue.made import (
    budget_of,
    go,
    issue_on_a_full_disk,
    issue_without_rights,
    tree,
    whole,
)
from distribution.register.processes import together
from xlbudget.distribution.issue.put import digest_of, put, put_all, set_aside, sweep_all
from xlbudget.errors import FileError
from xlbudget.hosts.sample import sample_folder


@pytest.fixture
def open_folder():
    """A folder that every user may look into, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp(prefix="xlbudget-campaign-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_a_file_is_put_whole_and_what_a_killed_run_left_goes(tmp_path):
    (tmp_path / ".a.xlsx.77.part").write_bytes(b"half")
    put(tmp_path / "a.xlsx", b"whole")
    assert tree(tmp_path) == {"a.xlsx": b"whole"}
    assert digest_of(tmp_path / "a.xlsx") == sha256(b"whole").hexdigest()
    assert digest_of(tmp_path / "b.xlsx") == ""


def test_many_files_are_put_and_leave_nothing_beside_them(tmp_path):
    (tmp_path / ".b.xlsx.77.part").write_bytes(b"half")
    files = {f"{name}.xlsx": name.encode() for name in "abcdefg"}
    sweep_all(tmp_path)
    put_all([(tmp_path / name, data) for name, data in files.items()])
    assert tree(tmp_path) == files


def test_a_file_that_another_run_swept_away_is_put_all_the_same(tmp_path, monkeypatch):
    left = [1]

    def swept(part):
        if left and left.pop():
            part.unlink()

    monkeypatch.setattr("xlbudget.distribution.issue.put.settle", swept)
    put_all([(tmp_path / name, b"whole") for name in ("a.xlsx", "b.xlsx")])
    assert tree(tmp_path) == {"a.xlsx": b"whole", "b.xlsx": b"whole"}


def test_only_files_of_earlier_issues_are_set_aside(tmp_path):
    put(tmp_path / "a_1.xlsx", b"first")
    put(tmp_path / "b_2.xlsx", b"edited")
    known = {sha256(b"first").hexdigest(): ("a_1.xlsx", 1), "other": ("b_2.xlsx", 1)}
    set_aside(tmp_path, known)
    set_aside(tmp_path, known)
    assert tree(tmp_path) == {"b_2.xlsx": b"edited", "earlier/a_1.1.xlsx": b"first"}


def test_a_full_disk_is_told_and_nothing_is_there(tmp_path):
    root = tmp_path / "fy27"
    codes, ((kind, saw, _),) = together(issue_on_a_full_disk, str(root), str(sample_folder()))
    assert (codes, kind) == ([0], "FileError")
    assert "cannot be written" in saw
    assert not root.exists()


def test_a_disk_that_is_full_in_the_middle_is_told_and_the_next_run_goes_on(tmp_path, monkeypatch):
    budget = budget_of(sample_folder())
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full_after(2))
        with pytest.raises(FileError, match=r"No space left.*goes on where it stopped"):
            go(tmp_path / "fy27", budget)
    there = tree(tmp_path / "fy27" / "out")
    go(tmp_path / "fy27", budget)
    go(tmp_path / "alone", budget)
    assert len(there) <= 2
    assert there.items() <= tree(tmp_path / "alone" / "out").items()
    assert whole(tmp_path / "fy27") == whole(tmp_path / "alone")


def full_after(files):
    """A disk that takes so many more files into the folder out."""
    left = [files]
    real = os.fsync

    def fsync(number):
        name = str(Path(f"/proc/self/fd/{number}").readlink())
        left[0] -= "/out/" in name
        if left[0] < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(number)

    return fsync


def test_a_folder_without_rights_is_told(open_folder):
    codes, ((kind, saw, _),) = together(
        issue_without_rights, str(open_folder / "fy27"), str(sample_folder())
    )
    assert (codes, kind) == ([0], "LockedFileError")
    assert "cannot be" in saw
    assert list(open_folder.iterdir()) == []
