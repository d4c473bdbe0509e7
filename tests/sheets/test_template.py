"""template: the empty standard workbook and its room."""

import pytest

from xlbudget.sheets.room import LEAST_FINDINGS
from xlbudget.sheets.template import ROOM, room_for, template_book


def test_the_room_is_what_was_asked_for():
    room = room_for(30, 7)
    assert (room.of("LineItems", 0), room.of("Goals", 0)) == (30, 7)
    assert room.of("Findings", 0) == room.of("Findings", 25) == LEAST_FINDINGS


@pytest.mark.parametrize(("edition", "first"), [("working", "About"), ("school", "Start")])
def test_a_template_is_of_the_edition_that_was_asked_for(edition, first):
    assert template_book(edition).sheets[0].title == first


def test_the_standard_template_has_room_for_200_lines():
    assert ROOM.of("LineItems", 0) == 200
