"""The block of Funding plan that shows what each source pays by year."""

from __future__ import annotations

from decimal import Decimal

from xlbudget.analysis.funding_plan import SourceFunding
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.live_rows import places
from xlbudget.sheets.plan import (
    Calculated,
    Column,
    Emphasis,
    Form,
    Part,
    Row,
    Table,
    row_range,
    whole,
)
from xlbudget.sheets.timeline import fiscal_years

SOURCES = "FundingBySource"


def funding_by_source(context: Context) -> Table:
    """Return what each source pays by year, with spare rows for sources to come."""
    sources = context.analysis.funding.sources
    years = [Column(header=year_header(k), form=Form.DOLLARS, width=13) for k in context.numbers]
    rows = [
        _row(context, place - 1, source) for place, source in places(context, "Funding", sources)
    ]
    return Table(
        name=SOURCES,
        heading="What each source pays",
        columns=(
            Column(header="Source", part=Part.LABEL, form=Form.TEXT, width=38),
            Column(header="Stream", form=Form.TEXT, width=14),
            *years,
            Column(header="Total", form=Form.DOLLARS, width=13),
        ),
        rows=tuple(rows),
        labels=(None, None, *fiscal_years(context), None),
    )


def _row(context: Context, place: int, item: SourceFunding | None) -> Row:
    def at(column: str) -> str:
        return f"INDEX({whole(column, 'Funding')},{place + 1})"

    label = context.labels["FundingSource"][item.source.source_id] if item else ""
    stream = item.source.stream if item else ""
    total = sum(item.paid, Decimal(0)) if item else 0
    span = row_range(SOURCES, str(place), year_header(1), year_header(len(context.years)))
    return Row(
        key=str(place),
        cells=(
            Calculated(f'={at("Label")}&""', label),
            Calculated(f'={at("Stream")}&""', stream),
            *(
                Calculated(f"={at(f'Paid {k}')}", item.paid[k - 1] if item else 0)
                for k in context.numbers
            ),
            Calculated(f"=SUM({span})", total),
        ),
        emphasis=Emphasis.NONE if item else Emphasis.NOTE,
    )
