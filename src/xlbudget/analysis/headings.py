"""The headings that breakdowns stand under: areas, categories, programs, schools, and so on."""

from __future__ import annotations

from enum import StrEnum

from xlbudget.analysis.breakdown import Names
from xlbudget.analysis.frame import Frame
from xlbudget.model.choices import Area, Category, CostType, Need

NO_WORD = "not said"
NO_SCHOOL = "District-wide"
NO_PROGRAM = "Without a program"
NO_DEPARTMENT = "Without a department"


def _words(choices: type[StrEnum]) -> Names:
    return tuple((choice.value, choice.value) for choice in choices)


AREAS = _words(Area)
CATEGORIES = _words(Category)
COST_TYPES = _words(CostType)
NEEDS = _words(Need)


def program_names(frame: Frame) -> Names:
    """Return the programs by id and name, and last the lines without a program."""
    named = tuple((program.program_id, program.name) for program in frame.budget.programs)
    return (*named, ("", NO_PROGRAM))


def school_names(frame: Frame) -> Names:
    """Return the schools by id and name, and last what is for the whole district."""
    named = tuple((school.school_id, school.name) for school in frame.budget.schools)
    return (*named, ("", NO_SCHOOL))
