"""Pyodide goes along whole, with its license, in the one version that is tested."""

import json

import pytest

from xlbudget.errors import MissingFileError
from xlbudget.hosts.officejs.pyodide_part import FILES, VERSION, pyodide_files


def test_its_files_are_there_with_license_and_notice(pyodide):
    held = pyodide_files(pyodide)
    assert set(held) == {*FILES, "license.txt", "notice.txt"}
    assert held["pyodide.asm.wasm"][:4] == b"\0asm"
    assert b"Mozilla Public License Version 2.0" in held["license.txt"]
    assert VERSION.encode() in held["notice.txt"]


def test_its_license_is_the_one_whose_text_we_ship(pyodide):
    assert json.loads((pyodide / "package.json").read_text("utf-8"))["license"] == "MPL-2.0"


@pytest.mark.parametrize("text", [None, "{", '{"version": "0.1.0"}', "[]"])
def test_another_version_or_none_is_refused_with_what_to_do(tmp_path, text):
    if text is not None:
        (tmp_path / "package.json").write_text(text)
    with pytest.raises(MissingFileError, match=f"npm install pyodide@{VERSION}"):
        pyodide_files(tmp_path)


def test_a_version_without_its_files_is_refused(tmp_path):
    (tmp_path / "package.json").write_text(json.dumps({"version": VERSION}))
    with pytest.raises(MissingFileError):
        pyodide_files(tmp_path)
