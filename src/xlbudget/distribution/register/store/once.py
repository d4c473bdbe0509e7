"""Insert what is not there yet; both databases have it, each in its dialect."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_for(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """Return an insert that can say what happens when a row is there already."""
    make = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    return make(table)


def insert_once(connection: Connection, table: Table, row: Mapping[str, object]) -> bool:
    """Insert a row, unless one with its keys is there; return whether it was inserted.

    When another run is about to insert the same row, wait for how that ends.
    """
    statement = insert_for(connection, table).values(row).on_conflict_do_nothing()
    first = next(iter(table.primary_key))
    return connection.execute(statement.returning(first)).first() is not None
