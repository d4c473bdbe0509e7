"""The budget of a district that has entered nothing yet: what an empty workbook is made from."""

from __future__ import annotations

from xlbudget.model import Budget, District

BASE_FISCAL_YEAR = 2027
HORIZON_YEARS = 5


def empty_budget(horizon_years: int = HORIZON_YEARS) -> Budget:
    """Return a budget without any record; its sheet Assumptions shows the defaults.

    Args:
        horizon_years: Years of the plan.

    """
    district = District(
        name="Your district",
        state="",
        nces_id="",
        fiscal_year_start_month=7,
        currency="USD",
        base_fiscal_year=BASE_FISCAL_YEAR,
        horizon_years=horizon_years,
        stage="",
        as_of=None,
        due=None,
        owner="",
        vision="",
    )
    return Budget(district=district)
