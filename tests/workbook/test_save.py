"""save: whole or not at all, never over a person's work, nothing left behind."""

import re
import stat

import pytest
from xlsxwriter.exceptions import FileCreateError

from xlbudget.errors import (
    ExistingFileError,
    FileError,
    LockedFileError,
    MissingFileError,
    UnreadableFileError,
)
from xlbudget.sheets.template import template_book
from xlbudget.workbook import save
from xlbudget.workbook.save import check_target, save_book, save_file

BACKUP = re.compile(r"plan\.bak-\d{8}-\d{6}(-\d+)?\.xlsx")


def made(beside):
    """Make a file as a writer would."""
    beside.write_bytes(b"new")


@pytest.fixture
def plan(tmp_path):
    """Return a path in an empty folder."""
    return tmp_path / "plan.xlsx"


@pytest.fixture
def names(tmp_path):
    """Return a function that lists what stands in the folder, hidden files too."""
    return lambda: sorted(file.name for file in tmp_path.iterdir())


# --- what is saved
def test_a_new_file_stands_alone(plan, names):
    saved = save_file(made, plan)
    assert (saved.path, saved.backup) == (plan, None)
    assert plan.read_bytes() == b"new"
    assert names() == ["plan.xlsx"]


def test_a_book_is_saved_as_a_package(plan, names):
    save_book(template_book(), plan)
    assert plan.read_bytes()[:2] == b"PK"
    assert names() == ["plan.xlsx"]


def test_force_keeps_a_dated_copy(plan, names):
    plan.write_bytes(b"old")
    backup = save_file(made, plan, force=True).backup
    assert BACKUP.fullmatch(backup.name)
    assert (plan.read_bytes(), backup.read_bytes()) == (b"new", b"old")
    assert names() == [backup.name, "plan.xlsx"]


def test_copies_of_one_second_have_names_of_their_own(plan):
    backups = set()
    for turn in range(3):
        plan.write_bytes(b"%d" % turn)
        backups.add(save_file(made, plan, force=True).backup)
    assert sorted(backup.read_bytes() for backup in backups) == [b"0", b"1", b"2"]


def test_force_without_a_file_keeps_no_copy(plan, names):
    assert save_file(made, plan, force=True).backup is None
    assert names() == ["plan.xlsx"]


def test_the_file_has_the_rights_that_new_files_have(plan, tmp_path):
    other = tmp_path / "other"
    other.touch()
    save_file(made, plan)
    assert stat.S_IMODE(plan.stat().st_mode) == stat.S_IMODE(other.stat().st_mode)


def test_a_replaced_file_keeps_its_rights(plan):
    plan.write_bytes(b"old")
    plan.chmod(0o660)
    save_file(made, plan, force=True)
    assert stat.S_IMODE(plan.stat().st_mode) == 0o660


