"""sample_folder: in a wheel, in a repository, or said to be missing."""

from pathlib import Path

import pytest

import xlbudget
from xlbudget.errors import MissingFileError
from xlbudget.hosts import sample
from xlbudget.hosts.sample import sample_folder

ROOT = Path(__file__).resolve().parents[2]


def test_an_editable_install_finds_the_repositorys_examples():
    assert sample_folder() == ROOT / "examples" / "riverbend"


def test_the_sample_is_sound():
    assert xlbudget.load(sample_folder()).district.name == "Riverbend Unified"


def test_an_installed_package_has_its_own(tmp_path, monkeypatch):
    package = tmp_path / "lib" / "python3" / "xlbudget"
    (package / "samples" / "riverbend").mkdir(parents=True)
    monkeypatch.setattr(sample, "_PACKAGE", package)
    assert sample_folder() == package / "samples" / "riverbend"


def test_neither_is_refused_and_both_places_are_named(tmp_path, monkeypatch):
    monkeypatch.setattr(sample, "_PACKAGE", tmp_path / "lib" / "xlbudget")
    with pytest.raises(MissingFileError) as refused:
        sample_folder()
    assert "samples/riverbend" in refused.value.saw
    assert "examples/riverbend" in refused.value.saw
