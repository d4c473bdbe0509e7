"""What the tests of campaigns share: one PostgreSQL server for all, and registers of both kinds."""

import pytest

from distribution.played import AT, on_disk, play
from judges.postgres import PostgreSQL, programs
from xlbudget.distribution.register import open_register


@pytest.fixture(scope="session")
def postgresql():
    """One PostgreSQL server for the whole run; a missing one is a failure, never a skip."""
    if programs() is None:
        pytest.fail("PostgreSQL's server programs are missing; `make test` installs them on Debian")
    server = PostgreSQL()
    yield server
    server.end()


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request, tmp_path):
    """The place of a register that is not there yet: a folder, or an address."""
    if request.param == "sqlite":
        return tmp_path
    return request.getfixturevalue("postgresql").schema()


@pytest.fixture
def played(where):
    """The register of a played campaign, in either database."""
    with open_register(where, at=AT) as opened:
        play(opened)
        yield opened


@pytest.fixture(scope="module")
def campaign(tmp_path_factory):
    """A played campaign on the disk, for tests that do not change it."""
    return on_disk(tmp_path_factory.mktemp("played"))
