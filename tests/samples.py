"""A small budget without a finding, and ways to change one record of it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from xlbudget.model import (
    Budget,
    District,
    FundingSource,
    LineItem,
    Outcome,
    PlanGoal,
    Practice,
    Program,
    Saving,
    Scenario,
    School,
)

YEARS = tuple(range(2027, 2032))


def every_year(amount):
    """The same amount in each year of the plan."""
    return dict.fromkeys(YEARS, Decimal(amount))


DISTRICT = District(
    name="Millbrook",
    state="OH",
    fiscal_year_start_month=7,
    base_fiscal_year=2027,
    horizon_years=5,
    as_of=date(2026, 8, 1),
)
SCHOOL = School(school_id="S1", name="Oak Elementary", enrollment=every_year(400))
GOAL = PlanGoal(goal_id="G1", plan="district", statement="Every third grader reads")
PRACTICE = Practice(practice_id="X1", name="Reading labs")
PROGRAM = Program(
    program_id="P1", name="Devices", practice_id="X1", owner="Tech office", tags=("core",)
)
SOURCE = FundingSource(
    source_id="F1",
    name="General fund",
    stream="recurring",
    kind="local",
    status="secured",
    amount=every_year(500_000),
)
LINE = LineItem(
    line_id="L1",
    program_id="P1",
    school_id="S1",
    description="Chromebooks",
    justification="Every third grader has a device to read on.",
    goal_1="G1",
    goal_share_1=Decimal(1),
    cost_type="purchase",
    quantity=Decimal(100),
    unit_price=Decimal("365.00"),
    source_1="F1",
    source_share_1=Decimal(1),
    status="justified",
    need="recurring",
    first_fiscal_year=2027,
    area="hardware",
    category="device hardware",
    service_life=4,
    refresh=True,
    escalation_class="hardware",
)
SCENARIO = Scenario(scenario_id="SC1", name="Adopted plan", adopted=True)
OUTCOME = Outcome(
    outcome_id="O1",
    program_id="P1",
    goal_id="G1",
    measure="MAP reading",
    expected_gain=Decimal("1.5"),
)
SAVING = Saving(saving_id="V1", program_id="P1", type="cashable", reduces="Textbooks 640")
BUDGET = Budget(
    district=DISTRICT,
    schools=(SCHOOL,),
    goals=(GOAL,),
    programs=(PROGRAM,),
    practices=(PRACTICE,),
    sources=(SOURCE,),
    scenarios=(SCENARIO,),
    outcomes=(OUTCOME,),
    savings=(SAVING,),
    lines=(LINE,),
)


def with_first(table, **changes):
    """The sample budget with changes to the first record of a table, or to its district."""
    if table == "district":
        return replace(BUDGET, district=replace(DISTRICT, **changes))
    first, *others = getattr(BUDGET, table)
    return replace(BUDGET, **{table: (replace(first, **changes), *others)})


def with_more(table, *records, budget=BUDGET):
    """A budget with further records in a table."""
    return replace(budget, **{table: (*getattr(budget, table), *records)})


def with_source(line=None, **facts):
    """The sample budget whose line is paid by a source of other facts, F2."""
    source = replace(SOURCE, **{"source_id": "F2", "name": "Grant", **facts})
    budget = with_first("lines", **{"source_1": "F2", **(line or {})})
    return with_more("sources", source, budget=budget)


def seen(rule, budget):
    """What a rule finds: each finding's place and what it saw, in words."""
    return [(str(finding.place), finding.saw) for finding in rule.check(budget)]


def severities(rule, budget):
    """How grave each finding of a rule is."""
    return [finding.severity.value for finding in rule.check(budget)]
