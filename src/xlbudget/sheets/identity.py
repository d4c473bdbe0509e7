"""Which workbook this is: what a program needs to know when the file comes home."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid5

from xlbudget.model import Budget
from xlbudget.sheets.remarks import NO_REMARKS, Remarks

NONE = "none"
TEMPLATE = "xlbudget district"
VERSION = "v1.0"
EXPLANATION = "L03 Goals!B7: the reason in words (name)"
"""How a row of the event explained says rule, place, reason and name."""

_SPACE = UUID("6f0f7a5e-3c1b-5d0e-9f43-2b1f6a1c8e57")


class Fact(StrEnum):
    """The facts of the sheet Manifest, in their order."""

    TEMPLATE = "Template"
    VERSION = "Template version"
    EDITION = "Edition"
    MAKER = "Made by"
    DISTRICT = "District"
    NCES = "NCES id"
    SCHOOL = "School id"
    WORKBOOK = "Workbook id"
    ORIGIN = "Filled from"
    STRUCTURE = "Structure digest"


class Event(StrEnum):
    """What may happen to a workbook."""

    GENERATED = "generated"
    FILLED = "filled"
    ISSUED = "issued"
    SUBMITTED = "submitted"
    MIGRATED = "migrated"
    EXPLAINED = "explained"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the sheet Log: the day, the event, and what was done in words."""

    day: date | str | None
    event: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What makes a workbook this one and no other.

    Attributes:
        workbook_id: What tells it from all others; a template has none.
        school_id: The school that it is issued to; a district's workbook has none.
        origin: The name of what it was filled from, without its folder.
        template: The template that it is made from.
        version: The version of the template.
        edition: ``working``, or ``accessible``.
        entries: What its Log says; without any, that it was generated.
        remarks: What people wrote beside its results.

    """

    workbook_id: str = NONE
    school_id: str = NONE
    origin: str = NONE
    template: str = TEMPLATE
    version: str = VERSION
    edition: str = "working"
    entries: Sequence[Entry] = ()
    remarks: Remarks = NO_REMARKS


NOBODY = Identity()


def identity_of(budget: Budget, origin: str) -> Identity:
    """Return the identity of a workbook that is filled with a budget.

    Args:
        budget: The budget.
        origin: The name of what it was filled from, without its folder.

    """
    return Identity(workbook_id=workbook_id_of(budget, origin), origin=origin)


def workbook_id_of(budget: Budget, origin: str) -> str:
    """Return an id for the workbook of a budget: the same for the same budget and origin."""
    return str(uuid5(_SPACE, f"{origin}\n{budget!r}"))
