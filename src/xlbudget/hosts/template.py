"""The empty standard workbook of a district: what people fill in who start from nothing."""

from __future__ import annotations

from xlbudget.model import Budget, District
from xlbudget.sheets.book import district_book
from xlbudget.sheets.plan import Book

BASE_FISCAL_YEAR = 2027
HORIZON_YEARS = 5
SPARE_LINES = 200
SPARE_RECORDS = 25
SCENARIOS = 6


def template_book(edition: str = "working") -> Book:
    """Return the empty standard workbook as data: default assumptions, room for the rest."""
    return district_book(
        empty_budget(),
        (),
        edition,
        spare_lines=SPARE_LINES,
        spare_records=SPARE_RECORDS,
        least_scenarios=SCENARIOS,
    )


def empty_budget() -> Budget:
    """Return a budget without any record; its sheet Assumptions shows the defaults."""
    district = District(
        name="Your district",
        state="",
        nces_id="",
        fiscal_year_start_month=7,
        currency="USD",
        base_fiscal_year=BASE_FISCAL_YEAR,
        horizon_years=HORIZON_YEARS,
        stage="",
        as_of=None,
        due=None,
        owner="",
        vision="",
    )
    return Budget(district=district)
