"""The doctor for Excel: a healthy installation, and each thing that breaks in one."""

from dataclasses import replace

import pytest

from hosts.excel.windows import CLICK_TO_RUN, LOCATIONS, OPTIONS, dll, do, windows
from xlbudget.hosts.excel.checkup import check_up
from xlbudget.hosts.excel.install import install, installed_at
from xlbudget.hosts.excel.registry import MemoryRegistry


@pytest.fixture
def machine(tmp_path):
    """Return a machine with the add-in installed."""
    machine = windows(tmp_path)
    do(install(machine))
    return machine


def answers(machine):
    return {item.question: item for item in check_up(machine)}


def wrong(machine):
    return {item.question: item for item in check_up(machine) if not item.well}


def test_an_installed_add_in_is_well(machine):
    assert wrong(machine) == {}


def test_an_add_in_in_xlstart_is_well(tmp_path):
    machine = windows(tmp_path)
    do(install(machine, xlstart=True))
    assert wrong(machine) == {}


def test_every_answer_says_where(machine, tmp_path):
    found = answers(machine)
    assert found["Excel"].answer == "2016 or newer, 64-bit"
    assert found["Interpreter"].answer == str(machine.windowless)
    assert found["xlwings"].answer == "0.37.8"
    assert found["DLL for 64-bit Excel"].answer == f"at {dll(tmp_path)(64)}"
    assert found["Start"].answer == rf"opened by Excel: {OPTIONS}\OPEN"
    assert found["Trusted location"].answer == rf"{LOCATIONS}\Location0"


def test_before_the_installation_each_missing_thing_is_named(tmp_path):
    found = wrong(windows(tmp_path))
    assert list(found) == ["Interpreter", "Add-in"]
    assert all(item.fix == "Close Excel and run: xlbudget addin install" for item in found.values())


def test_no_excel(machine):
    machine.registry.content.pop(CLICK_TO_RUN)
    assert "LibreOffice" in wrong(machine)["Excel"].fix


def test_an_interpreter_that_is_gone(machine):
    machine.windowless.unlink()
    gone = replace(machine, interpreter=machine.interpreter.with_name("python3.exe"))
    assert "is not there" in wrong(gone)["Interpreter"].answer


def test_an_interpreter_of_another_environment(machine, tmp_path):
    other = windows(tmp_path / "other", environment=machine.environment, registry=machine.registry)
    assert list(wrong(other)) == ["Interpreter"]
    assert str(other.interpreter) in wrong(other)["Interpreter"].answer


def test_another_xlwings(machine):
    found = wrong(replace(machine, xlwings="0.33.4"))["xlwings"]
    assert found.answer == "0.33.4; 0.37.8 is wanted"
    assert "pip install" in found.fix


@pytest.mark.parametrize(
    ("platform", "gone", "expected"),
    [
        ("x64", 64, ["DLL for 64-bit Excel"]),
        ("x64", 32, []),
        ("x86", 32, ["DLL for 32-bit Excel"]),
        ("x86", 64, []),
    ],
)
def test_the_dll_for_this_excel_is_missed_the_other_is_not(
    machine, tmp_path, platform, gone, expected
):
    machine.registry.write(CLICK_TO_RUN, "Platform", platform)
    dll(tmp_path)(gone).unlink()
    assert list(wrong(machine)) == expected
    assert "not there" in answers(machine)[f"DLL for {gone}-bit Excel"].answer


def test_an_add_in_of_another_version(machine):
    machine.addin.write_bytes(b"the next version")
    assert "another version" in wrong(machine)["Add-in"].answer


def test_a_package_without_the_add_in(machine):
    machine.addin.unlink()
    assert "make addin" in wrong(machine)["Add-in"].fix


def test_an_add_in_that_a_virus_scanner_took(machine):
    installed_at(machine).unlink()
    assert wrong(machine)["Add-in"].answer == "not installed"


def test_an_add_in_that_excel_has_forgotten(machine):
    machine.registry.content.pop(OPTIONS)
    assert list(wrong(machine)) == ["Start"]


def test_a_folder_that_is_not_trusted(machine):
    machine.registry.delete_key(rf"{LOCATIONS}\Location0")
    assert list(wrong(machine)) == ["Trusted location"]


def test_a_marked_file(machine):
    addin = installed_at(machine)
    addin.with_name(f"{addin.name}:Zone.Identifier").write_bytes(b"[ZoneTransfer]\r\nZoneId=3\r\n")
    assert "Unblock" in wrong(machine)["Mark of the Web"].fix


def test_what_it_says_to_do_helps(machine):
    machine.registry.content.pop(OPTIONS)
    machine.registry.delete_key(rf"{LOCATIONS}\Location0")
    installed_at(machine).unlink()
    machine.settings.unlink()
    do(install(machine))
    assert wrong(machine) == {}


def test_elsewhere_there_is_one_answer(tmp_path):
    found = check_up(windows(tmp_path, real=False, registry=MemoryRegistry()))
    assert [(item.question, item.well) for item in found] == [("System", False)]
    assert "--host libreoffice" in found[0].fix
