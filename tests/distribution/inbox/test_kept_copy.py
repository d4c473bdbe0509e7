"""keep: the copies that are kept of what came back."""

import errno
import os
from hashlib import sha256
from pathlib import Path

import pytest

from trees import tree_of
from xlbudget.distribution.inbox.kept_copy import copy_path, keep
from xlbudget.errors import FileError, LockedFileError

DATA = b"a workbook"
DIGEST = sha256(DATA).hexdigest()


def test_a_copy_is_whole_and_read_only(tmp_path):
    keep(DATA, DIGEST, tmp_path)
    path = copy_path(DIGEST, tmp_path)
    assert path == tmp_path / DIGEST[:2] / f"{DIGEST}.xlsx"
    assert path.read_bytes() == DATA
    assert path.stat().st_mode & 0o777 == 0o444


def test_the_same_bytes_are_kept_once(tmp_path):
    keep(DATA, DIGEST, tmp_path)
    before = tree_of(tmp_path)
    keep(DATA, DIGEST, tmp_path)
    assert tree_of(tmp_path) == before


def test_half_a_copy_and_what_an_ended_run_left_are_mended(tmp_path):
    keep(DATA, DIGEST, tmp_path)
    path = copy_path(DIGEST, tmp_path)
    path.unlink()
    path.write_bytes(DATA[:4])
    path.with_name(f".{path.name}.4711.part").write_bytes(DATA[:4])
    keep(DATA, DIGEST, tmp_path)
    assert path.read_bytes() == DATA
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "kind", "said"),
    [
        (errno.ENOSPC, FileError, "No space left"),
        (errno.EACCES, LockedFileError, "the right to write"),
    ],
)
def test_a_disk_that_takes_nothing_is_said_in_words(tmp_path, monkeypatch, number, kind, said):
    def refuse(path, _):
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(kind, match=said):
        keep(DATA, DIGEST, tmp_path)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
