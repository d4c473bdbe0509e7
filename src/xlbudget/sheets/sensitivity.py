"""How far the adopted plan's net present value moves when one input moves."""

from __future__ import annotations

from collections.abc import Sequence

from xlbudget.analysis import Sensitivity
from xlbudget.sheets.assumptions import rate
from xlbudget.sheets.context import Context
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Column,
    Form,
    Part,
    Row,
    Table,
    column_range,
    ref,
)
from xlbudget.sheets.scenario_slot import table_of
from xlbudget.sheets.scenario_worth import NET, WORTH
from xlbudget.sheets.sensitivity_years import YEARS
from xlbudget.sheets.timeline import NONE, TOTAL

SENSITIVITY, SORTED = "Sensitivity", "SensitivitySorted"
SHARE, MOVED, LOW, HIGH, SWING, RANK = (
    "Moved by",
    "Present value",
    "NPV, input lower",
    "NPV, input higher",
    "Swing",
    "Rank",
)
DOWN, UP = "Input lower", "Input higher"
BRINGS = "Costs or brings"
RATE = "discount_rate"
LABELS = {  # in order of listing: the present value that moves, and whether it costs or brings
    "purchases": ("Price of purchases", -1),
    "other": ("Price of everything else but staff", -1),
    "salaries": ("Salaries", -1),
    "savings": ("Planned savings", 1),
    "erate": ("E-rate", 1),
    RATE: ("Discount rate", 0),
}


def sensitivity_table(context: Context) -> Table:
    """Return the inputs in order of listing, each with the worth when it is lower and higher."""
    found = listed(context)
    ranks = ranks_of(found)
    return Table(
        name=SENSITIVITY,
        heading="What moves the adopted plan's net present value",
        says="One input at a time is lower and higher by the share, or the rate by the points, "
        "that Assumptions names; all others stay.",
        columns=(
            Column(header="Input", part=Part.LABEL, form=Form.TEXT, width=38),
            Column(header=SHARE, form=Form.SHARE, width=25),
            *(Column(header=header, form=Form.DOLLARS, width=13) for header in (MOVED, LOW, HIGH)),
            Column(header=SWING, form=Form.DOLLARS, width=13),
            Column(header=RANK, form=Form.WHOLE, width=13),
            Column(
                header=BRINGS,
                part=Part.LABEL,
                form=Form.WHOLE,
                width=13,
                says="-1 for what costs, 1 for what brings.",
            ),
        ),
        rows=tuple(
            Row(key=row.key, cells=_cells(row, place))
            for row, place in zip(found, ranks, strict=True)
        ),
    )


def sorted_table(context: Context) -> Table:
    """Return the inputs sorted by swing, with what they change: the tornado's bars."""
    ordered = by_swing(context)
    npv = context.analysis.scenarios.adopted.npv
    ranks, labels = column_range(SENSITIVITY, RANK), column_range(SENSITIVITY, "Input")
    worth = _worth(NET, fixed=True)

    def cells(place: int, row: Sensitivity) -> tuple[Cell, ...]:
        found = f"MATCH({ref(SORTED, str(place), RANK)},{ranks},0)"

        def change(column: str) -> str:
            return f"=INDEX({column_range(SENSITIVITY, column)},{found})-{worth}"

        return (
            Calculated(f"=INDEX({labels},{found})", row.label),
            place,
            Calculated(change(LOW), row.low - npv),
            Calculated(change(HIGH), row.high - npv),
            Calculated(f"=INDEX({column_range(SENSITIVITY, SWING)},{found})", swing_of(row)),
        )

    return Table(
        name=SORTED,
        heading="The same, the greatest swing first: change of the net present value",
        columns=(
            Column(header="Input", form=Form.TEXT, width=38),
            Column(header=RANK, part=Part.LABEL, form=Form.WHOLE, width=25),
            Column(header=DOWN, form=Form.DOLLARS, width=13),
            Column(header=UP, form=Form.DOLLARS, width=13),
            Column(header=SWING, form=Form.DOLLARS, width=13),
        ),
        rows=tuple(
            Row(key=str(place), cells=cells(place, row)) for place, row in enumerate(ordered, 1)
        ),
    )


def listed(context: Context) -> list[Sensitivity]:
    """Return the sensitivities in order of listing."""
    found = {row.key: row for row in context.analysis.sensitivity}
    return [found[key] for key in LABELS]


def ranks_of(rows: Sequence[Sensitivity]) -> list[int]:
    """Return the rank of each row by swing to the cent; of equals the earlier comes first."""
    swings = [swing_of(row) for row in rows]
    return [
        1
        + sum(
            other > own or (other == own and before < here) for before, other in enumerate(swings)
        )
        for here, own in enumerate(swings)
    ]


def by_swing(context: Context) -> list[Sensitivity]:
    """Return the sensitivities, the greatest swing first, as the sheet ranks them."""
    rows = listed(context)
    return [row for _, row in sorted(zip(ranks_of(rows), rows, strict=True), key=_first)]


def _first(pair: tuple[int, Sensitivity]) -> int:
    return pair[0]


def swing_of(row: Sensitivity) -> float:
    """Return a swing to the cent, so that equals are equal in any order of adding up."""
    return round(row.swing, 2)


def _cells(row: Sensitivity, place: int) -> tuple[Cell, ...]:
    label, brings = LABELS[row.key]

    def cell(column: str, *, fixed: bool = False) -> str:
        return ref(SENSITIVITY, row.key, column, fixed=fixed)

    worth, move = _worth(NET), f"{cell(BRINGS)}*{cell(SHARE)}*{cell(MOVED)}"
    low, high = f"={worth}-{move}", f"={worth}+{move}"
    moved = f"={_present(row.key)}" if row.key != RATE else f'="{NONE}"'
    key = "sensitivity_swing"
    if row.key == RATE:
        low, high = (f"={ref(YEARS, way, TOTAL)}" for way in ("npv_low", "npv_high"))
        key = "sensitivity_rate_swing"
    swings = column_range(SENSITIVITY, SWING)
    mine = cell(SWING)
    ahead = f"({swings}>{mine})+({swings}={mine})*(ROW({swings})<ROW({mine}))"
    return (
        label,
        Calculated("=" + rate(key), row.swing_by),
        Calculated(moved, NONE if row.present_value is None else row.present_value),
        Calculated(low, row.low),
        Calculated(high, row.high),
        Calculated(f"=ROUND(ABS({cell(HIGH)}-{cell(LOW)}),2)", swing_of(row)),
        Calculated(f"=1+SUMPRODUCT({ahead})", place),
        brings,
    )


def _present(key: str) -> str:
    """Return the formula text of the present value that moves with an input."""
    if key == "savings":
        return _worth("pv_benefits")
    if key == "erate":
        return _worth("pv_erate")
    return ref(YEARS, f"pv_{key}", TOTAL)


def _worth(key: str, *, fixed: bool = False) -> str:
    return ref(table_of(WORTH, 1), key, TOTAL, fixed=fixed)
