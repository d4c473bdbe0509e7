"""What the tests of the register share: one server for all, a new register for each."""

import pytest

from distribution.register.made import AT, BY, CAMPAIGN, school_ids
from judges.postgres import PostgreSQL, programs
from xlbudget.distribution.register import open_register
from xlbudget.distribution.register.campaign import record_campaign
from xlbudget.distribution.register.school import CampaignSchool, record_schools


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
def register(where):
    """A register with a campaign of three schools."""
    with open_register(where, at=AT) as opened:
        record_campaign(opened, CAMPAIGN, by=BY)
        schools = [CampaignSchool(school_id=one, name=f"School {one}") for one in school_ids(3)]
        record_schools(opened, CAMPAIGN.campaign_id, schools, by=BY, at=AT)
        yield opened
