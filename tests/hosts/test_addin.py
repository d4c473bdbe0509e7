"""The commands of the add-ins: what they print, where, and how they end."""

import json
import os
import re
import sys
from pathlib import Path

import pytest
import typer.main

from hosts.excel.windows import do, files, windows
from xlbudget.hosts import addin, cli
from xlbudget.hosts.excel.install import install
from xlbudget.hosts.libreoffice.install import Office

COMMANDS = typer.main.get_command(cli.app).commands["addin"].commands.values()


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """Return the Windows machine that the commands run on."""
    machine = windows(tmp_path / "machine")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(addin, "this_machine", lambda: machine)
    return machine


@pytest.fixture
def office(tmp_path, monkeypatch):
    """Return a LibreOffice whose tool writes down what it is asked."""
    tool = tmp_path / "unopkg"
    listed = r"printf 'Identifier: org.xlbudget.functions\n  Version: 0.0\n'"
    tool.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/asked\n{listed}\n')
    tool.chmod(0o755)
    (tmp_path / "xlbudget.oxt").touch()
    office = Office(tool, addin=tmp_path / "xlbudget.oxt")
    monkeypatch.setattr(addin.libreoffice, "this_office", lambda _: office)
    monkeypatch.setattr(addin.libreoffice, "ADDIN", office.addin)
    return office


def asked(office):
    return office.unopkg.with_name("asked").read_text().splitlines()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_and_option_has_help(xlbudget, command):
    told = " ".join(xlbudget("addin", command.name, "--help").stdout.split())
    assert " ".join(command.help.split("\n")[0].split()) in told
    assert all(parameter.help in told for parameter in command.params)


def test_without_a_command_the_commands_are_named(xlbudget):
    told = xlbudget("addin").output
    assert all(f"  {name} " in told for name in ("install", "uninstall", "path", "doctor"))


# --- Excel, on Windows


def test_install_takes_each_step_and_says_it(xlbudget, machine):
    done = xlbudget("addin", "install")
    assert done.exit_code == 0
    assert [line.split()[0] for line in done.stdout.splitlines()] == [
        "Copy", "Copy", "Make", "Set", "Write"
    ]  # fmt: skip
    assert "Done: 5 steps." in done.stderr
    assert "=XLB_ANNUAL_COST(540,3%,4); it gives 145.27." in done.stderr
    assert (machine.folder / "xlbudget.xlam").is_file()


def test_a_dry_run_says_the_same_and_touches_nothing(xlbudget, machine, tmp_path):
    before = dict(machine.registry.content)
    told = xlbudget("addin", "install", "--dry-run")
    assert "nothing was touched" in told.stderr
    assert (files(tmp_path / "machine"), machine.registry.content) == ({}, before)
    assert xlbudget("addin", "install").stdout == told.stdout


def test_a_second_time_there_is_nothing_to_do(xlbudget, machine):
    xlbudget("addin", "install")
    done = xlbudget("addin", "install")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "Nothing to do: in Excel all is as asked for.\n"
    assert install(machine) == ()


def test_xlstart_is_used_when_asked_for(xlbudget, machine):
    assert xlbudget("addin", "install", "--xlstart").exit_code == 0
    assert (machine.xlstart / "xlbudget.xlam").is_file()


def test_uninstall_takes_everything_away(xlbudget, machine, tmp_path):
    before = dict(machine.registry.content)
    xlbudget("addin", "install")
    assert xlbudget("addin", "uninstall", "--dry-run").exit_code == 0
    assert files(tmp_path / "machine")
    done = xlbudget("addin", "uninstall")
    assert done.exit_code == 0
    assert files(tmp_path / "machine") == {}
    assert {key: values for key, values in machine.registry.content.items() if values} == before
    assert "Nothing to do" in xlbudget("addin", "uninstall").stderr


def test_path_is_the_add_in_of_the_package(xlbudget, machine):
    assert xlbudget("addin", "path").stdout == f"{machine.addin}\n"


def test_the_doctor_ends_with_0_when_all_is_well(xlbudget, machine):
    do(install(machine))
    done = xlbudget("addin", "doctor")
    assert done.exit_code == 0
    assert "to be mended" not in done.stdout


def test_the_doctor_ends_with_1_and_says_what_to_do(xlbudget, machine):
    assert machine.real
    done = xlbudget("addin", "doctor")
    assert done.exit_code == 1
    assert "Add-in: Close Excel and run: xlbudget addin install." in done.stdout.splitlines()


def test_the_doctor_gives_json_with_stable_keys(xlbudget, machine):
    done = xlbudget("addin", "doctor", "--json")
    facts = json.loads(done.stdout)
    assert done.exit_code == 1
    assert list(facts) == ["xlbudget", "host", "ready", "answers"]
    assert (facts["host"], facts["ready"]) == ("excel", False)
    assert list(facts["answers"][0]) == ["question", "answer", "well", "fix"]
    do(install(machine))
    assert json.loads(xlbudget("addin", "doctor", "--json").stdout)["ready"] is True


