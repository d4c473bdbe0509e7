"""Moments come back in UTC; texts are what both databases can hold."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import postgresql, sqlite

from xlbudget.distribution.register.store.moment import Moment, storable

DIALECTS = [sqlite.dialect(), postgresql.dialect()]
SUMMER = datetime(2026, 7, 1, 8, tzinfo=timezone(timedelta(hours=-5)))


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda one: one.name)
def test_a_moment_comes_back_in_utc(dialect):
    kept = Moment().process_bind_param(SUMMER, dialect)
    back = Moment().process_result_value(kept, dialect)
    assert (back, back.tzinfo) == (datetime(2026, 7, 1, 13, tzinfo=UTC), UTC)


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda one: one.name)
def test_no_moment_is_no_moment(dialect):
    assert Moment().process_bind_param(None, dialect) is None
    assert Moment().process_result_value(None, dialect) is None


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="has no time zone"):
        Moment().process_bind_param(SUMMER.replace(tzinfo=None), DIALECTS[0])


@given(st.text(st.characters()))
def test_any_text_can_be_held(text):
    assert "\0" not in storable(text)
    storable(text).encode("utf-8")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_ordinary_text_stays_as_it_is(text):
    assert storable(text) == text
