"""The checks of single lines: ids, links, shares, numbers, and what each still lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from xlbudget.model import LineItem
from xlbudget.model.choices import LineStatus
from xlbudget.model.split import ONE, goal_slots, source_slots
from xlbudget.sheets.check import Check, CheckKind
from xlbudget.sheets.context import Context
from xlbudget.sheets.line_columns import SLOTS
from xlbudget.sheets.missing import COMPLETE, still_missing
from xlbudget.sheets.plan import text, whole

SHEET = "Line items"
_LINE = whole("Line")


def line_checks(context: Context) -> tuple[Check, ...]:
    """Return the checks of single lines."""
    return (
        *_rows(context),
        *_shares(context),
        *_links(context),
        *_contents(context),
    )


def _rows(context: Context) -> tuple[Check, ...]:
    lines = context.budget.lines
    seen = Counter(line.line_id.lower() for line in lines)
    return (
        _error(
            "L01",
            "Every line filled is calculated too",
            f'COUNTA({_LINE})-SUMPRODUCT(({_LINE}<>"")*({whole("Interval")}>0))',
            0,
        ),
        _error(
            "L02",
            "No line id stands twice",
            f'SUMPRODUCT(({_LINE}<>"")*(COUNTIF({_LINE},{_LINE}&"")>1))',
            sum(count for count in seen.values() if count > 1),
        ),
        _error(
            "L03",
            "Every line with a description has an id",
            f'SUMPRODUCT(({_LINE}="")*({whole("Description")}<>""))',
            sum(not line.line_id and bool(line.description) for line in lines),
        ),
        _error(
            "L04",
            "Quantities, prices and years are numbers, not text",
            "+".join(
                f"SUMPRODUCT(--ISTEXT({whole(header)}))"
                for header in ("Quantity", "Unit price", "First fiscal year", "Last fiscal year")
            ),
            0,
        ),
    )


def _shares(context: Context) -> tuple[Check, ...]:
    def wrong(noun: str) -> str:
        return (
            f'SUMPRODUCT(({whole(f"{noun} 1")}&{whole(f"{noun} 2")}&{whole(f"{noun} 3")}<>"")'
            f"*(ROUND({whole(f'{noun} reach 3')},6)<>1))"
        )

    lines = context.budget.lines
    goals = sum(_sums_wrong(goal_slots(line)) for line in lines)
    sources = sum(_sums_wrong(source_slots(line)) for line in lines)
    return (
        _error("L05", "The goal shares of each line sum to 1", wrong("Goal"), goals),
        _error("L06", "The source shares of each line sum to 1", wrong("Source"), sources),
    )


def _sums_wrong(slots: object) -> bool:
    parts = list(slots)  # type: ignore[call-overload] # three splits
    named = any(part.key for part in parts)
    return named and sum(part.share for part in parts) != ONE


def _links(context: Context) -> tuple[Check, ...]:
    budget = context.budget
    goals = {goal.goal_id.lower() for goal in budget.goals}
    sources = {source.source_id.lower() for source in budget.sources}
    programs = {program.program_id.lower() for program in budget.programs}
    schools = {school.school_id.lower() for school in budget.schools}
    named_sources = (*(f"Source {slot}" for slot in SLOTS), "Successor")

    def unknown(headers: tuple[str, ...], table: str, key: str) -> str:
        return "+".join(
            f'SUMPRODUCT(({whole(f"{header} id")}<>"")'
            f'*(COUNTIF({whole(key, table)},{whole(f"{header} id")}&"")=0))'
            for header in headers
        )

    def count(fields: tuple[str, ...], known: set[str]) -> int:
        found = (getattr(line, field) for line in budget.lines for field in fields)
        return sum(bool(key) and key.lower() not in known for key in found)

    return (
        _error(
            "L07",
            "Every goal that a line names stands on Goals",
            unknown(tuple(f"Goal {slot}" for slot in SLOTS), "Goals", "Goal"),
            count(("goal_1", "goal_2", "goal_3"), goals),
        ),
        _error(
            "L08",
            "Every source that a line names stands on Funding",
            unknown(named_sources, "Funding", "Source"),
            count(("source_1", "source_2", "source_3", "successor"), sources),
        ),
        _error(
            "L09",
            "Every program and school that a line names is known",
            unknown(("Program",), "Programs", "Program")
            + "+"
            + unknown(("School",), "Schools", "School"),
            count(("program_id",), programs) + count(("school_id",), schools),
        ),
    )


def _contents(context: Context) -> tuple[Check, ...]:
    asked = f'({_LINE}<>"")*({whole("Status")}<>{text(LineStatus.LAPSED)})'
    limit = context.values["explain_change_above"]
    prior, year_1 = whole("Prior amount"), whole("Year 1")
    allowed = 'SUMIFS(Assumptions[Value],Assumptions[Key],"explain_change_above")'
    conditional = text(LineStatus.CONDITIONAL)
    complete = (
        f"SUMIFS({whole('Condition complete', 'Programs')},{whole('Program', 'Programs')},"
        f'{whole("Program id")}&"")'
    )
    return (
        _alert(
            "L10",
            "Every line that is asked for serves a goal",
            f'SUMPRODUCT({asked}*({whole("Goal 1 id")}=""))',
            _count(context, lambda line: line.status != LineStatus.LAPSED and not line.goal_1),
        ),
        _alert(
            "L11",
            "Every line has all that it needs",
            f'COUNTA({_LINE})-COUNTIF({whole("Still missing")},"{COMPLETE}")',
            _count(context, lambda line: still_missing(line) != COMPLETE),
        ),
        _alert(
            "L12",
            "Every conditional line has a condition, a measure and a date",
            f"SUMPRODUCT(({whole('Status')}={conditional})*({complete}=0))",
            _count(context, lambda line: _unconditioned(context, line)),
        ),
        _alert(
            "L13",
            "Every large change from last year has a note",
            f"SUMPRODUCT(ISNUMBER({prior})*(ROUND(ABS({year_1}-{prior})"
            f'-{allowed}*ABS({prior}),6)>0)*({whole("Notes")}=""))',
            sum(
                cost.line.prior_amount is not None
                and not cost.line.notes
                and abs(cost.years[0] - cost.line.prior_amount)
                > limit * abs(cost.line.prior_amount)
                for cost in context.analysis.costs
            ),
        ),
    )


def _unconditioned(context: Context, line: LineItem) -> bool:
    if line.status != LineStatus.CONDITIONAL:
        return False
    program = context.programs.get(line.program_id)
    return program is None or not (
        program.condition and program.condition_measure and program.condition_due
    )


def _count(context: Context, lacks: Callable[[LineItem], bool]) -> int:
    return sum(lacks(line) for line in context.budget.lines)


def _error(check_id: str, says: str, formula: str, value: int) -> Check:
    return Check(
        check_id=check_id,
        kind=CheckKind.ERROR,
        says=says,
        formula="=" + formula,
        value=value,
        sheet=SHEET,
    )


def _alert(check_id: str, says: str, formula: str, value: int) -> Check:
    return Check(
        check_id=check_id,
        kind=CheckKind.ALERT,
        says=says,
        formula="=" + formula,
        value=value,
        sheet=SHEET,
    )
