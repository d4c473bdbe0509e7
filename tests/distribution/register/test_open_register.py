"""Opening a register: made, found again, brought up to date, or refused in words."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from distribution.register.made import AT, BY, CAMPAIGN, ID, collect, everything
from xlbudget.distribution.register import open_register
from xlbudget.distribution.register.campaign import campaign_of, record_campaign
from xlbudget.distribution.register.store.tables import VERSION, VERSION_TABLE, metadata
from xlbudget.distribution.register.store.upgrade import migrations, version_of
from xlbudget.distribution.register.submissions.roll_up import rescan, roll_up
from xlbudget.errors import (
    MissingFileError,
    RegisterError,
    UnknownChoiceError,
    UnreadableFileError,
)

FILE = "register.sqlite"
OLD = "UPDATE register_version SET version_num = '0001'"
NOW = datetime(2026, 11, 23, 8, 9, 10, tzinfo=UTC)


def run(where, *statements):
    """Run statements in the database of a register, past the register."""
    url = f"sqlite:///{where / FILE}" if not isinstance(where, str) else where
    engine = create_engine(url)
    with engine.begin() as connection:
        for words in statements:
            connection.execute(text(words))
    engine.dispose()


@pytest.fixture
def old(where):
    """A register of the first version, with what a later version had recorded in it."""
    with open_register(where, at=AT) as register:
        collect(register, 2, versions=2)
        totals = roll_up(register, ID)
    run(where, "DROP TABLE roll_up", OLD)
    return where, totals


# --- made and found again
def test_a_register_is_made_in_the_folder_and_found_again(tmp_path):
    with open_register(tmp_path, at=AT) as register:
        record_campaign(register, CAMPAIGN, by=BY)
    assert [path.name for path in tmp_path.iterdir()] == [FILE]
    with open_register(str(tmp_path), at=AT) as register:
        assert campaign_of(register, ID) == CAMPAIGN
        assert register.place == str(tmp_path / FILE)


def test_sqlite_keeps_foreign_keys_and_lets_readers_read_while_one_writes(tmp_path):
    with open_register(tmp_path, at=AT) as register, register.engine.connect() as connection:
        asked = ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        told = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked]
    assert told == ["wal", 1, 1, 30_000]


# --- versions
def test_migrations_make_the_tables_that_are_declared(where):
    with open_register(where, at=AT) as register, register.engine.connect() as connection:
        options = {"version_table": VERSION_TABLE, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []
        assert version_of(connection) == VERSION


def test_a_difference_between_tables_and_migrations_would_be_seen(where):
    with open_register(where, at=AT) as register, register.engine.begin() as connection:
        connection.execute(text("ALTER TABLE school ADD COLUMN phone TEXT"))
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert [change[0] for change in compare_metadata(context, metadata)] == ["remove_column"]


def test_the_version_of_this_program_is_the_newest_migration():
    assert ScriptDirectory.from_config(migrations()).get_current_head() == VERSION


def test_an_older_register_is_carried_forward_and_nothing_is_lost(old):
    where, totals = old
    with open_register(where, at=NOW) as register:
        assert roll_up(register, ID) == totals == rescan(register, ID) != ()
        collect(register, 2, versions=3)
        assert roll_up(register, ID) == rescan(register, ID)


def test_an_older_register_is_carried_forward_from_its_first_migration(where):
    with open_register(where, at=AT) as register, register.engine.begin() as connection:
        fresh = everything(register)
        for table in [*reversed(metadata.sorted_tables)]:
            connection.execute(text(f'DROP TABLE "{table.name}"'))
        connection.execute(text(f"DROP TABLE {VERSION_TABLE}"))
        if connection.dialect.name == "postgresql":
            connection.execute(text("DROP FUNCTION event_is_kept"))
        command.upgrade(migrations(connection), "0001")
    with open_register(where, at=NOW) as register:
        assert everything(register) == fresh


def test_an_older_file_is_copied_first_under_the_date(tmp_path):
    with open_register(tmp_path, at=AT) as register:
        collect(register, 1)
    run(tmp_path, "DROP TABLE roll_up", OLD)
    open_register(tmp_path, at=NOW).close()
    open_register(tmp_path, at=NOW).close()
    copy = tmp_path / "register.bak-20261123-080910.sqlite"
    assert sorted(path.name for path in tmp_path.iterdir()) == [copy.name, FILE]
    with closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("SELECT version_num FROM register_version").fetchall() == [("0001",)]
        assert kept.execute("SELECT count(*) FROM submission").fetchall() == [(1,)]


def test_a_newer_register_is_refused_and_stays_as_it_was(where):
    open_register(where, at=AT).close()
    run(where, OLD.replace("0001", "0099"))
    with pytest.raises(RegisterError, match="version 0099, this program knows versions to"):
        open_register(where, at=AT)
    run(where, OLD.replace("0001", VERSION))
    open_register(where, at=AT).close()


# --- refusals
def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(MissingFileError, match="folder is not there"):
        open_register(tmp_path / "nowhere", at=AT)


@pytest.mark.parametrize("content", [b"PK\x03\x04" * 500, b"name;amount\n" * 100])
def test_a_file_that_is_no_register_is_refused_and_stays_as_it_was(tmp_path, content):
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(UnreadableFileError, match="not a register"):
        open_register(tmp_path, at=AT)
    assert (tmp_path / FILE).read_bytes() == content


def test_a_database_with_other_tables_is_refused(where):
    run(where, "CREATE TABLE campaign (name TEXT)")
    with pytest.raises(RegisterError, match="not the register's"):
        open_register(where, at=AT)


@pytest.mark.parametrize("address", ["mysql://x", "sqlite:///x", "postgresql+asyncpg://x", "://"])
def test_other_kinds_of_databases_are_refused(address):
    with pytest.raises(UnknownChoiceError, match="address begins with"):
        open_register(address, at=AT)


def test_a_server_that_is_not_there_is_told_without_the_password(tmp_path):
    address = f"postgresql+psycopg://ann:secret@/budget?host={tmp_path}"
    with pytest.raises(RegisterError, match="does not answer") as refused:
        open_register(address, at=AT)
    assert "secret" not in str(refused.value)
    assert "ann:***@" in refused.value.place


def test_a_database_that_is_not_there_is_told(postgresql):
    address = postgresql.schema().replace("/postgres?", "/nowhere?")
    with pytest.raises(RegisterError, match="does not let you in"):
        open_register(address, at=AT)


@pytest.mark.parametrize(
    ("missing", "code"),
    [
        ("sqlalchemy", "import xlbudget.distribution.register.status"),
        (
            "psycopg",
            "import xlbudget.distribution.register as r\nr.open_register('postgresql://', at=None)",
        ),
    ],
)
def test_a_missing_package_is_told_with_the_way_to_get_it(missing, code):
    code = f"import sys\nsys.modules['{missing}'] = None\n{code}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    last = done.stderr.splitlines()[-1]
    assert last.startswith("xlbudget.errors.RegisterError: ")
    assert f"The Python package {missing} is not installed" in last
    assert 'pip install "xlbudget[distribution]"' in last
