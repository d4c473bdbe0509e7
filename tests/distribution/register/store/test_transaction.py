"""Transactions: whole or not at all, again when another run was in the way."""

import sqlite3

import pytest
from sqlalchemy import func, select, text

from xlbudget.distribution.register.store import transaction
from xlbudget.distribution.register.store.tables import school
from xlbudget.distribution.register.store.transaction import reading, write
from xlbudget.errors import LockedFileError, RegisterError


def busy():
    error = sqlite3.OperationalError("database is locked")
    error.sqlite_errorname = "SQLITE_BUSY"
    return error


@pytest.fixture
def tries(monkeypatch):
    monkeypatch.setattr(transaction.time, "sleep", lambda _seconds: None)
    return []


def test_work_that_fails_leaves_nothing(register):
    def half(connection):
        connection.execute(text("UPDATE school SET name = 'half'"))
        raise KeyError

    with pytest.raises(KeyError):
        write(register, half)
    with reading(register) as connection:
        assert connection.scalar(select(func.count()).where(school.c.name == "half")) == 0


def test_work_in_whose_way_another_run_was_is_done_again(register, tries, monkeypatch):
    monkeypatch.setattr(transaction, "is_passing", lambda error: "not there" not in str(error))

    def work(connection):
        tries.append(1)
        if len(tries) < 3:
            connection.execute(text("SELECT * FROM nowhere"))
        return "done"

    assert write(register, work) == "done"
    assert len(tries) == 3


def test_nobody_waits_for_ever(register, tries, monkeypatch):
    monkeypatch.setattr(register.engine.dialect.loaded_dbapi, "Error", sqlite3.Error)

    def work(_connection):
        tries.append(1)
        raise busy()

    with pytest.raises(LockedFileError, match="Another program"):
        write(register, work)
    assert len(tries) == 12


def test_a_question_that_fails_is_told_in_words(register):
    with pytest.raises(RegisterError, match="refused"), reading(register) as connection:
        connection.execute(text("SELECT * FROM nowhere"))
