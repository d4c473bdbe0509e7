"""The blocks of Return that hold a gain in learning against its cost, expected and seen."""

from __future__ import annotations

from decimal import Decimal

from xlbudget.analysis.learning import Gain, OutcomeReturn
from xlbudget.sheets.context import Context
from xlbudget.sheets.live_rows import nth, places
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Column,
    Emphasis,
    Form,
    Part,
    Row,
    Table,
    column_range,
    ref,
)
from xlbudget.sheets.return_outcomes import COSTS, NONE, SUPPRESSED, YES, name_of

EXPECTED, ACTUAL = "GainExpected", "GainActual"
ROI, PRICE = "Gain x students per $1,000", "Dollars per student and unit"
LEADS, LISTED = "Leads", "Row when priced"
NO_PEER = "no peer"
PER = 1000


def gains(context: Context) -> tuple[Table, Table]:
    """Return the gains expected and the gains seen, each with its rank among its like."""
    return (
        _gains(context, EXPECTED, "Gains expected", "Expected gain"),
        _gains(context, ACTUAL, "Gains seen", "Actual gain"),
    )


def _gains(context: Context, name: str, heading: str, column: str) -> Table:
    outcomes = context.analysis.returns.outcomes
    rows = tuple(
        Row(
            key=str(place),
            cells=_cells(context, name, column, place, found),
            emphasis=Emphasis.NONE if found else Emphasis.NOTE,
        )
        for place, found in places(context, "Outcomes", outcomes)
    )
    return Table(
        name=name,
        heading=heading,
        says="Ranked only within one measure, grade band and cycle end; 1 is the most gain per "
        "dollar. The gain goes with the money: it is its effect only where Wording says so.",
        columns=(
            Column(header="Outcome", part=Part.LABEL, form=Form.TEXT, width=44),
            Column(header="Rank", form=Form.TEXT, width=26),
            Column(header="Gain", form=Form.NUMBER, width=13),
            Column(header=ROI, form=Form.FACTOR, width=13),
            Column(header=PRICE, form=Form.CENTS, width=13),
            Column(header="Place", form=Form.WHOLE, width=13),
            Column(header="Peers", form=Form.WHOLE, width=13),
            Column(header=LEADS, form=Form.WHOLE, width=13),
            *((Column(header=LISTED, form=Form.WHOLE, width=13),) if name == EXPECTED else ()),
        ),
        rows=rows,
    )


def _cells(
    context: Context, name: str, column: str, place: int, found: OutcomeReturn | None
) -> tuple[Cell, ...]:
    key = str(place)
    gain, roi, price = (ref(name, key, header) for header in ("Gain", ROI, PRICE))
    rank, peers = ref(name, key, "Place"), ref(name, key, "Peers")
    shown, given = _cost(key, "May be shown"), nth("Outcomes", column, place)
    dollars, students = _cost(key, "Dollars"), _cost(key, "Students")
    rivals = column_range(name, ROI)
    alike = "".join(
        f"*({column_range(COSTS, header)}={_cost(key, header)})"
        for header in ("Measure", "Grade band", "Cycle end")
    )
    ahead = f"({rivals}>{roi}+ABS({roi})/{PER}^3)"
    seen = _seen(found, name)
    word = SUPPRESSED if found and found.suppressed else NONE
    cells: tuple[Cell, ...] = (
        Calculated("=" + _cost(key, "Outcome"), name_of(context, found)),
        Calculated(
            f'=IF({peers}=0,{roi},IF({peers}=1,"{NO_PEER}",{rank}&" of "&{peers}))',
            _rank(seen, word),
        ),
        Calculated(
            f'=IF({shown}="{YES}",IF({given}="","{NONE}",{given}),{shown})',
            seen.gain if seen else word,
        ),
        Calculated(
            f'=IF(ISNUMBER({gain}),IF({dollars}=0,"{NONE}",{PER}*{gain}*{students}/{dollars}),{gain})',
            _per_thousand(seen, word),
        ),
        Calculated(
            f'=IF(ISNUMBER({gain}),IF({gain}*{students}>0,{dollars}/{students}/{gain},"{NONE}"),{gain})',
            _cost_per_gain(seen, word),
        ),
        Calculated(
            f"=IF(ISNUMBER({roi}),1+SUMPRODUCT(ISNUMBER({rivals}){alike}*{ahead}),0)",
            (seen.rank if seen else 0) or 0,
        ),
        Calculated(
            f"=IF(ISNUMBER({roi}),SUMPRODUCT(ISNUMBER({rivals}){alike}),0)",
            seen.peers if seen else 0,
        ),
        Calculated(f"=({rank}=1)*ISNUMBER({price})*{peers}", leads(seen)),
    )
    if name != EXPECTED:
        return cells
    prices = [ref(table, key, PRICE) for table in (EXPECTED, ACTUAL)]
    either = "+".join(f"(N({cell})>0)" for cell in prices)
    listed = place if found and has_price(found) else 0
    return (*cells, Calculated(f"=({either}>0)*{place}", listed))


def _cost(key: str, column: str) -> str:
    return ref(COSTS, key, column)


def _seen(found: OutcomeReturn | None, name: str) -> Gain | None:
    if found is None:
        return None
    return found.expected if name == EXPECTED else found.actual


def _per_thousand(gain: Gain | None, word: str) -> Decimal | str:
    if gain is None:
        return word
    return NONE if gain.academic_roi is None else PER * gain.academic_roi


def _cost_per_gain(gain: Gain | None, word: str) -> Decimal | str:
    if gain is None:
        return word
    return NONE if gain.cost_per_gain is None else gain.cost_per_gain


def _rank(gain: Gain | None, word: str) -> str:
    if gain is None or gain.rank is None:
        return word if gain is None else NONE
    return NO_PEER if gain.peers == 1 else f"{gain.rank} of {gain.peers}"


def leads(gain: Gain | None) -> int:
    """Return how many a gain leads, itself included; 0 when another one is ahead."""
    if gain is None or gain.rank != 1 or gain.cost_per_gain is None:
        return 0
    return gain.peers


def price_of(gain: Gain | None) -> Decimal:
    """Return the dollars per student and unit of a gain; 0 when it has no price."""
    return (gain.cost_per_gain if gain else None) or Decimal(0)


def has_price(found: OutcomeReturn) -> bool:
    """Whether the gain of an outcome, expected or seen, has a price."""
    return any(price_of(gain) > 0 for gain in (found.expected, found.actual))
