"""The block and the chart of Return that compare what a unit of gain costs for one student."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from xlbudget.analysis.learning import OutcomeReturn
from xlbudget.sheets.context import Context
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Chart,
    Column,
    Form,
    Part,
    Row,
    Series,
    Table,
    column_range,
    ref,
)
from xlbudget.sheets.return_gains import (
    ACTUAL,
    EXPECTED,
    LEADS,
    LISTED,
    PRICE,
    has_price,
    leads,
    price_of,
)
from xlbudget.sheets.return_outcomes import COSTS, name_of

PRICES = "GainPrices"
NONE_RANKED = "none ranked yet"
LEAST_LISTED, MOST_LISTED, HEADLINE_LENGTH = 4, 12, 36


def gain_prices(context: Context) -> Table:
    """Return the outcomes that have a price, one after the other: what the chart shows."""
    priced = _priced(context)
    count = _rows(context)
    listed = column_range(EXPECTED, LISTED)
    rows = []
    for n in range(1, count + 1):
        place, found = priced[n - 1] if n <= len(priced) else (0, None)
        row = ref(PRICES, str(n), "Row")

        def looked(table: str, column: str, blank: str, spot: str = row) -> str:
            return f"=IF({spot}=0,{blank},INDEX({column_range(table, column)},MAX(1,{spot})))"

        cells: tuple[Cell, ...] = (
            Calculated(looked(COSTS, "Outcome", '""'), name_of(context, found)),
            Calculated(looked(COSTS, "Measure", '""'), found.outcome.measure if found else ""),
            Calculated(
                _number(looked(EXPECTED, PRICE, "0")), price_of(found.expected if found else None)
            ),
            Calculated(
                _number(looked(ACTUAL, PRICE, "0")), price_of(found.actual if found else None)
            ),
            Calculated(f"=IFERROR(SMALL({listed},COUNTIF({listed},0)+{n}),0)", place),
        )
        rows.append(Row(key=str(n), cells=cells))
    return Table(
        name=PRICES,
        heading="Dollars per student and unit of gain",
        says="Outcomes that have a price, as the chart shows them; 0 means that there is none yet.",
        columns=(
            Column(header="Outcome", part=Part.LABEL, form=Form.TEXT, width=44),
            Column(header="Measure", form=Form.WRAPPED, width=26),
            Column(header="Expected", form=Form.CENTS, width=13),
            Column(header="Seen", form=Form.CENTS, width=13),
            Column(header="Row", form=Form.WHOLE, width=13),
        ),
        rows=tuple(rows),
    )


def best_outcome(context: Context) -> Calculated:
    """Return the name of the outcome that leads the most of its like, or that there is none."""
    found = _leader(context)
    first, names = column_range(EXPECTED, LEADS), column_range(COSTS, "Outcome")
    named = f"LEFT(INDEX({names},MATCH(MAX({first}),{first},0)),{HEADLINE_LENGTH})"
    return Calculated(
        f'=IF(MAX({first})<2,"{NONE_RANKED}",{named})',
        name_of(context, found)[:HEADLINE_LENGTH] if found else NONE_RANKED,
    )


def _rows(context: Context) -> int:
    """Return how many outcomes there is room for in the list."""
    return min(MOST_LISTED, context.room.of("Outcomes", len(context.budget.outcomes)))


def gain_chart(context: Context) -> Chart:
    """Return the chart of what a unit of gain costs for one student, by outcome."""
    priced = len(_priced(context))
    rows = f"1..{min(max(priced, LEAST_LISTED), _rows(context)) if priced else _rows(context)}"
    finding = _finding(context)
    return Chart(
        name="GainChart",
        kind="bars",
        finding=finding,
        categories=ref(PRICES, rows, "Outcome", fixed=True),
        series=(
            Series(name="Expected", values=ref(PRICES, rows, "Expected", fixed=True)),
            Series(name="Seen", values=ref(PRICES, rows, "Seen", fixed=True)),
        ),
        x_title="Outcome",
        y_title="Dollars per student and unit of its own measure",
        alt="Bars by outcome: dollars per student and unit of gain, expected and seen. "
        f"The cell above says: {finding.value}. The numbers stand in the block "
        "Dollars per student and unit of gain.",
    )


def _finding(context: Context) -> Calculated:
    found = _leader(context)
    first, names = column_range(EXPECTED, LEADS), column_range(COSTS, "Outcome")
    place = f"MATCH(MAX({first}),{first},0)"
    none = "No two outcomes share a measure, grade band and cycle end: none is ranked"
    says, unit = (
        " costs least of the outcomes on its measure: ",
        " dollars per student and unit of gain",
    )
    formula = (
        f'=IF(MAX({first})<2,"{none}",INDEX({names},{place})&"{says}"'
        f'&ROUND(INDEX({column_range(EXPECTED, PRICE)},{place}),0)&"{unit}")'
    )
    if found is None:
        return Calculated(formula, none)
    price = Decimal(price_of(found.expected)).quantize(Decimal(1), ROUND_HALF_UP)
    return Calculated(formula, f"{name_of(context, found)}{says}{price}{unit}")


def _number(formula: str) -> str:
    """Return the formula of a cell's number; 0 when it holds a word."""
    return f"=N({formula.removeprefix('=')})"


def _priced(context: Context) -> list[tuple[int, OutcomeReturn]]:
    outcomes = enumerate(context.analysis.returns.outcomes, start=1)
    return [(place, found) for place, found in outcomes if has_price(found)]


def _leader(context: Context) -> OutcomeReturn | None:
    outcomes = context.analysis.returns.outcomes
    most = max((leads(found.expected) for found in outcomes), default=0)
    if most < 2:  # noqa: PLR2004 - one alone leads nobody
        return None
    return next(found for found in outcomes if leads(found.expected) == most)
