"""The checks of the plan as a whole: totals that must agree, and what the board must know."""

from __future__ import annotations

from datetime import date

from xlbudget.model.choices import Plan, SavingType
from xlbudget.model.defaults import with_defaults
from xlbudget.sheets.check import Check, CheckKind
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.funding import OVER
from xlbudget.sheets.plan import ref, row_range, text, whole

HALF_A_CENT = 0.005
FUNDING_PLAN = "FundingPlan"


def plan_checks(context: Context) -> tuple[Check, ...]:
    """Return the checks of the plan as a whole."""
    return (*_funding(context), *_goals(context), *_records(context))


def year_span(context: Context, table: str, row: str) -> str:
    """Return the token of a row's years."""
    return row_range(table, row, year_header(1), year_header(len(context.years)))


def lines_total(context: Context) -> str:
    """Return the formula text of the cost of all lines over the plan."""
    return f"SUM(LineItems[[Year 1]:[{year_header(len(context.years))}]])"


def tie(check_id: str, says: str, formula: str, sheet: str) -> Check:
    """Return a check that two totals agree to half a cent."""
    return Check(
        check_id=check_id,
        kind=CheckKind.ERROR,
        says=says,
        formula="=" + formula,
        value=0,
        sheet=sheet,
        tolerance=HALF_A_CENT,
    )


def _funding(context: Context) -> tuple[Check, ...]:
    plan = context.analysis.funding

    def over_zero(row: str) -> str:
        return f"=SUMPRODUCT(--({year_span(context, FUNDING_PLAN, row)}>0))"

    unfunded = sum(amount > 0 for amount in plan.secured.unfunded)
    gaps = sum(amount > 0 for amount in plan.secured.structural_gap)
    return (
        tie(
            "F01",
            "What is paid and what is unfunded make up the cost of all lines",
            f"SUM({year_span(context, FUNDING_PLAN, 'paid')})"
            f"+SUM({year_span(context, FUNDING_PLAN, 'unfunded')})-{lines_total(context)}",
            "Funding plan",
        ),
        _alert(
            "F02",
            "No source is planned beyond its money",
            f'=COUNTIF({whole("In words", "Funding")},"{OVER}")',
            sum(any(source.over_planned) for source in plan.sources),
            "Funding",
        ),
        _alert(
            "F03",
            "Every year is funded: years with money missing",
            over_zero("unfunded"),
            unfunded,
            "Funding plan",
        ),
        _alert(
            "F04",
            "Lasting money meets recurring need: years with a structural gap",
            over_zero("gap"),
            gaps,
            "Funding plan",
        ),
        _alert(
            "F05",
            "No recurring need rests on one-time money: years in which it does",
            over_zero("exposed"),
            sum(amount > 0 for amount in plan.secured.exposed),
            "Funding plan",
        ),
        _alert(
            "F06",
            "No recurring need loses its source: dollars lost in the cliff year",
            "=" + ref("Cliff", "amount", "Value"),
            plan.cliff_amount,
            "Funding plan",
        ),
    )


def _goals(context: Context) -> tuple[Check, ...]:
    goals = context.budget.goals
    linked = {slot for cost in context.analysis.costs for slot in _named(cost.line)}
    return (
        _alert(
            "G01",
            "Every building goal has a district goal above it",
            f"=SUMPRODUCT(({whole('Plan', 'Goals')}={text(Plan.BUILDING)})"
            f'*({whole("Parent goal", "Goals")}=""))',
            sum(goal.plan == Plan.BUILDING and not goal.parent_goal_id for goal in goals),
            "Goals",
        ),
        _alert(
            "G02",
            "Every goal has a line that serves it",
            f'=SUMPRODUCT(({whole("Goal", "Goals")}<>"")*({whole("Lines linked", "Goals")}=0))',
            sum(goal.goal_id not in linked for goal in goals),
            "Goals",
        ),
        _alert(
            "G03",
            "Every expected gain has a measure",
            f'=SUMPRODUCT(({whole("Expected gain", "Outcomes")}<>"")'
            f'*({whole("Measure", "Outcomes")}=""))',
            sum(
                item.expected_gain is not None and not item.measure
                for item in context.budget.outcomes
            ),
            "Outcomes",
        ),
    )


def _named(line: object) -> tuple[str, ...]:
    return tuple(getattr(line, f"goal_{slot}") for slot in (1, 2, 3))


def _records(context: Context) -> tuple[Check, ...]:
    budget = context.budget
    valid, as_of = whole("Valid until", "Assumptions"), ref("Frame", "as_of", "Value")
    day = budget.district.as_of or date.min
    given = [item.probability for item in budget.scenarios if item.probability is not None]
    chances = whole("Probability", "Scenarios")
    heads = "+".join(f"(SUM({whole(f'Enrollment {k}', 'Schools')})=0)" for k in context.numbers)
    return (
        _alert(
            "R01",
            "Every assumption still holds on the day of the figures",
            f'=SUMPRODUCT(({valid}<>"")*({valid}<{as_of}))',
            sum(
                bool(item.valid_until and item.valid_until < day)
                for item in with_defaults(budget.assumptions)
            ),
            "Assumptions",
        ),
        _alert(
            "R02",
            "Every cashable saving names the line it reduces",
            f"=SUMPRODUCT(({whole('Type', 'Savings')}={text(SavingType.CASHABLE)})"
            f'*({whole("Reduces", "Savings")}=""))',
            sum(item.type == SavingType.CASHABLE and not item.reduces for item in budget.savings),
            "Savings",
        ),
        Check(
            check_id="R03",
            kind=CheckKind.ERROR,
            says="The probabilities of the scenarios sum to 1",
            formula=f"=IF(COUNT({chances})=0,0,ROUND(SUM({chances})-1,6))",
            value=sum(given) - 1 if given else 0,
            sheet="Drivers",
            tolerance=1e-6,
        ),
        Check(
            check_id="R04",
            kind=CheckKind.SENSITIVITY,
            says="Every year has a headcount: years without one",
            formula=f"={heads}",
            value=sum(count == 0 for count in context.analysis.ownership.students),
            sheet="Schools",
        ),
    )


def _alert(check_id: str, says: str, formula: str, value: object, sheet: str) -> Check:
    return Check(
        check_id=check_id,
        kind=CheckKind.ALERT,
        says=says,
        formula=formula,
        value=value,  # type: ignore[arg-type] # a count or dollars
        sheet=sheet,
    )
