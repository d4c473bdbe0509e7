"""The checks that totals agree: each breakdown adds up to the lines that it breaks down."""

from __future__ import annotations

from xlbudget.sheets.check import Check, CheckKind
from xlbudget.sheets.context import Context
from xlbudget.sheets.plan import ref
from xlbudget.sheets.plan_checks import lines_total, tie, year_span

BLOCKS = (
    ("T01", "CostByArea", "area", "Cost by year"),
    ("T02", "CostByCategory", "category", "Cost by year"),
    ("T03", "CostByType", "type of cost", "Cost by year"),
    ("T04", "CostByNeed", "need", "Cost by year"),
    ("T05", "CostByStream", "stream of money", "Cost by year"),
)
OWNERSHIP = (
    ("T06", "OwnershipByArea", "area"),
    ("T07", "OwnershipByCategory", "category"),
    ("T08", "OwnershipByProgram", "program"),
    ("T09", "OwnershipBySchool", "school"),
)


def tie_checks(context: Context) -> tuple[Check, ...]:
    """Return the checks that totals agree, and that the refresh reserve holds."""
    last = len(context.years)
    owned = f"SUM(LineItems[[Ownership 1]:[Ownership {last}]])"
    cost = (
        tie(
            key,
            f"Cost by {noun} adds up to the lines",
            f"SUM({year_span(context, table, 'total')})-{lines_total(context)}",
            sheet,
        )
        for key, table, noun, sheet in BLOCKS
    )
    ownership = (
        tie(
            key,
            f"Ownership by {noun} adds up to the lines",
            f"SUM({year_span(context, table, 'total')})-{owned}",
            "Cost of ownership",
        )
        for key, table, noun in OWNERSHIP
    )
    return (*cost, *ownership, _goals(), _reserve(context))


def _goals() -> Check:
    return tie(
        "T10",
        "Money by goal and area adds up to the money of the district's goals",
        f"{ref('GoalByArea', 'linked', 'Total')}-{ref('DistrictGoals', 'total', 'Asked')}",
        "Alignment",
    )


def _reserve(context: Context) -> Check:
    closing = year_span(context, "RefreshReserve", "closing")
    reserve = context.analysis.ownership.reserve
    return Check(
        check_id="T11",
        kind=CheckKind.ERROR,
        says="The refresh reserve never closes below zero: years in which it does",
        formula=f"=SUMPRODUCT(--(ROUND({closing},2)<0))",
        value=sum(balance < 0 for balance in reserve.closing),
        sheet="Cost of ownership",
    )
