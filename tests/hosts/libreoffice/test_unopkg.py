"""LibreOffice's tool: where it is found, and what its refusals become."""

import subprocess

import pytest

from xlbudget.errors import FileError, LockedFileError
from xlbudget.hosts.libreoffice import unopkg as module
from xlbudget.hosts.libreoffice.unopkg import ask_unopkg, find_unopkg

ROOT = "ERROR: Cannot run unopkg as root without --shared or --bundled option."
LOCK = """\
unopkg cannot be started. The lock file indicates it as already running. If this does not apply, \
delete the lock file at:
/home/ana/.config/libreoffice/4/user/extensions/tmp/../../.lock
"""


@pytest.fixture
def tool(tmp_path):
    """Return a function that makes a program with a given end of its run."""

    def make(script, name="unopkg"):
        program = tmp_path / name
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        return program

    return make


def test_it_is_found_on_path(tool, tmp_path):
    program = tool("exit 0")
    assert find_unopkg({"PATH": str(tmp_path)}) == program


def test_on_windows_the_one_that_writes_into_a_terminal_is_taken(tool, tmp_path):
    program = tool("exit 0", "Program Files/LibreOffice/program/unopkg.com")
    assert find_unopkg({"ProgramFiles": str(tmp_path / "Program Files")}) == program


def test_it_is_found_in_a_usual_folder(tool, monkeypatch):
    program = tool("exit 0")
    monkeypatch.setattr(module, "_PLACES", ("/nowhere/unopkg", str(program)))
    assert find_unopkg({}) == program


def test_it_is_not_found_where_there_is_none(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_PLACES", ())
    monkeypatch.setattr(module.Path, "glob", lambda *_: [])
    assert find_unopkg({"PATH": str(tmp_path), "ProgramFiles": str(tmp_path)}) is None


def test_its_words_come_back(tool):
    assert ask_unopkg(tool('echo "$@"'), "add", "--force", "a b.oxt") == "add --force a b.oxt\n"


def test_a_profile_is_handed_on(tool):
    told = ask_unopkg(tool('echo "$@"'), "list", profile="file:///tmp/p")
    assert told == "list -env:UserInstallation=file:///tmp/p\n"


# --- refusals, in the words of LibreOffice 25.2


@pytest.mark.parametrize(
    ("said", "kind", "words"),
    [
        pytest.param(ROOT, FileError, ["the user root", "as that person"], id="root"),
        pytest.param(LOCK, LockedFileError, ["already running", "Close every"], id="lock"),
        pytest.param(
            "ERROR: Exception occurred: disk full.\n\nERROR: unopkg failed.",
            FileError,
            ["said: Exception occurred: disk full. ", "Close every"],
            id="other",
        ),
        pytest.param("", FileError, ["said: nothing", "Close every"], id="silent"),
    ],
)
def test_a_refusal_is_said_in_words(tool, tmp_path, said, kind, words):
    (tmp_path / "said").write_text(said)
    with pytest.raises(FileError) as refusal:
        ask_unopkg(tool(f"cat {tmp_path / 'said'} >&2; exit 1"), "add")
    assert type(refusal.value) is kind
    assert all(word in str(refusal.value) for word in words)


def test_a_tool_that_never_answers(tool, monkeypatch):
    def run(command, timeout, **_):
        raise subprocess.TimeoutExpired(command, timeout)

    monkeypatch.setattr(module.subprocess, "run", run)
    with pytest.raises(LockedFileError, match="no answer within 300 seconds"):
        ask_unopkg(tool("exit 0"), "list")
