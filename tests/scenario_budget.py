"""A small budget with three scenarios, small enough to work by hand."""

from dataclasses import replace
from decimal import Decimal

from analysis.budgets import budget, by_year, line, purchase, source
from xlbudget.model import Driver, Program, Saving, Scenario, School

PROGRAM = Program(program_id="P1", name="Devices", tags=("refresh", "per_student"))
LINES = (
    # 10 devices at $100 in FY2027 and FY2029, a tenth is bought back after two years
    purchase(
        "L1",
        program_id="P1",
        quantity=10,
        service_life=2,
        refresh=True,
        residual_share="0.1",
        source_1="GEN",
    ),
    # $1,000 a year; its grant ends with FY2028, and nobody succeeds it
    line(
        "L2",
        cost_type="staff",
        unit_price=1000,
        area="technical support",
        category="support labor",
        source_1="GRANT",
    ),
    # $100 a year, of which E-rate may pay $60
    line(
        "L3",
        cost_type="contract",
        payment=by_year(100, 100, 100),
        area="broadband",
        category="connectivity",
        source_1="ERATE",
        source_share_1="0.6",
        source_2="GEN",
        source_share_2="0.4",
    ),
)
SOURCES = (
    source("GEN", 5000, 5000, 5000),
    source("GRANT", 1000, 1000, stream="one-time", last_fiscal_year=2028),
    source("ERATE", 60, 60, 60, stream="renewable", kind="E-rate Category One"),
)
SCENARIOS = (
    Scenario(scenario_id="LESS", name="Fewer devices", rank=1, probability=Decimal("0.25")),
    Scenario(scenario_id="PLAN", name="The plan", adopted=True, probability=Decimal("0.5")),
    Scenario(
        scenario_id="MORE",
        name="More students",
        rank=2,
        probability=Decimal("0.25"),
        enrollment_change=Decimal("0.1"),
    ),
)
DRIVERS = (
    Driver(scenario_id="LESS", dimension="tag", key="refresh", quantity=Decimal("0.8")),
    Driver(scenario_id="LESS", dimension="source", key="ERATE", funding=Decimal("0.5")),
)


def scenario_budget(**changes):
    """Return the budget, at a discount rate of 10 %, with other parts where they are given."""
    given = budget(
        *LINES,
        years=3,
        rates={"discount_rate": "0.1"},
        programs=(PROGRAM,),
        sources=SOURCES,
        scenarios=SCENARIOS,
        drivers=DRIVERS,
        savings=(Saving(saving_id="V1", type="cashable", planned=by_year(200, 200, 200)),),
        schools=(School(school_id="S1", name="Oak", enrollment=by_year(100, 100, 100)),),
    )
    return replace(given, **changes)
