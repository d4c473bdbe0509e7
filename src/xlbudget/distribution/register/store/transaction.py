"""Ask and write the register: whole or not at all, again when another run was in the way."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from xlbudget.distribution.register.store.handle import Register
from xlbudget.distribution.register.store.place import file_of
from xlbudget.distribution.register.store.refusal import gone, is_passing, refusal_of

T = TypeVar("T")
WRITES = "register_writes"  # the execution option that makes SQLite lock before it reads
_TRIES = 12
_FIRST_WAIT = 0.02  # seconds
_LONGEST = 60.0  # seconds after which nothing is tried again


@contextmanager
def reading(register: Register) -> Iterator[Connection]:
    """Give a connection that sees the register as it stands now, until the block ends.

    Raises:
        FileError: The database does not answer, in words.

    """
    try:
        with register.engine.connect() as connection, connection.begin():
            yield connection
    except (DBAPIError, register.engine.dialect.loaded_dbapi.Error) as error:
        raise refusal_of(_cause(error), register.place) from error


def write(register: Register, work: Callable[[Connection], T]) -> T:
    """Run work in one transaction: all of it is recorded, or none.

    Args:
        register: The open register.
        work: What to do; it may be called again, when another run was in the way.

    Raises:
        FileError: The database does not take it, in words; nothing of it is recorded.
        RegisterError: The register's file was deleted meanwhile.

    """
    done = patiently(register, partial(_once, register, work))
    file = file_of(register.engine.url)
    if file is not None and not file.exists():
        raise gone(register.place)  # SQLite goes on writing to a file that was deleted
    return done


def patiently(register: Register, run: Callable[[], T]) -> T:
    """Return what a function returns, called again while another run is in the way."""
    until = time.monotonic() + _LONGEST
    attempt = 0
    while True:
        attempt += 1
        try:
            return run()
        except (DBAPIError, register.engine.dialect.loaded_dbapi.Error) as error:
            cause = _cause(error)
            is_last = attempt == _TRIES or time.monotonic() > until
            if is_last or not is_passing(cause):
                raise refusal_of(cause, register.place) from error
        time.sleep(_FIRST_WAIT * attempt * (1 + random.random()))  # noqa: S311 - no secret


def _once(register: Register, work: Callable[[Connection], T]) -> T:
    with register.engine.connect() as connection:
        connection.execution_options(**{WRITES: True})
        with connection.begin():
            return work(connection)


def _cause(error: BaseException) -> BaseException:
    return (error.orig or error) if isinstance(error, DBAPIError) else error
