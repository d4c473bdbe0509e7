"""What a workbook cannot hold of a budget: the list, and the budget that comes home."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from xlbudget.model import Budget
from xlbudget.model.defaults import with_defaults
from xlbudget.model.field import fields_of
from xlbudget.model.tables import TABLES
from xlbudget.workbook.intake.stated import stated_count

NOT_HELD = (
    (
        "Amounts of fiscal years outside the plan",
        "A sheet has a column for each year of the plan. They count nowhere; a folder keeps them.",
    ),
    (
        "That a default was stated as an assumption, where nothing but such defaults follow",
        "The sheet shows the defaults after what was stated. No figure differs.",
    ),
)


def as_held(budget: Budget) -> Budget:
    """Return a budget as its workbook holds it: without what ``NOT_HELD`` lists."""
    years = budget.district.years
    records: dict[str, Any] = {
        table.attribute: tuple(_within(record, years) for record in table.records(budget))
        for table in TABLES
    }
    listed = with_defaults(budget.assumptions)
    records["assumptions"] = listed[: stated_count(listed)]
    return Budget(district=budget.district, **records)


def _within(record: Any, years: Sequence[int]) -> Any:  # noqa: ANN401 - any record type
    """Return a record without the amounts of years outside the plan."""
    yearly = [field.name for field in fields_of(record.__class__) if field.yearly]
    kept = {
        name: {year: amount for year, amount in getattr(record, name).items() if year in years}
        for name in yearly
    }
    return replace(record, **kept) if kept else record