def test_a_link_stays_a_link(plan, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    real = tmp_path / "elsewhere" / "real.xlsx"
    real.write_bytes(b"old")
    plan.symlink_to(real)
    backup = save_file(made, plan, force=True).backup
    assert plan.is_symlink()
    assert real.read_bytes() == b"new"
    assert backup.parent == real.parent.resolve()


@pytest.mark.parametrize("name", ["PLAN.XLSX", "plan 2027 (final).xlsx", "Ünïcode · plan.xlsx"])
def test_names_people_give(tmp_path, name):
    save_file(made, tmp_path / name)
    assert (tmp_path / name).read_bytes() == b"new"


# --- failures in the middle
@pytest.mark.parametrize(
    ("failure", "refusal"),
    [
        pytest.param(OSError(28, "No space left on device"), FileError, id="disk-full"),
        pytest.param(PermissionError(13, "Permission denied"), LockedFileError, id="no-right"),
        pytest.param(FileCreateError(OSError(5, "I/O")), FileError, id="writer-gives-up"),
        pytest.param(
            FileCreateError(PermissionError(13, "no")), LockedFileError, id="writer-barred"
        ),
        pytest.param(FileCreateError("odd"), FileError, id="writer-without-a-cause"),
        pytest.param(ValueError("a fault"), ValueError, id="fault-of-ours"),
        pytest.param(KeyboardInterrupt(), KeyboardInterrupt, id="stopped-by-hand"),
    ],
)
@pytest.mark.parametrize("force", [False, True])
def test_nothing_is_left_behind_when_making_fails(plan, names, failure, refusal, force):
    if force:
        plan.write_bytes(b"old")

    def half(beside):
        beside.write_bytes(b"half of it")
        raise failure

    before = names()
    with pytest.raises(refusal):
        save_file(half, plan, force=force)
    assert names() == before
    assert not force or plan.read_bytes() == b"old"


def test_nothing_is_left_behind_when_the_last_step_fails(plan, names, monkeypatch):
    plan.write_bytes(b"old")

    def replace(_self, _target):
        raise PermissionError(13, "held")

    monkeypatch.setattr(save.Path, "replace", replace)
    with pytest.raises(LockedFileError):
        save_file(made, plan, force=True)
    assert names() == ["plan.xlsx"]
    assert plan.read_bytes() == b"old"


def test_a_first_file_that_cannot_be_moved_leaves_nothing(plan, names, monkeypatch):
    def replace(_self, _target):
        raise PermissionError(13, "held")

    monkeypatch.setattr(save.Path, "replace", replace)
    with pytest.raises(LockedFileError):
        save_file(made, plan)
    assert names() == []


def test_a_file_that_came_meanwhile_is_not_overwritten(plan, names):
    def slow(beside):
        made(beside)
        plan.write_bytes(b"somebody else's")

    with pytest.raises(ExistingFileError):
        save_file(slow, plan)
    assert plan.read_bytes() == b"somebody else's"
    assert names() == ["plan.xlsx"]


def test_a_maker_that_makes_nothing_is_refused(plan, names):
    with pytest.raises(FileError):
        save_file(lambda _: None, plan)
    assert names() == []


def test_a_name_that_is_too_long_is_refused(tmp_path, names):
    with pytest.raises(FileError) as refused:
        save_file(made, tmp_path / f"{'x' * 300}.xlsx")
    assert "shorter name" in refused.value.fix
    assert names() == []


# --- refusals
def test_an_existing_file_is_refused(plan, names):
    plan.write_bytes(b"old")
    with pytest.raises(ExistingFileError, match="there already"):
        save_file(made, plan)
    assert plan.read_bytes() == b"old"
    assert names() == ["plan.xlsx"]


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_in_its_place_is_refused(plan, force):
    plan.mkdir()
    with pytest.raises(ExistingFileError, match="is a folder"):
        save_file(made, plan, force=force)


def test_a_missing_folder_is_refused_and_not_made(tmp_path):
    with pytest.raises(MissingFileError, match="nowhere is not there"):
        save_file(made, tmp_path / "nowhere" / "plan.xlsx")
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("name", ["plan", "plan.xls", "plan.xlsm", "plan.csv", ".xlsx"])
def test_another_ending_is_refused(tmp_path, names, name):
    with pytest.raises(UnreadableFileError) as refused:
        save_file(made, tmp_path / name)
    assert ".xlsx" in refused.value.fix
    assert names() == []


@pytest.mark.parametrize(
    ("lock", "told"),
    [
        pytest.param("~$plan.xlsx", "open in Excel", id="excel"),
        pytest.param(".~lock.plan.xlsx#", "open in LibreOffice", id="libreoffice"),
    ],
)
def test_an_open_file_is_refused_and_the_lock_named(plan, names, lock, told):
    plan.write_bytes(b"old")
    (plan.parent / lock).touch()
    with pytest.raises(LockedFileError, match=told) as refused:
        save_file(made, plan, force=True)
    assert lock in refused.value.fix
    assert plan.read_bytes() == b"old"
    assert len(names()) == 2


def test_a_lock_without_its_file_does_not_matter(plan):
    (plan.parent / "~$plan.xlsx").touch()
    save_file(made, plan)
    assert plan.exists()


def test_a_read_only_file_is_refused(plan):
    plan.write_bytes(b"old")
    plan.chmod(0o444)
    with pytest.raises(LockedFileError, match="read-only"):
        save_file(made, plan, force=True)
    assert plan.read_bytes() == b"old"


def test_a_file_that_cannot_be_opened_is_refused(plan, monkeypatch):
    plan.write_bytes(b"old")

    def barred(_self, _mode):
        raise PermissionError(13, "sharing violation")

    monkeypatch.setattr(save.Path, "open", barred)
    with pytest.raises(LockedFileError, match="held by another program"):
        check_target(plan, force=True)
