"""The doctor: a healthy machine, and each thing that may be wrong with one."""

from importlib.metadata import PackageNotFoundError
from types import SimpleNamespace

import pytest

from xlbudget.hosts import doctor
from xlbudget.hosts.doctor import examine


@pytest.fixture
def answers(tmp_path):
    """Return a function that examines the machine, by question."""
    return lambda: {item.question: item for item in examine(tmp_path)}


def test_a_healthy_machine(answers):
    assert [item for item in answers().values() if not item.well] == []


def test_every_required_package_is_asked_about(answers):
    assert set(answers()) >= {
        "numpy-financial",
        "openpyxl",
        "pandas",
        "rich",
        "typer",
        "xlsxwriter",
    }
    assert "pytest" not in answers()


def test_a_missing_package(answers, monkeypatch):
    def version(name):
        raise PackageNotFoundError(name)

    monkeypatch.setattr(doctor, "version", version)
    found = answers()["pandas"]
    assert (found.well, found.answer) == (False, "is not installed")
    assert "pip install" in found.fix


def test_a_package_that_does_not_start(answers, monkeypatch):
    def start(name):
        message = f"{name} was built for another machine"
        raise ImportError(message)

    monkeypatch.setattr(doctor, "import_module", start)
    found = answers()["numpy-financial"]
    assert not found.well
    assert "numpy_financial was built for another machine" in found.answer


def test_no_libreoffice_is_well_too(answers, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda _: None)
    found = answers()["LibreOffice"]
    assert found.well
    assert found.answer.startswith("not found")


def test_an_old_python(answers, monkeypatch):
    monkeypatch.setattr(doctor, "sys", SimpleNamespace(
        version_info=(3, 10), executable="python", stdout=SimpleNamespace(encoding=None)
    ))  # fmt: skip
    found = answers()
    assert not found["Python"].well
    assert found["Words on the terminal"].answer == "written in no known code"


def test_a_folder_that_takes_no_files(tmp_path):
    found = {item.question: item for item in examine(tmp_path / "nowhere")}["Writing here"]
    assert not found.well
    assert "-o" in found.fix


def test_no_sample(answers, monkeypatch, tmp_path):
    monkeypatch.setattr("xlbudget.hosts.sample._PACKAGE", tmp_path / "a" / "b")
    assert not answers()["Sample district"].well
