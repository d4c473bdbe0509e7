"""The blocks of Cost of ownership that break it down, and put it per student and per device."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from xlbudget.analysis.breakdown import quotient
from xlbudget.analysis.headings import NO_PROGRAM, NO_SCHOOL
from xlbudget.analysis.ownership import OwnershipRow
from xlbudget.model.choices import Area, Category, CostType, LineStatus
from xlbudget.sheets.assumptions import rate
from xlbudget.sheets.breakdowns import ALL, Split, by_record, by_word, nth_number
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.labels import LABEL
from xlbudget.sheets.live_rows import places, text_at
from xlbudget.sheets.plan import (
    Calculated,
    Emphasis,
    Form,
    Table,
    label_of,
    ref,
    text,
    whole,
)
from xlbudget.sheets.timeline import YearRow, timeline

AREAS, CATEGORIES = "OwnershipByArea", "OwnershipByCategory"
PROGRAMS, SCHOOLS = "OwnershipByProgram", "OwnershipBySchool"
PER_STUDENT, PER_DEVICE = "PerStudent", "PerDevice"
ASKED = f"({whole('Status')}<>{text(LineStatus.LAPSED)})"


def breakdowns(context: Context) -> tuple[Table, ...]:
    """Return ownership by area, category, program and school."""
    found = context.analysis.ownership
    return (
        by_word(
            context,
            _split(found.areas),
            name=AREAS,
            heading="By area",
            says="Below the total stands what users spend of their own time: no budget pays for "
            "it, and it is in no total.",
            field="Area",
            words=Area,
            below=_user_rows(context),
        ),
        by_word(
            context,
            _split(found.categories),
            name=CATEGORIES,
            heading="By category",
            field="Category",
            words=Category,
        ),
        by_record(
            context,
            _split(found.programs),
            name=PROGRAMS,
            heading="By program",
            kind="Program",
            rest=NO_PROGRAM,
        ),
        by_record(
            context,
            _split(found.schools),
            name=SCHOOLS,
            heading="By school",
            kind="School",
            rest=NO_SCHOOL,
        ),
    )


def per_student(context: Context) -> Table:
    """Return ownership per student, of the district and of each school."""
    found = context.analysis.ownership
    district = (
        YearRow(
            key="students",
            label="Students of the district",
            beside="students",
            formula=lambda k: f"=SUM({whole(f'Enrollment {k}', 'Schools')})",
            values=found.students,
            form=Form.WHOLE,
            total=False,
        ),
        YearRow(
            key="district",
            label="The district, all ownership",
            beside="$ per student",
            formula=lambda k: _by(
                ref(AREAS, ALL, year_header(k)), ref(PER_STUDENT, "students", year_header(k))
            ),
            values=found.per_student,
            emphasis=Emphasis.TOTAL,
            total=False,
        ),
    )
    return timeline(
        context,
        name=PER_STUDENT,
        heading="Per student",
        says="A school is given the lines that name it, not a part of the district-wide ones.",
        rows=(*district, *_schools(context)),
        label="School",
    )


def per_device(context: Context) -> Table:
    """Return ownership of device hardware per device in service."""
    found = context.analysis.ownership

    def cell(key: str, k: int) -> str:
        return ref(PER_DEVICE, key, year_header(k))

    return timeline(
        context,
        name=PER_DEVICE,
        heading="Per device",
        says="Devices in service are the quantities of device hardware bought, without spares, "
        "while their life lasts or they are refreshed.",
        rows=(
            YearRow(
                key="ownership",
                label="Ownership of device hardware",
                beside="$",
                formula=lambda k: "=" + ref(CATEGORIES, Category.DEVICES, year_header(k)),
                values=found.device_ownership,
            ),
            YearRow(
                key="devices",
                label="Devices in service",
                beside="devices",
                formula=_devices,
                values=found.devices,
                form=Form.WHOLE,
                total=False,
            ),
            YearRow(
                key="per_device",
                label="Ownership per device",
                beside="$ per device",
                formula=lambda k: _by(cell("ownership", k), cell("devices", k)),
                values=found.per_device,
                emphasis=Emphasis.TOTAL,
                total=False,
            ),
        ),
        label="Devices",
    )


def _split(rows: Iterable[OwnershipRow]) -> Split:
    return Split(lambda k: f"Ownership {k}", {row.key: row.years for row in rows})


def _user_rows(context: Context) -> tuple[YearRow, YearRow]:
    found = context.analysis.ownership
    hours = YearRow(
        key="user_hours",
        label="User hours, in no total",
        beside="hours",
        formula=lambda k: (
            f"=SUMPRODUCT({ASKED}*{_running(AREAS, k)}*{_by_end(AREAS, k)},{whole('User hours')})"
        ),
        values=found.user_hours,
        form=Form.WHOLE,
        emphasis=Emphasis.NOTE,
    )
    time = replace(
        hours,
        key="user_time",
        label="User time at the assumed rate, in no total",
        beside="$",
        formula=lambda k: f"={ref(AREAS, 'user_hours', year_header(k))}*{rate('user_hour_rate')}",
        values=found.user_time,
        form=None,
    )
    return hours, time


def _devices(k: int) -> str:
    year, first = label_of(PER_DEVICE, year_header(k)), whole("First fiscal year")
    bought = (
        f"({whole('Category')}={text(Category.DEVICES)})"
        f"*({whole('Cost type')}={text(CostType.PURCHASE)})"
    )
    lasts = f'(({whole("Refresh")}="yes")+({year}<{first}+{whole("Life")})>0)'
    serves = f"{_running(PER_DEVICE, k)}*{_by_end(PER_DEVICE, k)}*{lasts}"
    return f"=SUMPRODUCT({ASKED}*{bought}*{serves},{whole('Quantity')})"


def _running(table: str, k: int) -> str:
    """Return 1 for each line that has begun by year k."""
    first = whole("First fiscal year")
    return f"({first}>0)*({first}<={label_of(table, year_header(k))})"


def _by_end(table: str, k: int) -> str:
    """Return 1 for each line that has not ended before year k."""
    return f"({whole('Ends')}>={label_of(table, year_header(k))})"


def _schools(context: Context) -> list[YearRow]:
    schools = context.budget.schools
    owned = {row.key: row.years for row in context.analysis.ownership.schools}

    def row(place: int) -> YearRow:
        school = schools[place - 1] if place <= len(schools) else None
        values: list[Decimal | None] = [None] * len(context.years)
        if school is not None:
            students = [school.enrollment.get(year) or Decimal(0) for year in context.years]
            values = list(map(quotient, owned[school.school_id], students))
        return YearRow(
            key=str(place),
            label=Calculated(
                text_at("Schools", LABEL, place),
                context.labels["School"][school.school_id] if school else "",
            ),
            beside="$ per student",
            formula=lambda k: _by(
                ref(SCHOOLS, str(place), year_header(k)),
                nth_number("Schools", f"Enrollment {k}", place),
            ),
            values=values,
            emphasis=Emphasis.NONE if school else Emphasis.NOTE,
            total=False,
        )

    return [row(place) for place, _ in places(context, "Schools", schools)]


def _by(part: str, count: str) -> str:
    return f'=IF({count}=0,"none",{part}/{count})'
