"""Cells as they are typed into Excel."""

from datetime import date
from decimal import Decimal

import pytest

from xlbudget.actions.snapshot import Formula
from xlbudget.hosts.excel.live.typed import typed


@pytest.mark.parametrize(
    ("value", "taken"),
    [
        ("Chromebooks", "'Chromebooks"),
        ("0012", "'0012"),
        ("May 2027", "'May 2027"),
        ("=1+1", "'=1+1"),
        ("'quoted", "''quoted"),
        ("TRUE", "'TRUE"),
        (Formula("=270*180"), "=270*180"),
        (Decimal("12.50"), 12.5),
        (7, 7.0),
        (True, True),
        (None, ""),
        ("", ""),
        (date(2026, 7, 1), 46204),
    ],
)
def test_a_value_is_taken_for_what_it_is(value, taken):
    ((found,),) = typed([[value]])
    assert found == taken
    assert type(found) is type(taken)


def test_days_are_counted_from_where_the_workbook_counts():
    assert typed([[date(1904, 1, 2)]], starts_1904=True) == ((1,),)


def test_a_block_keeps_its_shape():
    assert typed([["a", 1], [None, "b"]]) == (("'a", 1.0), ("", "'b"))