@pytest.mark.parametrize("command", ["install", "path"])
def test_without_the_add_in_the_commands_say_how_to_get_it(xlbudget, machine, command):
    machine.addin.unlink()
    done = xlbudget("addin", command)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "make addin" in done.stderr


def test_a_running_excel_ends_with_4(xlbudget, tmp_path, machine, monkeypatch):
    assert machine.real
    running = windows(tmp_path / "running", excel_runs=lambda: True)
    monkeypatch.setattr(addin, "this_machine", lambda: running)
    done = xlbudget("addin", "install")
    assert (done.exit_code, done.stdout) == (4, "")
    assert "Excel is running" in done.stderr


# --- Excel, asked for where Windows is not


@pytest.fixture
def linux(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")


@pytest.mark.parametrize("options", [[], ["--dry-run"], ["--xlstart"]], ids=" ".join)
@pytest.mark.usefixtures("linux")
def test_the_steps_of_windows_are_told_and_none_is_taken(xlbudget, files, options):
    done = xlbudget("addin", "install", "--host", "excel", *options)
    assert done.exit_code == 0
    assert r"Write INTERPRETER_WIN = %VIRTUAL_ENV%\Scripts\pythonw.exe" in done.stdout
    assert "This is what would be done on Windows" in done.stderr
    assert files() == []


@pytest.mark.usefixtures("linux")
def test_uninstall_tells_the_same_steps_backwards(xlbudget):
    there = xlbudget("addin", "install", "--host", "excel").stdout.splitlines()
    back = xlbudget("addin", "uninstall", "--host", "excel")
    assert back.exit_code == 0
    assert back.stdout.splitlines() == [f"Undo: {line}" for line in reversed(there)]


@pytest.mark.usefixtures("linux")
def test_the_doctor_says_that_this_is_not_windows(xlbudget):
    done = xlbudget("addin", "doctor", "--host", "excel")
    assert done.exit_code == 1
    assert "--host libreoffice" in done.stdout


# --- LibreOffice, the usual program where Windows is not


@pytest.mark.usefixtures("linux")
def test_libreoffice_s_own_tool_is_asked(xlbudget, office):
    done = xlbudget("addin", "install")
    assert done.exit_code == 0
    assert done.stdout == f"Run {office.unopkg} add --force --suppress-license {office.addin}\n"
    assert asked(office) == [f"add --force --suppress-license {office.addin}"]
    assert "Done: 1 step.\n" in done.stderr


@pytest.mark.usefixtures("linux")
def test_a_dry_run_asks_it_nothing(xlbudget, office):
    assert xlbudget("addin", "install", "--dry-run").exit_code == 0
    assert not office.unopkg.with_name("asked").exists()


def test_on_windows_libreoffice_can_be_asked_for(xlbudget, office, machine):
    assert machine.real
    assert xlbudget("addin", "uninstall", "--host", "libreoffice").exit_code == 0
    assert asked(office) == ["list", "remove org.xlbudget.functions"]


@pytest.mark.usefixtures("linux")
def test_the_path_and_the_doctor_of_libreoffice(xlbudget, office):
    assert xlbudget("addin", "path").stdout == f"{office.addin}\n"
    done = xlbudget("addin", "doctor")
    assert done.exit_code == 1
    assert "Add-in: Run: xlbudget addin install --host libreoffice." in done.stdout.splitlines()


@pytest.mark.parametrize(
    "words",
    [
        ["install", "--host", "numbers"],
        ["install", "--host", "libreoffice", "--xlstart"],
        ["frobnicate"],
    ],
    ids=" ".join,
)
def test_usage_ends_with_2(xlbudget, words):
    done = xlbudget("addin", *words)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert os.linesep in done.stderr


# --- the pages for staff

PAGES = Path(__file__).parents[2] / "docs" / "how-to"
BACKSLASH = "\\"
EXCEL_PAGE = (PAGES / "install-excel.md").read_text("utf-8")


def test_the_page_for_it_names_every_place_that_is_touched(machine):
    folder, settings = machine.folder, machine.settings
    do(install(machine))
    for path in (*folder.iterdir(), machine.interpreter.parents[1] / "xlwings64-0.37.8.dll"):
        assert f"`{path.name}`" in EXCEL_PAGE
    assert f"`%LOCALAPPDATA%\\{folder.parent.name}\\{folder.name}`" in EXCEL_PAGE
    assert f"`%USERPROFILE%\\{settings.parent.name}\\{settings.name}`" in EXCEL_PAGE
    touched = [key for key in machine.registry.content if key.startswith("HKCU")]
    assert len(touched) == 2
    assert all(
        f"`{key.removesuffix('Location0').rstrip(BACKSLASH)}`" in EXCEL_PAGE for key in touched
    )


@pytest.mark.parametrize("page", sorted(PAGES.glob("install-*.md")), ids=lambda page: page.name)
def test_the_commands_of_a_page_exist_and_its_links_lead_somewhere(xlbudget, page):
    text = page.read_text("utf-8")
    commands = re.findall(r"xlbudget ((?:addin )?[a-z]+)(?= --|`|\n)", text)
    assert len(commands) >= 3
    for command in commands:
        assert xlbudget(*command.split(), "--help").exit_code == 0
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (page.parent / target).exists()
