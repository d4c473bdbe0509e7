"""The sheet Cost of ownership: what the plan's technology costs over its service life."""

from __future__ import annotations

from xlbudget.model.choices import Area
from xlbudget.sheets.breakdowns import ALL, REST, largest_in_words
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.live_rows import total
from xlbudget.sheets.ownership_blocks import (
    AREAS,
    PER_STUDENT,
    breakdowns,
    per_device,
    per_student,
)
from xlbudget.sheets.plan import Calculated, Headline, Role, Sheet, ref
from xlbudget.sheets.refresh import (
    AS_PURCHASED,
    as_purchased,
    evened_out_chart,
    refresh_reserve,
    reserve_in_words,
)
from xlbudget.sheets.timeline import shown

TITLE = "Cost of ownership"


def cost_of_ownership_sheet(context: Context) -> Sheet:
    """Return the sheet Cost of ownership."""
    return Sheet(
        title=TITLE,
        role=Role.CALCULATION,
        says="Read what technology costs to own in each year of its service, and what would even "
        "out the lumps. All figures follow Line items.",
        headlines=_headlines(context),
        judgements=(_largest(context), reserve_in_words(context)),
        tables=(
            *breakdowns(context),
            per_student(context),
            per_device(context),
            as_purchased(context),
            refresh_reserve(context),
        ),
        charts=(evened_out_chart(context),),
        charts_first=True,
        landscape=True,
    )


def _headlines(context: Context) -> tuple[Headline, ...]:
    found, first = context.analysis.ownership, year_header(1)
    return (
        Headline("Ownership, year 1 ($)", Calculated("=" + ref(AREAS, ALL, first), found.years[0])),
        Headline(
            "Per student, year 1 ($)",
            Calculated("=" + ref(PER_STUDENT, "district", first), shown(found.per_student[0])),
        ),
        Headline(
            "Evened-out need, year 1 ($)",
            Calculated("=" + ref(AS_PURCHASED, "evened_out", first), found.evened_out[0]),
        ),
        Headline(
            "User time, year 1 ($), in no total",
            Calculated("=" + ref(AREAS, "user_time", first), found.user_time[0]),
        ),
    )


def _largest(context: Context) -> Calculated:
    rows = context.analysis.ownership.areas
    sums = {row.key: row.total for row in rows if row.key in list(Area)}
    others = [row.total for row in rows if row.key not in sums]
    return largest_in_words(AREAS, "Area", sums | {REST: total(others)}, "ownership")
