"""Many rows at once, by the fastest way that each database has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table

Row = tuple[object, ...]


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Write rows into a table: ``executemany`` in SQLite, ``COPY`` in PostgreSQL.

    Args:
        connection: A connection within a transaction.
        table: Where they go.
        rows: Plain values (JSON as text) in the order of the table's columns.

    """
    if not rows:
        return
    quote = connection.dialect.identifier_preparer.quote
    columns = ", ".join(quote(column.name) for column in table.columns)
    if connection.dialect.name == "postgresql":
        _copy(connection, f"COPY {quote(table.name)} ({columns}) FROM STDIN", rows)
        return
    marks = ", ".join("?" * len(table.columns))
    text = f"INSERT INTO {quote(table.name)} ({columns}) VALUES ({marks})"  # noqa: S608 - ours
    connection.exec_driver_sql(text, list(rows))


def _copy(connection: Connection, text: str, rows: Sequence[Row]) -> None:
    driver: Any = connection.connection.driver_connection  # psycopg's, which has COPY
    with driver.cursor() as cursor, cursor.copy(text) as copy:
        for row in rows:
            copy.write_row(row)
