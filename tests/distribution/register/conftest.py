"""What the tests of the register share: a new register for each."""

import pytest

from distribution.register.made import AT, BY, CAMPAIGN, school_ids
from xlbudget.distribution.register import open_register
from xlbudget.distribution.register.campaign import record_campaign
from xlbudget.distribution.register.school import CampaignSchool, record_schools


@pytest.fixture
def register(where):
    """A register with a campaign of three schools."""
    with open_register(where, at=AT) as opened:
        record_campaign(opened, CAMPAIGN, by=BY)
        schools = [CampaignSchool(school_id=one, name=f"School {one}") for one in school_ids(3)]
        record_schools(opened, CAMPAIGN.campaign_id, schools, by=BY, at=AT)
        yield opened
