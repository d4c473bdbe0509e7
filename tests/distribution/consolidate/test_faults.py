"""consolidate when something gives way: words, an exit code, and running again completes."""

import shutil
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from distribution.consolidate.made import AT, campaign, contract, enter, send
from distribution.consolidate.processes import (
    consolidate_now,
    consolidate_on_a_full_disk,
    consolidate_without_rights,
    whole,
)
from distribution.register.made import everything
from distribution.register.processes import together
from xlbudget.distribution.register import open_register
from xlbudget.hosts.exits import ExitCode

ROOM = 40_000  # bytes: fewer than the district's workbook has
BOOK = "fy27-budget.xlsx"


@pytest.fixture(scope="module")
def answered(tmp_path_factory):
    """A campaign that has its answers, and is not consolidated; its data stands beside it."""
    place = tmp_path_factory.mktemp("answered")
    campaign(place, schools=3, lines=3, missing=1)
    return place


@pytest.fixture(scope="module")
def data(answered):
    """The district's data."""
    return answered / "millbrook"


@pytest.fixture(scope="module")
def undisturbed(answered, data, tmp_path_factory):
    """All that an undisturbed run leaves."""
    root = Path(shutil.copytree(answered / "campaign", tmp_path_factory.mktemp("alone") / "c"))
    assert consolidate_now(root, data)[0] == 0
    return whole(root)


@pytest.fixture
def root(answered, tmp_path):
    """A copy of the campaign."""
    return Path(shutil.copytree(answered / "campaign", tmp_path / "campaign"))


@pytest.fixture
def open_folder():
    """A folder that every user may look into, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp(prefix="xlbudget-campaign-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_a_full_disk_is_told_and_running_again_completes(root, data, undisturbed):
    before = whole(root)
    _, ((code, words),) = together(consolidate_on_a_full_disk, str(root), str(data), ROOM)
    assert code == ExitCode.LOCKED
    assert "disk" in words
    assert whole(root) == before
    assert consolidate_now(root, data)[0] == 0
    assert whole(root) == undisturbed


def test_a_folder_without_rights_is_told_and_not_changed(answered, open_folder):
    for name in ("campaign", "millbrook"):
        shutil.copytree(answered / name, open_folder / name)
    shutil.copytree(answered / "campaign", open_folder / "spare")
    root = open_folder / "campaign"
    for path in root.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    files = sorted(root.rglob("*"))
    paths = (str(root), str(open_folder / "millbrook"), str(open_folder / "spare"))
    _, ((code, words),) = together(consolidate_without_rights, *paths)
    assert (code, "may" in words) == (ExitCode.LOCKED, True)
    assert sorted(root.rglob("*")) == files


def test_a_workbook_that_somebody_has_open_is_left_and_running_again_completes(
    root, data, undisturbed
):
    book, mark = root / "results" / BOOK, root / "results" / f"~${BOOK}"
    book.write_bytes(b"notes of mine")
    mark.write_bytes(b"\x03Kim" + bytes(160))
    code, words = consolidate_now(root, data, "--force")
    assert (code, "open in" in words) == (ExitCode.LOCKED, True)
    assert book.read_bytes() == b"notes of mine"
    mark.unlink()
    book.unlink()
    assert consolidate_now(root, data)[0] == 0
    assert whole(root) == undisturbed


def test_a_server_that_stops_before_it_is_recorded_is_told_and_running_again_completes(
    postgresql, tmp_path
):
    place, url = tmp_path / "millbrook", postgresql.schema()
    root = campaign(tmp_path, schools=2, lines=1, missing=0).folder.root
    with open_register(url, at=AT) as register:
        enter(register, 2)
        send(register, "0001", [contract("0001-N1", (100, 0, 0), school_id="0001")])

    def halt(_connection, _cursor, statement, *_rest):
        if statement.startswith("INSERT INTO consolidation"):
            postgresql.halt()

    event.listen(Engine, "before_cursor_execute", halt)
    try:
        code, words = consolidate_now(root, place, "--register", url)
    finally:
        event.remove(Engine, "before_cursor_execute", halt)
        postgresql.start()
    assert (code, "does not answer" in words) == (ExitCode.LOCKED, True)
    with open_register(url, at=AT) as register:
        assert everything(register)["consolidation"] == []
    assert consolidate_now(root, place, "--register", url)[0] == 0
    with open_register(url, at=AT) as register:
        assert len(everything(register)["consolidation"]) == 1
