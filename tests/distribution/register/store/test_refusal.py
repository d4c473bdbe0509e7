"""What a database's error means to a person: every meaning, by the driver's own code."""

import sqlite3

import psycopg
import pytest

from xlbudget.distribution.register.store.refusal import is_passing, refusal_of
from xlbudget.errors import LockedFileError, RegisterError, UnreadableFileError


def sqlite_error(name):
    error = sqlite3.OperationalError("database words")
    error.sqlite_errorname = name
    return error


CASES = [
    (sqlite_error("SQLITE_FULL"), RegisterError, "disk takes no more"),
    (sqlite_error("SQLITE_IOERR_WRITE"), RegisterError, "disk takes no more"),
    (sqlite_error("SQLITE_READONLY_DBMOVED"), LockedFileError, "may not be written"),
    (sqlite_error("SQLITE_CANTOPEN"), LockedFileError, "may not be written"),
    (sqlite_error("SQLITE_BUSY_SNAPSHOT"), LockedFileError, "Another program"),
    (sqlite_error("SQLITE_CORRUPT"), UnreadableFileError, "damaged"),
    (sqlite_error("SQLITE_CONSTRAINT_CHECK"), RegisterError, "database words"),
    (psycopg.errors.DiskFull("x"), RegisterError, "disk takes no more"),
    (psycopg.errors.TooManyConnections("x"), RegisterError, "does not answer"),
    (psycopg.errors.AdminShutdown("x"), RegisterError, "does not answer"),
    (psycopg.errors.InvalidPassword("x"), RegisterError, "does not let you in"),
    (psycopg.errors.InsufficientPrivilege("x"), RegisterError, "does not let you write"),
    (psycopg.errors.ReadOnlySqlTransaction("x"), RegisterError, "does not let you write"),
    (psycopg.errors.LockNotAvailable("x"), LockedFileError, "Another program"),
    (psycopg.OperationalError("connection refused"), RegisterError, "does not answer"),
    (psycopg.InterfaceError("the connection is closed"), RegisterError, "does not answer"),
    (psycopg.DataError("fields cannot contain NUL"), RegisterError, "cannot contain NUL"),
    (psycopg.OperationalError("password authentication failed"), RegisterError, "let you in"),
]


@pytest.mark.parametrize(("error", "kind", "words"), CASES)
def test_an_error_is_told_in_words(error, kind, words):
    refused = refusal_of(error, "the place")
    assert type(refused) is kind
    assert words in refused.saw
    assert refused.place == "the place"


@pytest.mark.parametrize(
    "error",
    [
        sqlite_error("SQLITE_BUSY"),
        psycopg.errors.DeadlockDetected("x"),
        psycopg.errors.SerializationFailure("x"),
        psycopg.errors.UniqueViolation("x"),
    ],
)
def test_what_another_run_caused_passes(error):
    assert is_passing(error)


@pytest.mark.parametrize("error", [sqlite_error("SQLITE_FULL"), psycopg.errors.DiskFull("x")])
def test_what_stays_does_not_pass(error):
    assert not is_passing(error)


def test_very_long_words_are_cut():
    assert len(refusal_of(sqlite3.OperationalError("x" * 5000), "").saw) < 400
