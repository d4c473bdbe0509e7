"""Budgets to test with: small ones by hand, odd ones by hypothesis."""

from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from xlbudget.model import (
    Assumption,
    Budget,
    District,
    Driver,
    FundingSource,
    LineItem,
    Outcome,
    PlanGoal,
    Program,
    Saving,
    Scenario,
    School,
)
from xlbudget.model.choices import (
    Area,
    Category,
    CostType,
    Dimension,
    LineStatus,
    Need,
    SavingType,
    SourceKind,
    SourceStatus,
    Stream,
)

law = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])

BASE = 2027
FLAT = {"escalation_general": "0", "discount_rate": "0.04"}


def by_year(*amounts, first=BASE):
    return {first + k: Decimal(str(amount)) for k, amount in enumerate(amounts)}


def every_year(amount, years=5):
    return by_year(*[amount] * years)


def dollars(*amounts):
    return tuple(Decimal(str(amount)) for amount in amounts)


def district(years=5, month=7):
    return District(
        name="Riverbend",
        fiscal_year_start_month=month,
        base_fiscal_year=BASE,
        horizon_years=years,
    )


def assumed(**values):
    return tuple(Assumption(key=key, value=Decimal(value)) for key, value in values.items())


def budget(*lines, years=5, month=7, rates=None, **parts):
    """A budget of some lines; growth 0 and a discount rate of 4 % unless it says otherwise."""
    values = {**FLAT, **(rates or {})}
    return Budget(
        district=district(years, month), assumptions=assumed(**values), lines=lines, **parts
    )


def line(line_id="L1", **facts):
    """An annual line of $100 from the first year on, recurring, justified."""
    given = {
        "description": "A line",
        "cost_type": "annual",
        "quantity": 1,
        "unit_price": 100,
        "need": "recurring",
        "status": "justified",
        "first_fiscal_year": BASE,
        "area": "hardware",
        "category": "device hardware",
    }
    given.update(facts)
    numbers = {
        "quantity", "unit_price", "unit_setup", "spare_share", "residual_share", "benefit_rate",
        "flat_benefit", "user_hours", "prior_amount",
        *(f"{noun}_share_{slot}" for noun in ("goal", "source") for slot in (1, 2, 3)),
    }  # fmt: skip
    for name in numbers & given.keys():
        if given[name] is not None:
            given[name] = Decimal(str(given[name]))
    return LineItem(line_id=line_id, **given)


def purchase(line_id="L1", **facts):
    return line(line_id, cost_type="purchase", **facts)


def source(source_id="GEN", *amounts, **facts):
    """A secured, recurring source."""
    given = {"name": source_id, "stream": "recurring", "kind": "local", "status": "secured"}
    given.update(facts)
    return FundingSource(source_id=source_id, amount=by_year(*amounts), **given)


# --- odd budgets

money = st.decimals(-9_999, 99_999, places=2) | st.none()
shares = st.sampled_from([None, *map(Decimal, ("0", "0.25", "0.333333", "0.5", "0.75", "1"))])
years = st.none() | st.integers(BASE - 3, BASE + 6)
rates = st.sampled_from([None, *map(Decimal, ("-0.1", "0", "0.03", "0.25"))])
ids = st.sampled_from(["", "A", "B", "C", "nowhere"])
words = st.sampled_from(["", "strange"])


def one_of(choices):
    return st.sampled_from(list(choices)).map(str) | words


