"""Bringing a register up to date: once, and with nothing left behind when it fails."""

import sqlite3

import pytest

from distribution.register.made import AT, everything
from xlbudget.distribution.register import open_register
from xlbudget.distribution.register.store import upgrade as module
from xlbudget.distribution.register.store.place import FILE_NAME
from xlbudget.distribution.register.store.upgrade import upgrade
from xlbudget.errors import RegisterError


def test_a_register_of_this_version_stays_as_it_is(register):
    before = everything(register)
    upgrade(register, file=None, at=AT)
    assert everything(register) == before


def test_a_copy_that_fails_is_not_left_and_the_register_stays_of_its_version(tmp_path, monkeypatch):
    open_register(tmp_path, at=AT).close()
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        connection.execute("DROP TABLE roll_up")
        connection.execute("UPDATE register_version SET version_num = '0001'")
    connection.close()
    real = sqlite3.connect

    def full(path, *words, **named):
        if ".bak-" not in str(path):
            return real(path, *words, **named)
        path.write_bytes(b"half")
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    monkeypatch.setattr(module.sqlite3, "connect", full)
    with pytest.raises(RegisterError, match="disk takes no more"):
        open_register(tmp_path, at=AT)
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]
    monkeypatch.undo()
    open_register(tmp_path, at=AT).close()
    assert len(list(tmp_path.iterdir())) == 2
