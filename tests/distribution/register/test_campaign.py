"""A campaign in the register: recorded once, changed on purpose."""

from dataclasses import replace

import pytest

from distribution.register.made import AT, BY, CAMPAIGN, ID
from xlbudget.distribution.register.campaign import campaign_of, record_campaign
from xlbudget.distribution.register.event import events_of
from xlbudget.errors import UnknownChoiceError


def test_a_campaign_comes_back_as_it_was_recorded(register):
    assert campaign_of(register, ID) == CAMPAIGN
    assert campaign_of(register, ID) == CAMPAIGN


def test_recording_it_again_changes_nothing(register):
    before = list(events_of(register, ID))
    later = replace(CAMPAIGN, created_at=AT.replace(hour=20))
    assert not record_campaign(register, later, by=BY)
    assert campaign_of(register, ID) == CAMPAIGN
    assert list(events_of(register, ID)) == before


def test_a_change_is_recorded_and_told(register):
    assert record_campaign(register, replace(CAMPAIGN, due_date=None, title="Again"), by="Kim")
    assert campaign_of(register, ID) == replace(CAMPAIGN, due_date=None, title="Again")
    last = list(events_of(register, ID, subject=ID))[-1]
    assert (last.who, last.what) == ("Kim", "campaign changed")
    assert last.details == {"due_date": "None", "title": "Again"}


def test_two_campaigns_share_a_register(register):
    other = replace(CAMPAIGN, campaign_id="fy28", title="Budget 2027-28")
    record_campaign(register, other, by=BY)
    assert [campaign_of(register, key) for key in (ID, "fy28")] == [CAMPAIGN, other]


def test_an_unknown_campaign_is_refused(register):
    with pytest.raises(UnknownChoiceError, match="no campaign “fy99”"):
        campaign_of(register, "fy99")
