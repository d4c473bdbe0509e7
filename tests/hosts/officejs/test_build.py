"""The folder: the same bytes every time, within its size, sound scripts, written whole or not."""

import zlib

import pytest

from judges import node
from xlbudget.errors import ExistingFileError, MissingFileError
from xlbudget.hosts.officejs.build import files, write
from xlbudget.hosts.officejs.site import site

MEGABYTE = 1_000_000
MOST, MOST_COMPRESSED = 16 * MEGABYTE, 7 * MEGABYTE
TYPES_OF_PYODIDE = "export function loadPyodide(options: object): Promise<any>;"


def test_it_is_the_same_every_time(held, pyodide):
    assert files(site("https://apps.example.org/xlb"), pyodide) == held


def test_it_is_small_enough(held):
    assert sum(map(len, held.values())) <= MOST
    assert sum(len(zlib.compress(each)) for each in held.values()) <= MOST_COMPRESSED


def test_only_the_manifests_the_metadata_and_the_page_know_the_addresses(held):
    knowing = {name for name, each in held.items() if b"apps.example.org" in each}
    assert knowing == {"manifest.json", "manifest.xml", "functions.json"}
    assert b"appsforoffice.microsoft.com/lib/1/hosted/office.js" in held["taskpane.html"]


def test_the_compiler_finds_the_types_of_the_scripts_sound(held, tmp_path):
    for name in (name for name in held if name.endswith(".js")):
        (tmp_path / name).write_bytes(held[name])
    (tmp_path / "pyodide").mkdir()
    (tmp_path / "pyodide" / "pyodide.d.mts").write_text(TYPES_OF_PYODIDE)
    assert node.types_found_wrong(tmp_path / "pane.js", tmp_path / "worker.js") == []


def test_the_compiler_can_find_a_fault(tmp_path):
    (tmp_path / "wrong.js").write_text("/** @type {number} */ export const one = 'one';\n")
    assert "TS2322" in node.types_found_wrong(tmp_path / "wrong.js")[0]


# --- writing


def listed(folder):
    return sorted(path.name for path in folder.iterdir())


def test_it_is_written_whole(tmp_path):
    assert write({"a.js": b"1", "b/c.js": b"2"}, tmp_path / "site") is None
    assert listed(tmp_path) == ["site"]
    assert (tmp_path / "site" / "b" / "c.js").read_bytes() == b"2"


def test_what_stands_there_is_replaced_only_when_asked_and_then_kept(tmp_path):
    write({"a.js": b"old"}, tmp_path / "site")
    with pytest.raises(ExistingFileError, match="--force"):
        write({"a.js": b"new"}, tmp_path / "site")
    kept = write({"a.js": b"new"}, tmp_path / "site", force=True)
    assert (kept / "a.js").read_bytes() == b"old"
    assert (tmp_path / "site" / "a.js").read_bytes() == b"new"
    assert listed(tmp_path) == sorted(["site", kept.name])


def test_a_folder_that_cannot_be_written_leaves_all_as_it_was(tmp_path):
    write({"a.js": b"old"}, tmp_path / "site")
    with pytest.raises(TypeError):
        write({"a.js": b"new", "b.js": None}, tmp_path / "site", force=True)
    assert listed(tmp_path) == ["site"]
    assert (tmp_path / "site" / "a.js").read_bytes() == b"old"


def test_the_folder_around_it_must_be_there(tmp_path):
    with pytest.raises(MissingFileError):
        write({}, tmp_path / "none" / "site")
