"""Bring a register to this program's version, once, whoever opens it first."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from xlbudget.distribution.register.store.handle import Register
from xlbudget.distribution.register.store.tables import VERSION, VERSION_TABLE, metadata
from xlbudget.distribution.register.store.transaction import write
from xlbudget.errors import RegisterError

_LOCK = 7_202_627  # any number that other programs do not use in the same database


def upgrade(register: Register, *, file: Path | None, at: datetime) -> None:
    """Bring a register to this program's version.

    Args:
        register: The register, of any version, or without any table yet.
        file: Its file in SQLite: a register of an older version is copied beside it first.
        at: Now, for the copy's name.

    Raises:
        RegisterError: A newer program has made it, or the database holds other tables.

    """
    write(register, lambda connection: _upgrade(connection, register.place, file, at))


def version_of(connection: Connection) -> str:
    """Return the version of a register; blank when it has no tables yet."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return ""
    query = text(f"SELECT version_num FROM {VERSION_TABLE}")  # noqa: S608 - ours
    return str(connection.scalar(query) or "")


def migrations(connection: Connection | None = None) -> Config:
    """Return the settings by which Alembic finds the migrations of the register."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "xlbudget.distribution.register:migrations")
    config.set_main_option("path_separator", "os")
    return config


def _upgrade(connection: Connection, place: str, file: Path | None, at: datetime) -> None:
    if connection.dialect.name == "postgresql":  # a second run waits here, then finds it done
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    version = version_of(connection)
    if version == VERSION:
        return
    config = migrations(connection)
    if not version:
        _check_empty(connection, place)
    else:
        _check_known(version, config, place)
        if file is not None:
            _copy(file, at)
    command.upgrade(config, "head")


def _check_empty(connection: Connection, place: str) -> None:
    if foreign := sorted(set(inspect(connection).get_table_names()) & set(metadata.tables)):
        raise RegisterError(
            saw=f"The database holds a table “{foreign[0]}” that is not the register's",
            wants="A register has a database, or a schema, of its own",
            fix="Make an empty database for it, and give its address",
            place=place,
        )


def _check_known(version: str, config: Config, place: str) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if version not in known:
        raise RegisterError(
            saw=f"The register is of version {version}, this program knows versions to {VERSION}",
            wants="A register is opened by the program that made it, or by a newer one",
            fix="Install the newest xlbudget, and run it again; the register is as it was",
            place=place,
        )


def _copy(file: Path, at: datetime) -> None:
    """Keep a dated copy of a register in SQLite, with all that stands in its log."""
    stem = f"{file.stem}.bak-{at:%Y%m%d-%H%M%S}"
    names = (f"{stem}{mark}{file.suffix}" for mark in ("", *(f"-{n}" for n in range(2, 1000))))
    target = next(file.with_name(name) for name in names if not file.with_name(name).exists())
    try:
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