lines = st.builds(
    LineItem,
    line_id=st.uuids().map(str),
    program_id=ids,
    school_id=ids,
    goal_1=ids,
    goal_share_1=shares,
    goal_2=ids,
    goal_share_2=shares,
    goal_3=ids,
    goal_share_3=shares,
    cost_type=one_of(CostType),
    quantity=st.none() | st.decimals(-20, 500, places=1),
    unit_price=money,
    unit_setup=st.none() | st.decimals(0, 90, places=2),
    spare_share=shares,
    service_life=st.none() | st.integers(0, 6),
    residual_share=shares,
    refresh=st.booleans(),
    benefit_rate=rates,
    flat_benefit=money,
    source_1=ids,
    source_share_1=shares,
    source_2=ids,
    source_share_2=shares,
    source_3=ids,
    source_share_3=shares,
    successor=ids,
    status=one_of(LineStatus),
    need=one_of(Need),
    first_fiscal_year=years,
    last_fiscal_year=years,
    area=one_of(Area),
    category=one_of(Category),
    payment=st.dictionaries(st.integers(BASE - 1, BASE + 10), money, max_size=4),
    escalation_class=st.sampled_from(["", "staff", "odd", "unknown"]),
    user_hours=st.none() | st.decimals(0, 90, places=1),
    prior_amount=money,
)
amounts = st.dictionaries(st.integers(BASE, BASE + 9), money, max_size=6)
sources = st.builds(
    FundingSource,
    source_id=ids,
    name=words,
    stream=one_of(Stream),
    kind=one_of(SourceKind),
    status=one_of(SourceStatus),
    first_fiscal_year=years,
    last_fiscal_year=years,
    obligation_date=st.none() | st.dates(date(BASE - 1, 1, 1), date(BASE + 9, 1, 1)),
    amount=amounts,
    allowed_areas=st.lists(one_of(Area), max_size=3).map(tuple),
)
tags = st.lists(
    st.sampled_from(["per_student", "contingency", "x", "y"]), unique=True, max_size=3
).map(tuple)
programs = st.builds(
    Program,
    program_id=ids,
    name=words,
    department=words,
    tags=tags,
    condition_due=st.none() | st.dates(date(BASE, 1, 1), date(BASE, 12, 31)),
)
scenarios = st.builds(
    Scenario,
    scenario_id=ids,
    name=words,
    rank=st.none() | st.integers(1, 4),
    probability=shares,
    adopted=st.booleans(),
    excluded_tags=tags,
    discount_rate=rates,
    enrollment_change=rates,
)
multipliers = st.none() | st.decimals(0, 3, places=2)
drivers = st.builds(
    Driver,
    scenario_id=ids,
    dimension=one_of(Dimension),
    key=ids | one_of(Area) | st.sampled_from(["x", "per_student"]),
    quantity=multipliers,
    price=multipliers,
    salary=multipliers,
    funding=multipliers,
)
goals = st.builds(
    PlanGoal,
    goal_id=ids,
    plan=st.sampled_from(["district", "building", ""]),
    parent_goal_id=ids,
    statement=words,
)
outcomes = st.builds(
    Outcome,
    outcome_id=ids,
    program_id=ids,
    goal_id=ids,
    measure=words,
    grade_band=words,
    expected_gain=rates,
    actual_gain=rates,
    students=st.none() | st.integers(0, 50),
    cycle_end=years,
    importance=shares,
    influence=shares,
    probability=shares,
)
savings = st.builds(
    Saving, saving_id=ids, program_id=ids, type=one_of(SavingType), planned=amounts, actual=amounts
)
schools = st.builds(
    School,
    school_id=ids,
    name=words,
    enrollment=st.dictionaries(
        st.integers(BASE, BASE + 9), st.integers(0, 900).map(Decimal), max_size=6
    ),
)


def some(records, most=4):
    return st.lists(records, max_size=most).map(tuple)


budgets = st.builds(
    Budget,
    district=st.builds(district, st.integers(1, 10), st.integers(1, 12)),
    schools=some(schools),
    goals=some(goals),
    programs=some(programs),
    sources=some(sources),
    scenarios=some(scenarios, 3),
    drivers=some(drivers),
    outcomes=some(outcomes),
    savings=some(savings),
    lines=some(lines, 6),
    assumptions=st.fixed_dictionaries(
        {
            "escalation_odd": st.sampled_from(["-1", "-0.5", "0.1"]),
            "discount_rate": st.sampled_from(["-0.2", "0", "0.044"]),
            "mid_year": st.sampled_from(["0", "1"]),
            "user_hour_rate": st.sampled_from(["0", "45"]),
            "reserve_interest": st.sampled_from(["0", "0.015"]),
        }
    ).map(lambda values: assumed(**values)),
)
