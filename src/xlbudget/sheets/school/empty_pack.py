"""What a school is given by a district that has entered nothing yet: for the empty template."""

from __future__ import annotations

from dataclasses import replace

from xlbudget.model import School
from xlbudget.model.school_pack import SchoolPack, pack_of
from xlbudget.sheets.empty_budget import HORIZON_YEARS, empty_budget

SCHOOL_ID = "SCHOOL"


def empty_pack(horizon_years: int = HORIZON_YEARS) -> SchoolPack:
    """Return a pack without goals, lines, items and sources.

    Args:
        horizon_years: Years of the plan.

    """
    school = School(school_id=SCHOOL_ID, name="Your school")
    return pack_of(replace(empty_budget(horizon_years), schools=(school,)), SCHOOL_ID)
