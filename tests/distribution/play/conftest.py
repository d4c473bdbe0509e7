"""One campaign that was played whole, for all tests that look at it."""

from dataclasses import dataclass

import pytest
from typer.testing import CliRunner

from distribution.play.district import Size
from distribution.play.harm import HARMS
from distribution.play.play import Play
from xlbudget.hosts.cli import app

SMALL = Size(schools=len(HARMS) + 18, last_year=8, new=4, damaged=len(HARMS), office=3)


@dataclass(frozen=True)
class Told:
    """What came of a command."""

    code: int
    out: str
    err: str


def run(line):
    """Run a command line in this process."""
    done = CliRunner().invoke(app, line)
    return Told(done.exit_code, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def played(tmp_path_factory, libreoffice):
    """A campaign with every kind of damage; LibreOffice filled three of its files in."""
    root = tmp_path_factory.mktemp("play")
    return Play(root, SMALL, run, libreoffice).go()
