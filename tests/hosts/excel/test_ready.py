"""What stands against an installation is said before anything is done, with what to do."""

from pathlib import Path

import pytest

from hosts.excel.windows import CLICK_TO_RUN, dll, files, windows
from xlbudget.errors import FileError, MissingFileError
from xlbudget.hosts.excel.install import install
from xlbudget.hosts.excel.ready import refuse_unready

STORE = (
    "Program Files/WindowsApps/PythonSoftwareFoundation.Python.3.12_3.12.2800.0_x64__qbz5n2kfra8p0"
)


@pytest.fixture
def machine(tmp_path):
    return windows(tmp_path)


def refused(machine):
    with pytest.raises(FileError) as refusal:
        install(machine)
    return refusal.value


def test_a_machine_that_lacks_nothing_is_ready(machine):
    refuse_unready(machine)


def test_a_package_without_the_add_in(machine):
    machine.addin.unlink()
    error = refused(machine)
    assert isinstance(error, MissingFileError)
    assert "make addin" in error.fix


@pytest.mark.parametrize(
    ("found", "words"),
    [("", "has no xlwings"), ("0.33.4", "has xlwings 0.33.4")],
)
def test_no_xlwings_or_another_version_of_it(tmp_path, found, words):
    error = refused(windows(tmp_path, xlwings=found))
    assert words in error.saw
    assert 'pip install "xlbudget[excel]"' in error.fix


def test_a_dll_that_is_not_where_excel_looks(machine, tmp_path):
    dll(tmp_path)(64).unlink()
    error = refused(machine)
    assert error.saw.startswith("xlwings64-0.37.8.dll found neither beside ")
    assert "virus scanner" in error.fix
    assert "-m venv" in error.fix


def test_the_dll_of_the_other_bits_is_not_missed(machine, tmp_path):
    dll(tmp_path)(32).unlink()
    refuse_unready(machine)
    machine.registry.write(CLICK_TO_RUN, "Platform", "x86")
    assert "xlwings32-0.37.8.dll" in refused(machine).saw


def test_a_python_of_the_microsoft_store_also_behind_an_environment(tmp_path):
    error = refused(windows(tmp_path, base=Path("/") / STORE))
    assert "Microsoft Store" in error.saw
    assert "python.org" in error.fix


def test_a_path_with_letters_that_the_bridge_cannot_read(tmp_path):
    error = refused(windows(tmp_path / "Łukasz"))
    assert "Łukasz" in error.saw
    assert "plain letters" in error.fix


@pytest.mark.parametrize("lacking", ["xlwings", "add-in"])
def test_a_refusal_leaves_no_file_behind(tmp_path, lacking):
    machine = windows(tmp_path, xlwings="" if lacking == "xlwings" else "0.37.8")
    machine.addin.unlink()
    refused(machine)
    assert files(tmp_path) == {}
