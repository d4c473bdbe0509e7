"""A step puts a file as a whole or not at all, and removes no folder that is not empty."""

import os

import pytest

from xlbudget.errors import LockedFileError
from xlbudget.hosts.step import put_file, remove_empty, remove_file


def test_a_file_is_put_into_a_folder_that_is_made(tmp_path):
    put_file(b"new", tmp_path / "a" / "b" / "x.xlam")
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["x.xlam"]
    assert (tmp_path / "a" / "b" / "x.xlam").read_bytes() == b"new"


def test_a_file_that_is_held_stays_as_it_was_and_nothing_lies_beside_it(tmp_path, monkeypatch):
    def held(*_):
        raise PermissionError(13, "The process cannot access the file")

    (tmp_path / "x.xlam").write_bytes(b"old")
    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(LockedFileError, match="Close every Excel window"):
        put_file(b"new", tmp_path / "x.xlam")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_a_file_that_is_gone_needs_no_removal(tmp_path):
    remove_file(tmp_path / "x.xlam")
    assert list(tmp_path.iterdir()) == []


def test_only_an_empty_folder_is_removed(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "hers").touch()
    for name in ("empty", "full", "none"):
        remove_empty(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == ["full"]
