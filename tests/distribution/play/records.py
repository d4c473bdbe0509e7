"""The district of a play as the project's records, and as a folder."""

from datetime import date
from decimal import Decimal

from distribution.play.district import (
    BY_KEY,
    CENTRAL,
    FIRST,
    GOALS,
    GROWTH,
    ITEMS,
    SOURCES,
    YEARS,
)
from distribution.play.truth import cents_of
from xlbudget.model import (
    Assumption,
    Budget,
    District,
    FundingSource,
    LineItem,
    PlanGoal,
    School,
    StandardItem,
)

CAMPAIGN = "play-2027"
DISTRICT = District(
    name="Playground Schools",
    state="OR",
    fiscal_year_start_month=7,
    base_fiscal_year=FIRST,
    horizon_years=len(YEARS),
    as_of=date(2026, 1, 5),
    due=date(2026, 4, 15),
    owner="@Finance office",
)


def budget_of(schools):
    """The district's budget, with the lines of last year of its schools."""
    lines = (*CENTRAL, *(line for school in schools for line in school.last_year))
    return Budget(
        district=DISTRICT,
        schools=tuple(map(_school, schools)),
        goals=(*map(_goal, GOALS), *map(_own_goal, schools)),
        standard_items=tuple(map(_item, ITEMS)),
        sources=tuple(map(_source, SOURCES)),
        assumptions=tuple(
            Assumption(key=f"escalation_{key}", value=_decimal(rate))
            for key, rate in GROWTH.items()
        ),
        lines=tuple(map(_line, lines)),
    )


def _school(school):
    """A school with a little more money than its answer comes to."""
    costs = [cents_of(line) for line in school.lines]
    planned = [sum(cost[place] for cost in costs) for place in range(len(YEARS))]
    allocation = {y: _dollars(cents + 1_000_000) for y, cents in zip(YEARS, planned, strict=True)}
    enrollment = dict.fromkeys(YEARS, Decimal(400))
    return School(
        school_id=school.key, name=school.name, enrollment=enrollment, allocation=allocation
    )


def _goal(key):
    return PlanGoal(goal_id=key, plan="district", statement=GOALS[key], measure="percent")


def _own_goal(school):
    return PlanGoal(
        goal_id=school.goal,
        plan="building",
        school_id=school.key,
        parent_goal_id="G1",
        statement=school.goal_words,
        measure="students",
    )


def _item(kind):
    return StandardItem(
        item_id=kind.key,
        description=kind.words,
        unit=kind.unit,
        area=kind.area,
        category=kind.category,
        unit_price=_dollars(kind.cents),
        service_life=kind.life,
        refresh=kind.refresh,
        escalation_class=kind.growth,
        function=kind.function,
        object=kind.object,
    )


def _source(key):
    name, fund = SOURCES[key]
    amount = dict.fromkeys(YEARS, Decimal(9_000_000))
    return FundingSource(
        source_id=key, name=name, fund=fund, stream="recurring", status="secured", amount=amount
    )


def _line(line):
    kind = BY_KEY[line["kind"]]
    is_contract = kind.cost_type == "contract"
    facts = {
        "line_id": line["line"],
        "description": line["words"],
        "school_id": line["school"],
        "justification": line["why"],
        "cost_type": kind.cost_type,
        "quantity": None if is_contract else _decimal(line["quantity"]),
        "unit_price": None if is_contract else _dollars(line["cents"]),
        "status": line["status"],
        "need": "recurring",
        "first_fiscal_year": line["first"],
        "area": kind.area,
        "category": kind.category,
        "spare_share": _decimal(line["spare"]) if "spare" in line else None,
        "unit_setup": _dollars(line["setup"]) if "setup" in line else None,
        "benefit_rate": _decimal(line["benefit"]) if "benefit" in line else None,
        "flat_benefit": _dollars(line["flat"]) if "flat" in line else None,
        "payment": {year: _dollars(cents) for year, cents in line.get("payment", {}).items()},
        "service_life": kind.life,
        "refresh": kind.refresh,
        "escalation_class": kind.growth,
        "function": kind.function,
        "object": kind.object,
    }
    return LineItem(**facts, **_slots("goal", line["goals"]), **_slots("source", line["sources"]))


def _slots(noun, shares):
    slots = {}
    for slot, (key, share) in enumerate(shares.items(), start=1):
        is_last = slot == len(shares)
        left = 1 - sum((slots[f"{noun}_share_{i}"] for i in range(1, slot)), Decimal(0))
        slots |= {f"{noun}_{slot}": key}
        slots |= {f"{noun}_share_{slot}": left if is_last else _decimal(share)}
    return slots


def _decimal(number):
    """A fraction as a decimal, which all of them are exactly."""
    return Decimal(number.numerator) / Decimal(number.denominator)


def _dollars(cents):
    return Decimal(cents).scaleb(-2)
