"""The schools that a workbook shows one by one where there are very many, and all others as one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal

from xlbudget.model.school_standing import Counted, SchoolStanding
from xlbudget.sheets.source_rows import OTHERS

_TELLS = "Each stands in the file schools.csv"


def shown_schools(schools: Sequence[SchoolStanding], most: int) -> frozenset[str] | None:
    """Return the ids of the schools that have a row; None when all have.

    Args:
        schools: How it stands with each school.
        most: Schools that a workbook holds one by one.

    """
    if len(schools) <= most:
        return None
    return frozenset(one.school_id for one in by_need(schools)[: most - 1])


def by_need(schools: Sequence[SchoolStanding]) -> list[SchoolStanding]:
    """Return schools with those first that are not in the budget, then those with work to do."""
    return sorted(schools, key=lambda one: (one.counted is Counted.YES, not one.to_do))


def with_others(
    schools: Sequence[SchoolStanding], shown: Collection[str]
) -> tuple[SchoolStanding, ...]:
    """Return the schools that have a row, and one for all others with what they come to."""
    others = [one for one in schools if one.school_id not in shown]
    one = SchoolStanding(
        school_id=OTHERS,
        name=f"{len(others):,} other schools",
        state="several",
        counted=Counted.YES,
        lines=sum(one.lines for one in others),
        year_1=sum((one.year_1 for one in others), Decimal(0)),
        total=sum((one.total for one in others), Decimal(0)),
        allocated=sum((one.allocated for one in others), Decimal(0)),
        rejected=sum(one.rejected for one in others),
        warnings=sum(one.warnings for one in others),
        to_do=_TELLS,
    )
    return (*(one for one in schools if one.school_id in shown), one)
