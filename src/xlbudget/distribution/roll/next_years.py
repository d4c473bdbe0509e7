"""Amounts by fiscal year when a plan moves one year on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from xlbudget.model.budget import Budget
from xlbudget.model.choices import Stream
from xlbudget.model.field import Years, fields_of
from xlbudget.model.funding_source import FundingSource
from xlbudget.model.school import School
from xlbudget.model.tables import TABLES

Record = TypeVar("Record")
_LEAP = (2, 29)


def with_next_years(budget: Budget) -> Budget:
    """Return a budget whose amounts by year are those of its plan.

    The year that ended is dropped.  The new last year takes the amount of the year before it
    where money or heads go on: enrollment, a school's allocation, a recurring source that does
    not end.  Elsewhere it is blank.
    """
    years = budget.district.years
    moved: dict[str, Any] = {
        table.attribute: tuple(year_later(record, years) for record in table.records(budget))
        for table in TABLES
    }
    return replace(budget, **moved)


def year_later(record: Record, years: tuple[int, ...]) -> Record:
    """Return a record whose amounts by year are those of the next plan.

    Args:
        record: A record of any table.
        years: The fiscal years of the next plan.

    """
    kind: Any = type(record)
    yearly = [field.name for field in fields_of(kind) if field.yearly]
    if not yearly:
        return record
    goes_on = _goes_on(record, years[-1])
    amounts: dict[str, Any] = {
        name: _shifted(getattr(record, name), years, goes_on=goes_on) for name in yearly
    }
    changed: Record = replace(record, **amounts)  # type: ignore[type-var]
    return changed


def a_year_later(day: date | None) -> date | None:
    """Return the same day of the next year; 28 February for 29 February."""
    if day is None:
        return None
    is_leap_day = (day.month, day.day) == _LEAP
    return day.replace(year=day.year + 1, day=_LEAP[1] - 1 if is_leap_day else day.day)


def _shifted(amounts: Years, years: tuple[int, ...], *, goes_on: bool) -> Years:
    kept = {year: amount for year, amount in sorted(amounts.items()) if year >= years[0]}
    before = kept.get(years[-1] - 1)
    if goes_on and before is not None:
        kept.setdefault(years[-1], before)
    return kept


def _goes_on(record: object, last: int) -> bool:
    if isinstance(record, FundingSource):
        ends = record.last_fiscal_year
        is_open = record.obligation_date is None and (ends is None or ends >= last)
        return is_open and record.stream == Stream.RECURRING
    return isinstance(record, School)
