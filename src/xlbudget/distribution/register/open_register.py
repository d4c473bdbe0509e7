"""Open a campaign's register: a file in its folder, or a database that an office shares."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event

from xlbudget.distribution.register.store.handle import Register
from xlbudget.distribution.register.store.place import file_of, shown, url_of
from xlbudget.distribution.register.store.tables import VERSION
from xlbudget.distribution.register.store.transaction import WRITES, patiently
from xlbudget.distribution.register.store.upgrade import upgrade, version_of
from xlbudget.errors import RegisterError

_PATIENCE = 30  # seconds to wait for another run to end its transaction


def open_register(where: Path | str, *, at: datetime) -> Register:
    """Return the register of a campaign; it is made when there is none, and brought up to date.

    Args:
        where: The campaign's folder, which holds ``register.sqlite``, or the address of a
            database: ``postgresql+psycopg://user@host/database``.
        at: Now, with a time zone: the name of the copy of a register of an older version.

    Raises:
        MissingFileError: There is no such folder.
        UnknownChoiceError: The address names another kind of database.
        LockedFileError: The file may not be written, or another program holds it.
        UnreadableFileError: The file is no register.
        RegisterError: The database does not answer, or a newer program made the register.

    """
    url = url_of(where)
    file = file_of(url)
    try:
        engine = create_engine(url, **_settings(file))
    except ModuleNotFoundError as error:
        raise RegisterError(
            saw=f"The Python package {error.name} is not installed",
            wants="A register in PostgreSQL needs it",
            fix='Install it with: pip install "xlbudget[distribution]"',
            place=shown(url),
        ) from error
    if file is None:
        event.listen(engine, "connect", _prepare_postgresql)
    else:
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    register = Register(engine, shown(url))
    try:
        _bring_up_to_date(register, file, at)
    except BaseException:
        register.close()
        raise
    return register


def _settings(file: Path | None) -> dict[str, Any]:
    """Return what the driver needs to know; a connection that a server has dropped is renewed."""
    if file is not None:
        return {"connect_args": {"timeout": _PATIENCE, "check_same_thread": False}}
    return {"pool_pre_ping": True, "connect_args": {"connect_timeout": _PATIENCE}}


def _bring_up_to_date(register: Register, file: Path | None, at: datetime) -> None:
    if patiently(register, partial(_version, register)) != VERSION:
        upgrade(register, file=file, at=at)


def _version(register: Register) -> str:
    with register.engine.connect() as connection:
        return version_of(connection)


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """Set up a connection: transactions are ours to begin, keys hold, readers do not wait."""
    connection.isolation_level = None
    for words in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = NORMAL"):
        connection.execute(f"PRAGMA {words}")


def _prepare_postgresql(connection: Any, _record: object) -> None:  # noqa: ANN401 - psycopg's
    """Set up a connection: a run that stands still holds up another one only for a while."""
    connection.execute(f"SET lock_timeout = '{_PATIENCE}s'")
    connection.commit()


def _begin_sqlite(connection: Connection) -> None:
    """Begin a transaction; one that will write takes its turn before it reads."""
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
