"""Full disks, folders without rights, databases that go away: words, and nothing is lost."""

import shutil
import tempfile
from pathlib import Path

import pytest

from distribution.register.made import AT, ID, collect, everything, line, record, school_ids
from distribution.register.processes import (
    collect_into,
    collect_on_a_full_disk,
    collect_without_rights,
    together,
)
from xlbudget.distribution.register import open_register
from xlbudget.distribution.register.store import transaction
from xlbudget.distribution.register.submissions.submission import submissions_of
from xlbudget.errors import LockedFileError, RegisterError

SCHOOLS = 40
ROOM = 400_000  # bytes, too few for what is collected


@pytest.fixture
def open_folder():
    """A folder that every user may look into, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp(prefix="xlbudget-campaign-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_full_disk_is_told_and_what_was_recorded_is_kept(tmp_path):
    codes, ((kind, saw, place),) = together(collect_on_a_full_disk, tmp_path, SCHOOLS, 1, ROOM)
    assert (codes, kind) == ([0], "RegisterError")
    assert "disk takes no more" in saw
    assert place.endswith("register.sqlite")
    with open_register(tmp_path, at=AT) as register:
        assert 0 < len(list(submissions_of(register, ID))) < SCHOOLS
        collect(register, SCHOOLS)
        disturbed = everything(register)
    (tmp_path / "alone").mkdir()
    with open_register(tmp_path / "alone", at=AT) as register:
        collect(register, SCHOOLS)
        assert everything(register) == disturbed


def test_a_folder_without_rights_is_told(open_folder):
    open_folder.chmod(0o555)
    _, ((kind, saw, _),) = together(collect_without_rights, open_folder, 1, 1)
    assert kind == "LockedFileError"
    assert "may not be written" in saw
    assert list(open_folder.iterdir()) == []


def test_a_register_without_rights_is_told_and_not_changed(open_folder):
    collect_into(open_folder, 1, 1)
    open_folder.chmod(0o555)
    (open_folder / "register.sqlite").chmod(0o444)
    before = (open_folder / "register.sqlite").read_bytes()
    _, ((kind, _, _),) = together(collect_without_rights, open_folder, 2, 1)
    assert kind == "LockedFileError"
    assert (open_folder / "register.sqlite").read_bytes() == before


def test_a_register_that_another_program_holds_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(transaction, "_LONGEST", 0.1)
    with open_register(tmp_path, at=AT) as register, open_register(tmp_path, at=AT) as other:
        collect(register, 1)
        with register.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 10")
        holding = other.engine.raw_connection()
        holding.cursor().execute("BEGIN IMMEDIATE")
        with pytest.raises(LockedFileError, match="Another program holds"):
            record(register, 99)
        holding.rollback()
        holding.close()
        assert record(register, 99).is_new


def test_a_server_that_stops_in_the_middle_is_told_and_nothing_is_lost(postgresql):
    where = postgresql.schema()
    with open_register(where, at=AT) as register:
        collect(register, 2)
        postgresql.halt()
        try:
            with pytest.raises(RegisterError, match="does not answer"):
                record(register, 99)
            with pytest.raises(RegisterError, match="does not answer"):
                open_register(where, at=AT)
        finally:
            postgresql.start()
        assert record(register, 99, later=9, lines=[line(1)]).is_new
        assert len(list(submissions_of(register, ID))) == 3


def test_a_connection_that_is_cut_within_a_transaction_leaves_nothing_of_it(postgresql):
    with open_register(postgresql.schema(), at=AT) as register:
        collect(register, 1)
        before = everything(register)

        def half(connection):
            connection.exec_driver_sql("UPDATE school SET name = 'half'")
            connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")

        with pytest.raises(RegisterError, match="does not answer"):
            transaction.write(register, half)
        assert everything(register) == before
        assert school_ids(1) == ["0001"]
        assert record(register, 99).is_new
