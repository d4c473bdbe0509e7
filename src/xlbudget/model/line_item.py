"""A line item: the smallest thing that a budget is made of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from xlbudget.model.choices import Area, Category, CostType, LineStatus, Need
from xlbudget.model.field import Kind, Years, column
from xlbudget.model.sent import sent

SLOTS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Split:
    """A part of a line: whose it is, and how large (a fraction of 1)."""

    key: str
    share: Decimal


@sent
@dataclass(frozen=True, slots=True, kw_only=True)
class LineItem:
    """The smallest thing a budget is made of: one cost under one account code."""

    line_id: str = column(Kind.ID, "Id of the line.", required=True)
    description: str = column(Kind.TEXT, "What is bought, in one sentence.", required=True)
    program_id: str = column(Kind.ID, "Program that the line belongs to.", refers="Program")
    school_id: str = column(
        Kind.ID, "School that the line is for; blank for the whole district.", refers="School"
    )
    justification: str = column(Kind.TEXT, "Why it is needed, in one sentence.")
    goal_1: str = column(Kind.ID, "Goal that the line serves.", refers="PlanGoal")
    cost_type: str = column(
        Kind.CHOICE, "How the cost comes about.", choices=CostType, required=True
    )
    quantity: Decimal | None = column(Kind.NUMBER, "Units, or full-time equivalents.", low=0)
    unit_price: Decimal | None = column(
        Kind.MONEY, "Price of one unit, or salary, in money of the first year.", unit="$"
    )
    source_1: str = column(Kind.ID, "Source that pays.", refers="FundingSource")
    status: str = column(
        Kind.CHOICE, "How far the line has come.", choices=LineStatus, required=True
    )
    need: str = column(
        Kind.CHOICE,
        "Recurring, one-time, or starts (first purchase one-time, then recurring).",
        choices=Need,
        required=True,
    )
    first_fiscal_year: int | None = column(Kind.YEAR, "First year of the cost.", required=True)
    last_fiscal_year: int | None = column(
        Kind.YEAR, "Last year of the cost; blank when it goes on."
    )
    area: str = column(Kind.CHOICE, "Budget area.", choices=Area, required=True)
    category: str = column(Kind.CHOICE, "What is bought.", choices=Category, required=True)
    goal_share_1: Decimal | None = column(
        Kind.SHARE, "Part of the line that serves the goal.", low=0, high=1
    )
    goal_2: str = column(Kind.ID, "Second goal, if any.", refers="PlanGoal")
    goal_share_2: Decimal | None = column(
        Kind.SHARE, "Part of the line that serves the second goal.", low=0, high=1
    )
    goal_3: str = column(Kind.ID, "Third goal, if any.", refers="PlanGoal")
    goal_share_3: Decimal | None = column(
        Kind.SHARE, "Part of the line that serves the third goal.", low=0, high=1
    )
    source_share_1: Decimal | None = column(Kind.SHARE, "Part that the source pays.", low=0, high=1)
    source_2: str = column(Kind.ID, "Second source, if any.", refers="FundingSource")
    source_share_2: Decimal | None = column(
        Kind.SHARE, "Part that the second source pays.", low=0, high=1
    )
    source_3: str = column(Kind.ID, "Third source, if any.", refers="FundingSource")
    source_share_3: Decimal | None = column(
        Kind.SHARE, "Part that the third source pays.", low=0, high=1
    )
    successor: str = column(
        Kind.ID,
        "Source that pays the share of any of them once it has ended.",
        refers="FundingSource",
    )
    unit_setup: Decimal | None = column(
        Kind.MONEY, "One-time setup of one unit bought.", low=0, unit="$"
    )
    spare_share: Decimal | None = column(
        Kind.SHARE, "Spares bought beside the units.", low=0, high=1
    )
    service_life: int | None = column(
        Kind.WHOLE, "Years that a unit serves.", low=1, high=50, unit="years"
    )
    residual_share: Decimal | None = column(
        Kind.SHARE, "Part of the price that a contracted buy-back pays at the end.", low=0, high=1
    )
    refresh: bool = column(Kind.YES_NO, "Whether it is replaced at the end of its life.")
    benefit_rate: Decimal | None = column(
        Kind.RATE, "Benefits as a share of salary (staff).", low=0, high=2
    )
    flat_benefit: Decimal | None = column(
        Kind.MONEY, "Benefits per position beside the rate (staff).", low=0, unit="$"
    )
    payment: Years = column(Kind.MONEY, "Contract payment due in the year.", yearly=True, unit="$")
    escalation_class: str = column(
        Kind.ID, "Price growth class, as on Assumptions; blank for general.", refers="Escalation"
    )
    function: str = column(Kind.ID, "Function code of the account.")
    object: str = column(Kind.ID, "Object code of the account.")
    benefit_object: str = column(Kind.ID, "Object code of benefits (staff).")
    project: str = column(Kind.ID, "Project code of the account.")
    owner: str = column(Kind.TEXT, "Who answers for the line.")
    user_hours: Decimal | None = column(
        Kind.NUMBER, "Unbudgeted hours a year that users spend on it.", low=0, unit="hours"
    )
    prior_amount: Decimal | None = column(
        Kind.MONEY, "Amount of the year before the plan.", unit="$"
    )
    notes: str = column(Kind.TEXT, "Notes, for instance why it changed.")
