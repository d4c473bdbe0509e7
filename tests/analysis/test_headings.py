"""Headings: lists in their order, records by name, and last what has none."""

from analysis.budgets import budget
from xlbudget.analysis.frame import frame_of
from xlbudget.analysis.headings import AREAS, CATEGORIES, program_names, school_names
from xlbudget.model import Program, School


def test_lists_keep_their_order():
    assert AREAS[0] == ("broadband", "broadband")
    assert (len(AREAS), len(CATEGORIES)) == (6, 14)


def test_records_stand_by_name_and_the_rest_comes_last():
    frame = frame_of(
        budget(
            programs=(Program(program_id="P", name="1:1"),),
            schools=(School(school_id="S", name="Lincoln"),),
        )
    )
    assert program_names(frame) == (("P", "1:1"), ("", "Without a program"))
    assert school_names(frame) == (("S", "Lincoln"), ("", "District-wide"))
