"""modified_of: when a file of an archive was changed."""

from datetime import UTC, datetime
from zipfile import ZipInfo

import pytest

from xlbudget.distribution.inbox.reply import EPOCH
from xlbudget.distribution.inbox.zip_member import modified_of


def test_a_time_is_of_this_place():
    when = (2026, 3, 2, 8, 30, 0)
    assert modified_of(ZipInfo("a.xlsx", when)) == datetime(*when).astimezone(UTC)


@pytest.mark.parametrize(
    "when", [(1980, 0, 0, 0, 0, 0), (2026, 2, 31, 0, 0, 0), (2026, 1, 1, 31, 0, 62)]
)
def test_a_time_that_is_none_is_the_first(when):
    assert modified_of(ZipInfo("a.xlsx", when)) == EPOCH
