"""Many rows at once, in both databases alike."""

from sqlalchemy import select

from distribution.register.made import record
from xlbudget.distribution.register.store.bulk import insert_rows
from xlbudget.distribution.register.store.tables import finding
from xlbudget.distribution.register.store.transaction import reading, write

TEXT = 'tab\t, line\nend, \\N, "quoted", {braces}, Ω 📱, NULL'


def test_rows_come_back_as_they_were_written(register):
    key = record(register, 1).submission_id
    rows = [
        (key, n, "warning", "", "", TEXT, "", "", "", n or None, "", "", "") for n in range(600)
    ]
    write(register, lambda connection: insert_rows(connection, finding, rows))
    with reading(register) as connection:
        kept = connection.execute(select(finding).order_by(finding.c.position)).all()
    assert [tuple(row) for row in kept] == rows


def test_no_rows_are_no_work(register):
    write(register, lambda connection: insert_rows(connection, finding, []))
    with reading(register) as connection:
        assert connection.execute(select(finding)).all() == []
