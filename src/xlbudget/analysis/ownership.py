"""What the district's technology costs to own, year by year, over its service life."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from xlbudget.analysis.breakdown import (
    ZERO,
    Amounts,
    Names,
    breakdown,
    minus,
    quotients,
    sum_by_year,
)
from xlbudget.analysis.frame import Frame
from xlbudget.analysis.headings import (
    AREAS,
    CATEGORIES,
    NO_PROGRAM,
    NO_SCHOOL,
    NO_WORD,
    program_names,
    school_names,
)
from xlbudget.analysis.refresh_reserve import RefreshReserve, refresh_reserve
from xlbudget.model.choices import Category, CostType
from xlbudget.model.cost import LineCost

PerHead = tuple[Decimal | None, ...]  # dollars by year; None where there is nobody to count


@dataclass(frozen=True, slots=True)
class OwnershipRow:
    """The ownership cost under one heading; user time stands below the line, in no total."""

    key: str
    label: str
    years: Amounts  # direct cost of ownership, dollars by year
    total: Decimal
    user_time: Amounts  # unbudgeted time of users, dollars by year, not rounded


@dataclass(frozen=True, slots=True)
class PerStudent:
    """Ownership cost per student of one school, by year."""

    key: str
    label: str
    students: Amounts
    ownership: Amounts
    per_student: PerHead


@dataclass(frozen=True, slots=True, kw_only=True)
class Ownership:
    """What the plan's technology costs to own."""

    areas: tuple[OwnershipRow, ...]
    categories: tuple[OwnershipRow, ...]
    programs: tuple[OwnershipRow, ...]
    schools: tuple[OwnershipRow, ...]
    years: Amounts  # direct cost of ownership of all lines
    total: Decimal
    user_hours: Amounts
    user_time: Amounts  # user hours at the assumed rate, below the line
    students: Amounts
    per_student: PerHead
    per_student_by_school: tuple[PerStudent, ...]
    device_ownership: Amounts  # of the category device hardware
    devices: Amounts  # units in service, spares left out
    per_device: PerHead
    as_purchased: Amounts  # cash cost
    recurring_need: Amounts
    evened_out: Amounts  # recurring need with refresh purchases replaced by contributions
    reserve: RefreshReserve


def ownership(frame: Frame, recurring_need: Amounts) -> Ownership:
    """Return what the plan's technology costs to own.

    Args:
        frame: The budget and what its lines cost.
        recurring_need: Recurring need of the plan by year, dollars.

    """
    lines = [cost.line for cost in frame.costs]
    programs, schools = program_names(frame), school_names(frame)
    areas = _rows(frame, AREAS, [line.area for line in lines], NO_WORD)
    categories = _rows(frame, CATEGORIES, [line.category for line in lines], NO_WORD)
    by_school = _rows(frame, schools, [line.school_id for line in lines], NO_SCHOOL)
    years = sum_by_year((row.years for row in areas), frame.count)
    user_hours = sum_by_year((cost.user_hours for cost in frame.costs), frame.count)
    rate = frame.value("user_hour_rate")
    device_ownership = next(row.years for row in categories if row.key == Category.DEVICES)
    devices = _devices(frame)
    reserve = refresh_reserve(frame)
    lumps = minus(recurring_need, reserve.recurring_purchases)
    return Ownership(
        areas=areas,
        categories=categories,
        programs=_rows(frame, programs, [line.program_id for line in lines], NO_PROGRAM),
        schools=by_school,
        years=years,
        total=sum(years, ZERO),
        user_hours=user_hours,
        user_time=tuple(hours * rate for hours in user_hours),
        students=frame.headcount,
        per_student=quotients(years, frame.headcount),
        per_student_by_school=_per_student(frame, by_school),
        device_ownership=device_ownership,
        devices=devices,
        per_device=quotients(device_ownership, devices),
        as_purchased=sum_by_year((cost.years for cost in frame.costs), frame.count),
        recurring_need=recurring_need,
        evened_out=sum_by_year((lumps, reserve.contribution), frame.count),
        reserve=reserve,
    )


def _rows(frame: Frame, names: Names, keys: Sequence[str], blank: str) -> tuple[OwnershipRow, ...]:
    rate = frame.value("user_hour_rate")
    count = frame.count
    direct = breakdown(
        names, keys, (cost.ownership for cost in frame.costs), years=count, blank=blank
    )
    hours = breakdown(
        names, keys, (cost.user_hours for cost in frame.costs), years=count, blank=blank
    )
    return tuple(
        OwnershipRow(
            row.key, row.label, row.years, row.total, tuple(hour * rate for hour in time.years)
        )
        for row, time in zip(direct, hours, strict=True)
    )


def _per_student(frame: Frame, rows: Sequence[OwnershipRow]) -> tuple[PerStudent, ...]:
    none = (ZERO,) * frame.count
    students = {
        school.school_id: tuple(school.enrollment.get(year) or ZERO for year in frame.years)
        for school in reversed(frame.budget.schools)
    }
    heads = [(row, students.get(row.key, none)) for row in rows if row.key]
    return tuple(
        PerStudent(row.key, row.label, count, row.years, quotients(row.years, count))
        for row, count in heads
    )


def _devices(frame: Frame) -> Amounts:
    """Return the device-hardware units in service in each year, without spares."""
    bought = [
        cost
        for cost in frame.costs
        if cost.asked
        and cost.line.category == Category.DEVICES
        and cost.line.cost_type == CostType.PURCHASE
    ]
    return sum_by_year((_in_service(cost, frame.years) for cost in bought), frame.count)


def _in_service(cost: LineCost, years: tuple[int, ...]) -> Amounts:
    first, quantity = cost.line.first_fiscal_year, cost.line.quantity or ZERO
    if first is None:
        return (ZERO,) * len(years)
    last = cost.ends if cost.line.refresh else min(cost.ends, first + cost.life - 1)
    return tuple(quantity if first <= year <= last else ZERO for year in years)
