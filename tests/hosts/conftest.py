"""How commands are run in tests: in a folder of their own, stdout and stderr apart."""

import pytest
from typer.testing import CliRunner

from hosts.folders import folder
from xlbudget.hosts.cli import app


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Return an empty folder that commands run in."""
    place = tmp_path / "here"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


@pytest.fixture
def xlbudget(here):
    """Return a function that runs a command line and returns what came of it."""

    def run(*words):
        assert here.exists()
        return CliRunner().invoke(app, [str(word) for word in words])

    return run


@pytest.fixture
def sound(tmp_path):
    """Return a sound district folder."""
    return folder(tmp_path / "elm")


@pytest.fixture
def files(here):
    """Return a function that lists what stands in the folder, hidden files too."""
    return lambda: sorted(file.name for file in here.iterdir())
