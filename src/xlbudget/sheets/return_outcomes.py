"""The block of Return that says what each outcome costs, and how strong its evidence is."""

from __future__ import annotations

from xlbudget.analysis.learning import OutcomeReturn
from xlbudget.model import Outcome
from xlbudget.model.choices import EvidenceTier
from xlbudget.sheets.assumptions import rate
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.live_rows import nth, places, text_at, years_block
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Column,
    Emphasis,
    Form,
    Part,
    Row,
    Table,
    label_of,
    ref,
    whole,
)

COSTS = "OutcomeCosts"
YES, SUPPRESSED, NONE = "yes", "suppressed", "none"
EFFECT, ASSOCIATED = "effect", "associated gain"
NAME_LENGTH = 40
_PROVEN = (EvidenceTier.STRONG, EvidenceTier.MODERATE)
_KEPT = 8  # decimals of cents times a share: no more can stand


def outcome_costs(context: Context) -> Table:
    """Return what each outcome costs to its cycle's end, and what stands behind it."""
    rows = tuple(
        Row(
            key=str(place),
            cells=_cells(context, place, found),
            emphasis=Emphasis.NONE if found else Emphasis.NOTE,
        )
        for place, found in places(context, "Outcomes", context.analysis.returns.outcomes)
    )
    return Table(
        name=COSTS,
        heading="Outcomes: what they cost",
        says="Money counts from year 1 to the cycle's end: the part of the program's lines that "
        "serves the outcome's goal. Groups below the least number of students are suppressed.",
        columns=(
            Column(header="Outcome", part=Part.LABEL, form=Form.TEXT, width=44),
            Column(header="Measure", form=Form.WRAPPED, width=26),
            Column(header="Grade band", form=Form.TEXT, width=13),
            Column(header="Id", form=Form.TEXT, width=13),
            Column(header="Program id", form=Form.TEXT, width=13),
            Column(header="Goal id", form=Form.TEXT, width=13),
            Column(header="Evidence tier", form=Form.TEXT, width=13),
            Column(header="Wording", form=Form.WRAPPED, width=13),
            Column(header="May be shown", form=Form.TEXT, width=13),
            Column(header="Cycle end", form=Form.YEAR, width=13),
            Column(header="Students", form=Form.WHOLE, width=13),
            Column(header="Dollars", form=Form.DOLLARS, width=13),
            Column(header="Value of investment", form=Form.NUMBER, width=13),
        ),
        rows=rows,
    )


def name_of(context: Context, found: OutcomeReturn | None) -> str:
    """Return how an outcome is named: its program, and its id in brackets."""
    if found is None:
        return ""
    known = found.outcome.program_id in context.programs
    name = found.program_name if known else "no program"
    return f"{name[:NAME_LENGTH]} ({found.outcome.outcome_id})"


def _cells(context: Context, place: int, found: OutcomeReturn | None) -> tuple[Cell, ...]:
    return (
        *_names(context, place, found),
        *_evidence(place, found),
        *_figures(context, place, found),
    )


def _names(context: Context, place: int, found: OutcomeReturn | None) -> tuple[Cell, ...]:
    """Return what names the outcome: program, measure, grades, and the ids it goes by."""
    key = _here(place, "Id")
    name = f'IFERROR({_of_program("Name", place)}&"","no program")'
    named = f'=IF({key}="","",LEFT({name},{NAME_LENGTH})&" ("&{key}&")")'
    outcome = found.outcome if found else Outcome()

    def given(column: str, value: str) -> Cell:
        return Calculated(text_at("Outcomes", column, place), value)

    return (
        Calculated(named, name_of(context, found)),
        given("Measure", outcome.measure),
        given("Grade band", outcome.grade_band),
        given("Outcome", outcome.outcome_id),
        given("Program id", outcome.program_id),
        given("Goal id", outcome.goal_id),
    )


def _evidence(place: int, found: OutcomeReturn | None) -> tuple[Cell, ...]:
    """Return how strong the evidence is, what the gain may be called, and whether it is shown."""
    key, tier = _here(place, "Id"), _here(place, "Evidence tier")
    tiers = _of_program("Evidence tier", place)
    low = f"({_here(place, 'Students')}<{rate('minimum_students')})"
    proven = "+".join(f'({tier}="{word}")' for word in _PROVEN)
    known = f'IFERROR({tiers}&REPT("{NONE}",({tiers}="")*1),"{NONE}")'
    says, wording, shown = "", "", NONE
    if found is not None:
        says = found.evidence_tier or NONE
        wording = EFFECT if says in _PROVEN else ASSOCIATED
        shown = SUPPRESSED if found.suppressed else YES
    return (
        Calculated(f'=IF({key}="","",{known})', says),
        Calculated(f'=IF({key}="","",IF({proven}>0,"{EFFECT}","{ASSOCIATED}"))', wording),
        Calculated(
            f'=IF({key}="","{NONE}",REPT("{SUPPRESSED}",{low}*1)&REPT("{YES}",1-{low}))', shown
        ),
    )


def _figures(context: Context, place: int, found: OutcomeReturn | None) -> tuple[Cell, ...]:
    """Return the cycle's end, the students, the money, and the value of investment."""
    outcome = found.outcome if found else Outcome()

    def if_any(formula: str) -> str:
        return f'=IF({_here(place, "Id")}="",0,{formula})'

    chance = nth("Outcomes", "Probability", place)
    worth = f"{nth('Outcomes', 'Importance', place)}*{nth('Outcomes', 'Influence', place)}"
    return (
        Calculated(if_any(f"{nth('Outcomes', 'Cycle end', place)}*1"), outcome.cycle_end or 0),
        Calculated(if_any(f"{nth('Outcomes', 'Students', place)}*1"), outcome.students or 0),
        Calculated(_dollars(context, place), found.dollars if found else 0),
        Calculated(
            if_any(f'{worth}*IF({chance}="",1,{chance})'),
            found.value_of_investment if found else 0,
        ),
    )


def _dollars(context: Context, place: int) -> str:
    """Return the formula of the money to the cycle's end that serves the outcome's goal."""
    program, goal = _here(place, "Program id"), _here(place, "Goal id")
    reach = [whole(f"Goal reach {slot}") for slot in (1, 2, 3)]
    shares = [reach[0], f"({reach[1]}-{reach[0]})", f"({reach[2]}-{reach[1]})"]
    named = "+".join(
        f"({whole(f'Goal {slot} id')}={goal})*{share}" for slot, share in enumerate(shares, 1)
    )
    last = year_header(len(context.years))
    years = label_of("LineItems", f"{year_header(1)}..{last}", fixed=True)
    served = f'(({goal}="")+({goal}<>"")*({named}))'
    mine = f"({whole('Program id')}={program})"
    until = f"({years}<={_here(place, 'Cycle end')})"
    amount = f"SUMPRODUCT({mine}*{served}*{until}*{years_block(context)})"
    return f'=IF({program}="",0,ROUND({amount},{_KEPT}))'


def _here(place: int, column: str) -> str:
    return ref(COSTS, str(place), column)


def _of_program(column: str, place: int) -> str:
    """Return the formula text that reads a fact of the outcome's program."""
    spot = f"MATCH({_here(place, 'Program id')},{whole('Program', 'Programs')},0)"
    return f"INDEX({whole(column, 'Programs')},{spot})"
