"""Space: at least the rows that there were, and some to spare."""

from dataclasses import replace

import pytest

from samples import BUDGET
from workbook.intake.filled import write_filled
from xlbudget.workbook.intake.find_tables import find_tables
from xlbudget.workbook.migrate import Space
from xlbudget.workbook.read import open_book


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """The tables of a workbook with room for 90 more lines, and for 2 more of the rest."""
    path = tmp_path_factory.mktemp("space") / "a.xlsx"
    return find_tables(open_book(write_filled(BUDGET, path, spare_lines=90)))


def test_a_larger_table_stays_as_large(found):
    assert Space().room(BUDGET, found).of("LineItems", 1) == 91


def test_a_smaller_one_gets_the_usual_rows_to_spare(found):
    assert Space().room(BUDGET, found).of("Goals", 1) == 6


def test_a_table_that_was_not_there_gets_the_usual_rows():
    assert Space().room(BUDGET, {}).of("LineItems", 1) == 51


@pytest.mark.parametrize(("asked", "rows"), [(0, 1), (4, 5), (300, 301)])
def test_who_asks_gets_what_is_asked(found, asked, rows):
    room = Space(lines=asked, records=asked).room(BUDGET, found)
    assert {room.of("LineItems", 1), room.of("Goals", 1)} == {rows}


def test_a_full_table_gets_rows_to_spare(found):
    lines = tuple(replace(BUDGET.lines[0], line_id=str(i)) for i in range(91))
    assert Space().room(replace(BUDGET, lines=lines), found).of("LineItems", 91) == 141
