"""A machine: the one that this is, and the version of xlwings that must be the same everywhere."""

import re
import sys
import tomllib
from pathlib import Path

import pytest

from hosts.excel.windows import windows
from xlbudget.hosts.excel import machine as module
from xlbudget.hosts.excel.machine import XLWINGS, excel_runs, this_machine, written
from xlbudget.hosts.excel.registry import MemoryRegistry

PROJECT = tomllib.loads(Path(__file__).parents[3].joinpath("pyproject.toml").read_text("utf-8"))


def test_every_pin_of_xlwings_is_the_version_that_the_add_in_wants():
    extras = PROJECT["project"]["optional-dependencies"]
    pins = [*PROJECT["build-system"]["requires"], *extras["excel"], *extras["dev"]]
    found = [match[1] for pin in pins if (match := re.fullmatch(r"xlwings\s*==\s*(\S+)", pin))]
    assert found == [XLWINGS] * 3


def test_the_installed_xlwings_names_its_dll_after_the_same_version():
    import xlwings  # noqa: PLC0415 - it is slow, and no other test needs it

    source = Path(xlwings.__file__).with_name("xlwings_custom_addin.bas").read_text("utf-8")
    assert f"xlwings64-{XLWINGS}.dll" in source
    assert f"xlwings32-{XLWINGS}.dll" in source


def test_the_names_are_those_that_the_builder_writes(tmp_path):
    from xlbudget.hosts.excel import xlam  # noqa: PLC0415 - the builder needs a package of its own

    machine = windows(tmp_path)
    assert this_machine().addin == xlam.ARTIFACT
    assert [notice.name for notice in machine.notices] == [xlam.NOTICE]


@pytest.mark.skipif(sys.platform == "win32", reason="what is told where Windows is not")
def test_elsewhere_it_is_made_of_names():
    machine = this_machine()
    assert not machine.real
    assert isinstance(machine.registry, MemoryRegistry)
    assert written(machine.folder) == r"%LOCALAPPDATA%\xlbudget\addin"
    assert written(machine.xlstart) == r"%APPDATA%\Microsoft\Excel\XLSTART"
    assert written(machine.settings) == r"%USERPROFILE%\.xlbudget\xlbudget.conf"


def test_what_is_not_installed_has_no_version(monkeypatch):
    def version(name):
        raise module.PackageNotFoundError(name)

    monkeypatch.setattr(module, "version", version)
    assert this_machine().xlwings == ""


@pytest.mark.parametrize(
    ("told", "runs"),
    [
        ('"EXCEL.EXE","8124","Console","1","152,384 K"', True),
        ("INFO: No tasks are running which match the specified criteria.", False),
        ("INFORMATION: Es werden keine Aufgaben mit den angegebenen Kriterien", False),
    ],
)
def test_tasklist_says_whether_excel_runs(tmp_path, monkeypatch, told, runs):
    tool = tmp_path / "tasklist"
    tool.write_text(f"#!/bin/sh\ntest \"$2\" = 'IMAGENAME eq EXCEL.EXE' && echo '{told}'\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert excel_runs() is runs


def test_without_tasklist_no_excel_is_seen(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert excel_runs() is False
