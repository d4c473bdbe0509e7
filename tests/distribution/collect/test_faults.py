"""collect as a command when something gives way: words, an exit code, and nothing is lost."""

import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from distribution.collect.made import AT, STATES, Issued, bytes_of, fill_inbox, issued
from distribution.collect.processes import (
    collect_by_command,
    collect_on_a_full_disk,
    collect_without_rights,
)
from distribution.register.made import everything
from distribution.register.processes import together
from xlbudget.distribution.register import open_register
from xlbudget.distribution.register.store import transaction
from xlbudget.hosts.exits import ExitCode

TAKEN, SOME_BAD = 2, ExitCode.FINDINGS
ROOM = 60_000  # bytes: fewer than a school's workbook has


@pytest.fixture(scope="module")
def begun(tmp_path_factory, answer):
    """A campaign whose mixed inbox is not collected yet."""
    campaign = issued(tmp_path_factory.mktemp("faults") / "fy27")
    fill_inbox(campaign.inbox, campaign.out, answer)
    return campaign.root


@pytest.fixture
def root(begun, tmp_path):
    """A copy of that campaign."""
    return Path(shutil.copytree(begun, tmp_path / "fy27"))


@pytest.fixture(scope="module")
def undisturbed(begun, tmp_path_factory):
    """All that an undisturbed run leaves."""
    root = Path(shutil.copytree(begun, tmp_path_factory.mktemp("alone") / "fy27"))
    assert collect_by_command(root)[0] == SOME_BAD
    return whole(root)


@pytest.fixture
def open_folder():
    """A folder that every user may look into, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp(prefix="xlbudget-campaign-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def whole(root):
    """The bytes of every file of a campaign but the register's, and all that its register says."""
    with open_register(root, at=AT) as register:
        held = everything(register)
    files = {name: data for name, (data, _) in bytes_of(root).items() if "sqlite" not in name}
    return files, held


def at_each_file(call):
    """Call a function with the number of each file before it is recorded."""
    seen = [0]

    def before(_connection, _cursor, statement, *_rest):
        if statement.startswith("INSERT INTO submission"):
            seen[0] += 1
            call(seen[0])

    event.listen(Engine, "before_cursor_execute", before)
    return lambda: event.remove(Engine, "before_cursor_execute", before)


def recorded(where):
    """How many files a register knows."""
    with open_register(where, at=AT) as register:
        return len(everything(register)["submission"])


def test_a_full_disk_is_told_and_running_again_completes(root, undisturbed):
    _, ((code, words),) = together(collect_on_a_full_disk, root, ROOM)
    assert code == ExitCode.LOCKED
    assert "disk has room" in words
    assert collect_by_command(root)[0] == SOME_BAD
    assert whole(root) == undisturbed


def test_a_folder_without_rights_is_told_and_not_changed(begun, open_folder):
    root, spare = (Path(shutil.copytree(begun, open_folder / name)) for name in ("a", "b"))
    for path in root.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = bytes_of(root)
    _, ((code, words),) = together(collect_without_rights, root, spare)
    assert code == ExitCode.LOCKED
    assert "may" in words
    assert bytes_of(root) == before


def test_a_server_that_stops_in_the_middle_is_told_and_running_again_completes(
    tmp_path, answer, postgresql
):
    url = postgresql.schema()
    campaign = issued(tmp_path / "fy27", register=url)
    fill_inbox(campaign.inbox, campaign.out, answer)
    stop = at_each_file(lambda number: postgresql.halt() if number == TAKEN + 1 else None)
    try:
        code, words = collect_by_command(campaign.root, url)
    finally:
        stop()
        postgresql.start()
    assert (code, "does not answer" in words) == (ExitCode.LOCKED, True)
    assert recorded(url) == TAKEN
    assert collect_by_command(campaign.root, url)[0] == SOME_BAD
    files = campaign.collect(where=url).files
    assert {one.name: one.state.value for one in files} == STATES


def test_a_register_that_is_deleted_in_the_middle_is_told_and_its_copy_completes(
    root, undisturbed, tmp_path
):
    file = root / "register.sqlite"
    copy = shutil.copy(file, tmp_path / "copy")
    stop = at_each_file(lambda number: file.unlink() if number == TAKEN + 1 else None)
    try:
        code, words = collect_by_command(root)
    finally:
        stop()
    assert code == ExitCode.LOCKED
    assert "not there any more" in words
    code, words = collect_by_command(root)
    assert (code, "no register" in words) == (ExitCode.USAGE, True)
    shutil.copy(copy, file)
    assert collect_by_command(root)[0] == SOME_BAD
    assert whole(root) == undisturbed


def test_a_register_that_another_program_holds_is_told_and_running_again_completes(
    root, undisturbed, monkeypatch
):
    monkeypatch.setattr(transaction, "_LONGEST", 0.1)
    monkeypatch.setattr(sys.modules[open_register.__module__], "_PATIENCE", 0.01)
    with closing(sqlite3.connect(root / "register.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        code, words = collect_by_command(root)
        other.rollback()
    assert (code, "Another program holds the register" in words) == (ExitCode.LOCKED, True)
    assert collect_by_command(root)[0] == SOME_BAD
    assert whole(root) == undisturbed


def test_two_commands_at_once_end_as_one(root, undisturbed):
    codes, told = together(collect_by_command, root, times=2)
    assert codes == [0, 0]
    assert {code for code, _ in told} == {SOME_BAD}
    assert whole(root) == undisturbed


def test_two_commands_at_once_on_postgresql_end_as_one(tmp_path, answer, postgresql):
    url = postgresql.schema()
    campaign = issued(tmp_path / "fy27", register=url)
    fill_inbox(campaign.inbox, campaign.out, answer)
    codes, told = together(collect_by_command, campaign.root, url, times=2)
    assert codes == [0, 0]
    assert {code for code, _ in told} == {SOME_BAD}
    files = Issued(campaign.root).collect(where=url).files
    assert {one.name: one.state.value for one in files} == STATES
