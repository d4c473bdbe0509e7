"""The extension as a file: the same bytes every time, and enough for LibreOffice's own Python."""

import ast
import json
import re
import subprocess
from zipfile import ZipFile

import pytest

from xlbudget.catalogue import FUNCTIONS
from xlbudget.hosts.libreoffice.oxt import build

SYSTEM_PYTHON = "/usr/bin/python3"
OLDEST_PYTHON = (3, 10)

PROGRAM = """
import json, sys
sys.path.insert(0, sys.argv[1])
from xlbudget.catalogue import FUNCTIONS, call
from xlbudget.hosts.libreoffice.answers import methods
methods()
answers = {name: call(each, each.example[0]) for name, each in FUNCTIONS.items()}
foreign = {name.split(".")[0] for name in sys.modules} - set(sys.stdlib_module_names)
print(json.dumps([answers, sorted(foreign - {"__main__"})]))
"""


@pytest.fixture(scope="module")
def extension(tmp_path_factory):
    path = tmp_path_factory.mktemp("oxt") / "xlbudget.oxt"
    build(path)
    return path


@pytest.fixture(scope="module")
def unpacked(extension):
    with ZipFile(extension) as package:
        package.extractall(extension.parent / "unpacked")
    return extension.parent / "unpacked"


def test_it_is_the_same_every_time(extension, tmp_path):
    again = tmp_path / "again.oxt"
    build(again)
    assert again.read_bytes() == extension.read_bytes()


def test_no_machine_nor_day_is_in_it(extension):
    with ZipFile(extension) as package:
        entries = package.infolist()
    assert {(e.date_time, e.create_system, e.external_attr >> 16) for e in entries} == {
        ((1980, 1, 1, 0, 0, 0), 3, 0o100644)
    }
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)


def test_the_files_that_it_names_are_in_it(unpacked):
    named = re.findall(
        r'(?:full-path|x:href)="([^"]+)"',
        (unpacked / "META-INF/manifest.xml").read_text("utf-8")
        + (unpacked / "description.xml").read_text("utf-8"),
    )
    assert len(named) == 5
    assert [name for name in named if not (unpacked / name).is_file()] == []


def test_it_brings_the_license(unpacked):
    assert "Permission is hereby granted" in (unpacked / "LICENSE.txt").read_text("utf-8")


def test_it_brings_no_more_of_the_package_than_the_functions_need(unpacked):
    rooms = {path.name for path in (unpacked / "pythonpath" / "xlbudget").iterdir()}
    assert rooms == {"__init__.py", "errors.py", "finance", "catalogue", "hosts"}


def test_every_example_runs_on_a_bare_python(unpacked):
    done = subprocess.run(
        [SYSTEM_PYTHON, "-I", "-S", "-c", PROGRAM, str(unpacked / "pythonpath")],
        capture_output=True,
        text=True,
        check=True,
    )
    answers, foreign = json.loads(done.stdout)
    assert foreign == ["xlbudget"]
    assert set(answers) == set(FUNCTIONS)
    assert not [name for name, told in answers.items() if isinstance(told, dict)]


def test_the_oldest_python_of_libreoffice_can_read_it(unpacked):
    sources = list(unpacked.rglob("*.py"))
    assert len(sources) > 50
    for source in sources:
        ast.parse(source.read_text("utf-8"), str(source), feature_version=OLDEST_PYTHON)
