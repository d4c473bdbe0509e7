"""The district, and the frame of its budget."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from xlbudget.model.choices import Stage
from xlbudget.model.field import Kind, column


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """The district, and the frame of its budget."""

    name: str = column(Kind.TEXT, "Name of the district.", required=True)
    state: str = column(Kind.TEXT, "Two-letter code of the state.")
    nces_id: str = column(Kind.ID, "Seven-digit NCES id of the district.", header="NCES id")
    fiscal_year_start_month: int = column(
        Kind.WHOLE, "Month in which the fiscal year starts, 1 to 12.", required=True, low=1, high=12
    )
    currency: str = column(Kind.TEXT, "Currency code (ISO 4217).")
    base_fiscal_year: int = column(
        Kind.YEAR,
        "First fiscal year of the plan, named after the calendar year it ends in.",
        required=True,
        low=2000,
        high=2100,
    )
    horizon_years: int = column(
        Kind.WHOLE, "Years that the plan covers.", required=True, low=1, high=10
    )
    stage: str = column(Kind.CHOICE, "Stage of the amounts.", choices=Stage)
    as_of: date | None = column(Kind.DATE, "Day on which the figures were known.", header="As of")
    due: date | None = column(Kind.DATE, "Day on which the budget is due.", header="Due")
    owner: str = column(Kind.TEXT, "Who answers for this budget.")
    vision: str = column(Kind.TEXT, "The district's vision for digital learning.")

    @property
    def years(self) -> tuple[int, ...]:
        """Return the fiscal years of the plan, in order."""
        return tuple(range(self.base_fiscal_year, self.base_fiscal_year + self.horizon_years))

    @property
    def last_year(self) -> int:
        """Return the last fiscal year of the plan."""
        return self.base_fiscal_year + self.horizon_years - 1
