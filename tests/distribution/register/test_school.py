"""Schools of a campaign: new ones, changed ones, and the same again."""

from dataclasses import replace

import pytest

from distribution.register.made import AT, BY, ID
from xlbudget.distribution.register.event import events_of
from xlbudget.distribution.register.school import CampaignSchool, record_schools, schools_of
from xlbudget.errors import UnknownChoiceError

NORTH = CampaignSchool(
    school_id="0007", name="North “Ω”", contact_name="Ann", contact_email="ann@north.example"
)


def record(register, *schools, campaign_id=ID):
    return record_schools(register, campaign_id, schools, by=BY, at=AT)


def test_a_school_comes_back_as_it_was_recorded(register):
    assert record(register, NORTH) == 1
    assert schools_of(register, ID)[-1] == NORTH


def test_the_same_again_changes_nothing(register):
    record(register, NORTH)
    before = list(events_of(register, ID))
    assert record(register, NORTH) == 0
    assert list(events_of(register, ID)) == before


def test_a_changed_school_takes_the_place_of_the_old_one(register):
    record(register, NORTH)
    closed = replace(NORTH, expected=False, contact_name="")
    assert record(register, closed) == 1
    assert schools_of(register, ID)[-1] == closed
    assert [one.what for one in events_of(register, ID, subject="0007")] == [
        "school recorded",
        "school changed",
    ]


def test_schools_stand_in_the_order_of_their_ids_in_every_database(register):
    ids = ["b", "B", "a10", "a2", "Ä", "a-1"]
    record(register, *(CampaignSchool(school_id=one, name="x") for one in ids))
    found = [school.school_id for school in schools_of(register, ID)]
    assert found == sorted([*ids, "0001", "0002", "0003"])


def test_a_campaign_that_is_not_there_is_refused(register):
    with pytest.raises(UnknownChoiceError, match="no campaign “fy99”"):
        record(register, NORTH, campaign_id="fy99")
