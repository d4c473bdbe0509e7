"""Installing the add-in for Excel: every step is taken, undone, told beforehand, or refused."""

import pytest

from hosts.excel.windows import BLOOMBERG, EXCEL, LOCATIONS, OPTIONS, SOLVER, do, files, windows
from xlbudget.errors import LockedFileError
from xlbudget.hosts.excel.install import install, installed_at, is_marked, uninstall

OWN = "AppData/Local/xlbudget/addin"
XLSTART = "AppData/Roaming/Microsoft/Excel/XLSTART"
SETTINGS = ".xlbudget/xlbudget.conf"


@pytest.fixture
def machine(tmp_path):
    """Return a machine of a person who has add-ins, a trusted location and files of her own."""
    machine = windows(tmp_path)
    machine.registry.content |= {
        OPTIONS: {"OPEN": SOLVER, "OPEN1": BLOOMBERG, "DefaultPath": "H:\\"},
        rf"{LOCATIONS}\Location0": {"Path": "H:\\Budget\\", "AllowSubfolders": 1},
    }
    machine.xlstart.mkdir(parents=True)
    (machine.xlstart / "PERSONAL.XLSB").write_bytes(b"her macros")
    return machine


def state(machine, tmp_path):
    content = {key: dict(values) for key, values in machine.registry.content.items()}
    return content, files(tmp_path)


def mark(file):
    file.with_name(f"{file.name}:Zone.Identifier").write_bytes(b"[ZoneTransfer]\r\nZoneId=3\r\n")


# --- what is there afterwards


def test_the_add_in_its_license_and_the_settings_lie_in_folders_of_our_own(machine, tmp_path):
    do(install(machine))
    assert sorted(files(tmp_path)) == sorted([
        f"{OWN}/xlbudget.xlam", f"{OWN}/xlwings-license.txt", SETTINGS, f"{XLSTART}/PERSONAL.XLSB"
    ])  # fmt: skip
    assert files(tmp_path)[f"{OWN}/xlbudget.xlam"] == b"the add-in of this version"


def test_excel_opens_it_after_the_add_ins_that_were_there(machine):
    do(install(machine))
    assert machine.registry.content[OPTIONS] == {
        "OPEN": SOLVER, "OPEN1": BLOOMBERG, "DefaultPath": "H:\\",
        "OPEN2": f'/R "{machine.folder / "xlbudget.xlam"}"',
    }  # fmt: skip


def test_its_folder_is_trusted_and_the_other_trusted_one_stays(machine):
    do(install(machine))
    assert machine.registry.content[rf"{LOCATIONS}\Location0"]["Path"] == "H:\\Budget\\"
    assert machine.registry.content[rf"{LOCATIONS}\Location1"]["Path"] == f"{machine.folder}\\"


def test_nothing_stands_outside_the_person_s_own_part_of_the_registry(machine):
    before = set(machine.registry.content)
    do(install(machine))
    assert all(key.startswith(EXCEL) for key in set(machine.registry.content) - before)


def test_in_xlstart_neither_list_nor_trusted_location_is_needed(machine, tmp_path):
    before, _ = state(machine, tmp_path)
    do(install(machine, xlstart=True))
    after, kept = state(machine, tmp_path)
    assert after == before
    assert sorted(kept) == sorted([
        f"{XLSTART}/xlbudget.xlam", f"{OWN}/xlwings-license.txt", SETTINGS,
        f"{XLSTART}/PERSONAL.XLSB",
    ])  # fmt: skip


# --- laws: twice is once, away is as before, told is untouched


@pytest.mark.parametrize("xlstart", [False, True])
def test_a_second_time_there_is_nothing_to_do(machine, xlstart):
    assert do(install(machine, xlstart=xlstart)) > 0
    assert install(machine, xlstart=xlstart) == ()


@pytest.mark.parametrize("xlstart", [False, True])
def test_uninstalled_the_machine_is_as_it_was(machine, tmp_path, xlstart):
    before = state(machine, tmp_path)
    do(install(machine, xlstart=xlstart))
    do(uninstall(machine))
    assert state(machine, tmp_path) == before
    assert not machine.folder.parent.exists()
    assert not machine.settings.parent.exists()
    assert uninstall(machine) == ()


@pytest.mark.parametrize("first", [False, True])
def test_the_other_way_takes_the_place_of_the_one_way(machine, tmp_path, first):
    do(install(machine, xlstart=first))
    do(install(machine, xlstart=not first))
    changed = state(machine, tmp_path)
    do(uninstall(machine))
    do(install(machine, xlstart=not first))
    assert state(machine, tmp_path) == changed


def test_the_steps_are_told_without_being_taken(machine, tmp_path):
    before = state(machine, tmp_path)
    told = [step.says for step in install(machine)]
    assert state(machine, tmp_path) == before
    assert [words.split()[0] for words in told] == ["Copy", "Copy", "Make", "Set", "Write"]
    do(install(machine))
    assert [step.says.split()[0] for step in uninstall(machine)] == [
        "Delete", "Delete", "Delete", "Delete", "Delete"
    ]  # fmt: skip


def test_a_newer_version_takes_the_place_of_an_older_one(machine):
    do(install(machine))
    machine.addin.write_bytes(b"the next version")
    assert [step.says.split()[0] for step in install(machine)] == ["Copy"]
    do(install(machine))
    assert installed_at(machine).read_bytes() == b"the next version"


def test_files_of_others_in_our_folders_stay(machine, tmp_path):
    do(install(machine))
    (machine.folder / "notes.docx").write_bytes(b"hers")
    do(uninstall(machine))
    assert f"{OWN}/notes.docx" in files(tmp_path)


# --- the mark of a file from the internet


def test_the_mark_is_taken_off(machine):
    do(install(machine))
    mark(installed_at(machine))
    assert is_marked(installed_at(machine))
    assert do(install(machine)) == 1
    assert not is_marked(installed_at(machine))


# --- refusals


@pytest.fixture
def running(tmp_path):
    return windows(tmp_path, excel_runs=lambda: True)


def test_while_excel_runs_its_list_is_not_touched(running, tmp_path):
    before = state(running, tmp_path)
    with pytest.raises(LockedFileError) as refusal:
        install(running)
    assert "Close every Excel window" in refusal.value.fix
    assert state(running, tmp_path) == before


def test_while_excel_runs_xlstart_can_be_used(running):
    assert do(install(running, xlstart=True)) > 0


def test_while_excel_runs_what_is_on_its_list_stays(tmp_path):
    machine = windows(tmp_path)
    do(install(machine))
    machine = windows(tmp_path / "again", registry=machine.registry, excel_runs=lambda: True)
    with pytest.raises(LockedFileError):
        uninstall(machine)


@pytest.mark.parametrize(
    ("way", "what"), [(install, "os.replace"), (uninstall, "pathlib.Path.unlink")]
)
def test_a_file_that_excel_holds_is_said_and_nothing_is_half_done(
    machine, tmp_path, monkeypatch, way, what
):
    do(install(machine))
    machine.addin.write_bytes(b"the next version")
    before = state(machine, tmp_path)

    def held(*_, **__):
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(what, held)
    with pytest.raises(LockedFileError) as refusal:
        do(way(machine))
    assert "xlbudget.xlam" in refusal.value.saw
    assert state(machine, tmp_path) == before
