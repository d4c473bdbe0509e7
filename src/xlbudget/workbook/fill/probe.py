"""A budget unlike the empty one in every fact: what both show alike is a template's own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from xlbudget.model import Budget, LineItem, PlanGoal, Program, TeamMember
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.sheets.empty_budget import empty_budget
from xlbudget.sheets.identity import Identity

_DAY = date(2001, 2, 3)
_WORD = "probe"


def probe(years: int) -> Budget:
    """Return a budget that differs from the empty one wherever a cell shows a typed fact.

    Args:
        years: Years of the plan.

    """
    empty = empty_budget(years)
    district = replace(
        empty.district,
        name=_WORD,
        state=_WORD,
        nces_id=_WORD,
        fiscal_year_start_month=1,
        currency=_WORD,
        base_fiscal_year=2001,
        stage=_WORD,
        as_of=_DAY,
        due=_DAY,
        owner=_WORD,
        vision=_WORD,
    )
    return Budget(
        district=district,
        goals=(PlanGoal(goal_id=_WORD, plan="district", statement=_WORD),),
        programs=(Program(program_id=_WORD, name=_WORD, department=_WORD),),
        lines=(
            LineItem(
                line_id=_WORD,
                description=_WORD,
                program_id=_WORD,
                cost_type="annual",
                quantity=Decimal(1),
                unit_price=Decimal(1),
                first_fiscal_year=2001,
            ),
        ),
        team=(TeamMember(role=_WORD, name=_WORD),),
    )


def probe_findings() -> tuple[Finding, ...]:
    """Return a finding for the budget."""
    return (Finding(Severity.WARNING, _WORD, Place(file=_WORD), _WORD, _WORD, _WORD),)


def probe_identity() -> Identity:
    """Return who the workbook is: like no other."""
    return Identity(workbook_id=_WORD, school_id=_WORD, origin=_WORD)
