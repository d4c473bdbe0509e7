"""The add-in goes into a real LibreOffice profile, is seen there, and is taken out again."""

import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from judges.libreoffice import what_is_missing
from judges.unopkg import NOBODY
from xlbudget import __version__
from xlbudget.errors import FileError, MissingFileError
from xlbudget.hosts.libreoffice import install as module
from xlbudget.hosts.libreoffice import oxt
from xlbudget.hosts.libreoffice.install import (
    IDENTIFIER,
    Office,
    check_up,
    install,
    installed_version,
    this_office,
    uninstall,
)


@pytest.fixture(scope="module")
def home():
    """Return a folder for a person who is not root, which unopkg refuses."""
    place = Path(tempfile.mkdtemp(prefix="xlbudget-person-"))
    place.chmod(0o755)
    oxt.build(place / "xlbudget.oxt")
    if os.geteuid() == 0:
        os.chown(place, NOBODY, NOBODY)
    yield place
    shutil.rmtree(place)


@pytest.fixture(scope="module")
def office(home):
    """Return the LibreOffice of this machine, with a profile of its own."""
    assert not what_is_missing()
    tool = shutil.which("unopkg")
    become = f"setpriv --reuid={NOBODY} --regid={NOBODY} --clear-groups" if not os.geteuid() else ""
    script = home / "unopkg"
    script.write_text(f'#!/bin/sh\ncd "{home}"; exec {become} env HOME="{home}" {tool} "$@"\n')
    script.chmod(0o755)
    profile = (home / "profile").as_uri()
    return Office(script, profile, home / "xlbudget.oxt")


@pytest.fixture
def clean(office):
    """Return the same LibreOffice without the add-in, before the test and after it."""
    for step in uninstall(office):
        step.do()
    yield office
    for step in uninstall(office):
        step.do()


def put_in(office):
    (step,) = install(office)
    step.do()
    return step


def test_it_is_installed_and_seen_with_its_version(clean):
    assert installed_version(clean) == ""
    step = put_in(clean)
    assert installed_version(clean) == __version__
    assert step.says.endswith(f"add --force --suppress-license {clean.addin}")


def test_a_second_time_it_takes_its_own_place(clean):
    put_in(clean)
    put_in(clean)
    assert clean.ask("list").count(f"Identifier: {IDENTIFIER}") == 1


def test_it_is_taken_out_and_a_second_time_there_is_nothing_to_do(clean):
    put_in(clean)
    (step,) = uninstall(clean)
    step.do()
    assert step.says.endswith(f"remove {IDENTIFIER}")
    assert installed_version(clean) == ""
    assert uninstall(clean) == ()


def test_the_step_is_told_without_being_taken(clean):
    install(clean)
    assert installed_version(clean) == ""


def test_a_file_that_is_no_extension_is_refused_in_its_own_words(clean, home):
    broken = home / "broken.oxt"
    broken.write_bytes(b"no zip")
    broken.chmod(0o644)
    with pytest.raises(FileError, match="unopkg said: "):
        put_in(replace(clean, addin=broken))


# --- the doctor


def wrong(office):
    return {item.question: item for item in check_up(office) if not item.well}


def test_an_installed_add_in_is_well(clean):
    put_in(clean)
    assert wrong(clean) == {}
    assert check_up(clean)[-1].answer.startswith(f"{__version__} is installed")


def test_an_add_in_that_is_not_installed(clean):
    assert wrong(clean)["Add-in"].fix == "Run: xlbudget addin install --host libreoffice"


def test_an_add_in_of_another_version(clean, monkeypatch):
    put_in(clean)
    monkeypatch.setattr(module, "__version__", "9.9")
    assert wrong(clean)["Add-in"].answer == f"{__version__}; this is 9.9"


def test_a_tool_that_refuses(tmp_path):
    script = tmp_path / "unopkg"
    script.write_text("#!/bin/sh\necho 'ERROR: the profile is broken' >&2\nexit 1\n")
    script.chmod(0o755)
    assert "the profile is broken" in wrong(Office(script))["Add-in"].answer


@pytest.mark.parametrize(
    ("told", "well", "words"),
    [
        ("LibreOffice 25.2.3.2 520(Build:2)", True, "25.2.3.2, at "),
        ("LibreOffice 7.4.7.2 40(Build:2)", False, "7.4.7.2, at "),
        ("LibreOffice 26.2.0.1", True, "26.2.0.1, at "),
        ("", True, "its version is not known"),
    ],
)
def test_an_old_libreoffice_does_not_find_our_functions(tmp_path, told, well, words):
    for name, said in (("unopkg", "Identifier: none"), ("soffice", told)):
        (tmp_path / name).write_text(f'#!/bin/sh\necho "{said}"\n')
        (tmp_path / name).chmod(0o755)
    found = check_up(Office(tmp_path / "unopkg"))[0]
    assert (found.well, words in found.answer) == (well, True)


# --- what is missing


def test_the_file_of_the_package_is_the_one_that_the_builder_writes():
    assert oxt.ARTIFACT == module.ADDIN


def test_a_package_without_the_add_in(office, tmp_path):
    bare = replace(office, addin=tmp_path / "xlbudget.oxt")
    with pytest.raises(MissingFileError, match="make addin"):
        install(bare)
    assert "make addin" in wrong(bare)["Add-in file"].fix


@pytest.mark.parametrize("way", [install, uninstall])
def test_without_libreoffice_the_way_by_hand_is_told(office, way):
    with pytest.raises(MissingFileError, match="Tools, Extensions"):
        way(replace(office, unopkg=None))


def test_without_libreoffice_the_doctor_says_so(office):
    assert list(wrong(replace(office, unopkg=None))) == ["LibreOffice"]


def test_this_machine_s_libreoffice_is_found():
    assert this_office(os.environ).unopkg == Path(shutil.which("unopkg"))
