"""A small budget in which every check passes: the ground from which tests break one thing."""

from datetime import date
from decimal import Decimal

from xlbudget.model import (
    Assumption,
    Budget,
    District,
    Driver,
    FundingSource,
    LineItem,
    Outcome,
    PlanGoal,
    Practice,
    Program,
    Saving,
    Scenario,
    School,
    StandardItem,
    TeamMember,
)

YEARS = range(2027, 2032)


def each_year(amount):
    return dict.fromkeys(YEARS, Decimal(amount))


def clean_budget():
    """Return a budget of two lines that every rule and every check is content with."""
    return Budget(
        district=District(
            name="Clearwater Schools",
            state="OR",
            fiscal_year_start_month=7,
            currency="USD",
            base_fiscal_year=2027,
            horizon_years=5,
            stage="recommended",
            as_of=date(2026, 3, 1),
            due=date(2026, 6, 15),
            owner="Finance office",
        ),
        schools=(
            School(
                school_id="S1",
                name="Clearwater Elementary",
                level="elementary",
                locale="urban",
                nslp_percent=Decimal(40),
                enrollment=each_year(400),
            ),
        ),
        goals=(
            PlanGoal(
                goal_id="G1",
                plan="district",
                statement="Grade 3 reading: 70 % proficient",
                measure="proficient",
                importance=5,
            ),
            PlanGoal(
                goal_id="G2",
                plan="building",
                school_id="S1",
                parent_goal_id="G1",
                statement="Small-group reading every day",
                measure="minutes",
                importance=4,
            ),
        ),
        programs=(
            Program(
                program_id="P1",
                name="Devices",
                owner="Director",
                department="Technology",
                priority="committed by contract",
                condition="Teachers are trained",
                condition_measure="share of teachers trained",
                condition_due=date(2027, 1, 31),
                tags=("device_refresh",),
            ),
        ),
        practices=(Practice(practice_id="PR1", name="Four-year refresh", source="FCC 2012"),),
        standard_items=(
            StandardItem(item_id="I1", description="Chromebook", unit_price=Decimal(300)),
        ),
        sources=(
            FundingSource(
                source_id="F1",
                name="General fund",
                stream="recurring",
                kind="local",
                status="secured",
                first_fiscal_year=2027,
                amount=each_year(100_000),
            ),
            FundingSource(
                source_id="F2",
                name="Grant that ends",
                stream="one-time",
                kind="grant",
                status="secured",
                first_fiscal_year=2027,
                last_fiscal_year=2028,
                amount=each_year(20_000),
            ),
        ),
        scenarios=(
            Scenario(
                scenario_id="A", name="Adopted plan", adopted=True, probability=Decimal("0.6")
            ),
            Scenario(scenario_id="B", name="Five-year refresh", rank=2, probability=Decimal("0.4")),
        ),
        drivers=(
            Driver(scenario_id="B", dimension="tag", key="device_refresh", quantity=Decimal("0.8")),
        ),
        outcomes=(
            Outcome(
                outcome_id="O1",
                program_id="P1",
                goal_id="G1",
                measure="proficient",
                unit="percentage points",
                grade_band="3",
                expected_gain=Decimal(4),
                students=120,
                cycle_end=2029,
                importance=Decimal(5),
                influence=Decimal(3),
            ),
        ),
        savings=(
            Saving(
                saving_id="V1",
                program_id="P1",
                type="cashable",
                reduces="L2",
                planned=each_year(1_000),
            ),
        ),
        lines=(
            LineItem(
                line_id="L1",
                description="Chromebooks for grade 3",
                program_id="P1",
                school_id="S1",
                justification="Each student needs a working device",
                goal_1="G1",
                cost_type="annual",
                quantity=Decimal(100),
                unit_price=Decimal(90),
                source_1="F1",
                status="approved",
                need="recurring",
                first_fiscal_year=2027,
                area="hardware",
                category="supplies and printing",
                prior_amount=Decimal(9_000),
            ),
            LineItem(
                line_id="L2",
                description="Repair of devices",
                program_id="P1",
                justification="Broken devices are repaired within a week",
                goal_1="G2",
                cost_type="annual",
                quantity=Decimal(50),
                unit_price=Decimal(80),
                source_1="F1",
                status="justified",
                need="recurring",
                first_fiscal_year=2027,
                area="hardware",
                category="spares and repair",
                prior_amount=Decimal(4_000),
            ),
        ),
        assumptions=(
            Assumption(
                key="reserve_opening",
                value=Decimal(0),
                unit="$",
                basis="ledger",
                source="ledger of 2026",
                published=date(2026, 1, 1),
                valid_until=date(2027, 6, 30),
            ),
        ),
        team=(TeamMember(role="Chief financial officer", name="A. Clerk"),),
    )
