"""One scenario that the reader chooses, beside the adopted plan, which stays fixed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from xlbudget.analysis import ScenarioResult
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.labels import LABELED, MARK
from xlbudget.sheets.plan import (
    Calculated,
    Column,
    Emphasis,
    Form,
    Name,
    Part,
    Row,
    Table,
    column_range,
    label_of,
    ref,
)
from xlbudget.sheets.scenario_comparison import COMPARISON, NPV, TOTAL_COST, WORDS, in_words
from xlbudget.sheets.scenario_costs import TOTALS
from xlbudget.sheets.scenario_money import GAPS
from xlbudget.sheets.scenario_order import ORDER

CHOICE, CHOSEN = "ScenarioChoice", "ScenarioChosen"
INPUT, SAID, PLACE = "Compare the plan with", "What it costs", "Place"
CHOSEN_NAME = Name(
    "ChosenScenario",
    ref(CHOICE, "choice", INPUT, fixed=True),
    "The scenario that the sheet Scenarios sets beside the adopted plan.",
)


def usual_place(count: int) -> int:
    """Return the place of the scenario that is chosen at first: the second, or else the first."""
    return min(2, count)


def chosen_slot(context: Context) -> int:
    """Return the place of the scenario that is chosen; the first one for a blank."""
    results = context.analysis.scenarios.results
    if context.scenario is None:
        return usual_place(len(results))
    ids = [result.scenario.scenario_id for result in results]
    return ids.index(context.scenario) + 1 if context.scenario in ids else 1


def choice(context: Context) -> Table:
    """Return the cell in which a reader chooses a scenario."""
    slot = chosen_slot(context)
    result = context.analysis.scenarios.results[slot - 1]
    ids, given = column_range(ORDER, "Scenario"), ref(CHOICE, "choice", INPUT)
    known = f'LEFT({given},FIND("{MARK}",{given}&"{MARK}")-1)'
    place = f'=IF({given}="",1,IFERROR(MATCH({known},{ids},0),1))'
    words = f"=INDEX({column_range(COMPARISON, WORDS)},{ref(CHOICE, 'choice', PLACE)})"
    return Table(
        name=CHOICE,
        heading="One scenario beside the adopted plan",
        says="Choose a scenario in the cream or framed cell; the adopted plan stays where it is.",
        columns=(
            Column(
                header=INPUT,
                part=Part.INPUT,
                form=Form.TEXT,
                width=38,
                choices=LABELED["Scenario"].list_name,
                says="The scenario to set beside the adopted plan.",
            ),
            Column(header=SAID, form=Form.TEXT, width=25),
            Column(header=PLACE, form=Form.WHOLE, width=13, says="Its place in the order."),
        ),
        rows=(
            Row(
                key="choice",
                cells=(
                    None
                    if context.scenario == ""
                    else context.labels["Scenario"].get(result.scenario.scenario_id),
                    Calculated(words, in_words(result)),
                    Calculated(place, slot),
                ),
            ),
        ),
    )


def chosen(context: Context) -> Table:
    """Return the chosen scenario beside the adopted plan: cost and gap by year, worth."""
    results = context.analysis.scenarios.results
    plan, other = results[0], results[chosen_slot(context) - 1]
    return Table(
        name=CHOSEN,
        columns=(
            Column(header="Figure", form=Form.TEXT, width=38),
            Column(header="Adopted plan", form=Form.DOLLARS, width=25),
            Column(header="Chosen scenario", form=Form.DOLLARS, width=13),
            Column(header="Difference", form=Form.DOLLARS, width=13),
        ),
        rows=(
            *_by_year(context, "Total cost", TOTALS, _costs(plan), _costs(other)),
            _row(
                "total",
                "Total cost over the plan",
                (COMPARISON, TOTAL_COST),
                (plan.total, other.total),
                Emphasis.TOTAL,
            ),
            *_by_year(context, "Structural gap", GAPS, _gaps(plan), _gaps(other)),
            _row(
                "npv",
                "Net present value",
                (COMPARISON, NPV),
                (plan.npv, other.npv),
                Emphasis.TOTAL,
            ),
        ),
    )


def _by_year(
    context: Context,
    label: str,
    table: str,
    plan: tuple[Decimal, ...],
    other: tuple[Decimal, ...],
) -> Iterator[Row]:
    for k, year, one, two in zip(context.numbers, context.years, plan, other, strict=True):
        column = year_header(k)
        named = Calculated(f'="{label}, FY"&{label_of(table, column)}', f"{label}, FY{year}")
        yield _row(f"{table} {k}", named, (table, column), (one, two))


def _row(
    key: str,
    label: str | Calculated,
    source: tuple[str, str],
    values: tuple[Decimal | float, Decimal | float],
    emphasis: Emphasis = Emphasis.NONE,
) -> Row:
    table, column = source
    plan, other = values
    place = ref(CHOICE, "choice", PLACE, fixed=True)
    return Row(
        key=key,
        cells=(
            label,
            Calculated("=" + ref(table, "1", column), plan),
            Calculated(f"=INDEX({column_range(table, column)},{place})", other),
            Calculated(
                f"={ref(CHOSEN, key, 'Chosen scenario')}-{ref(CHOSEN, key, 'Adopted plan')}",
                float(other) - float(plan),
            ),
        ),
        emphasis=emphasis,
    )


def _costs(result: ScenarioResult) -> tuple[Decimal, ...]:
    return result.cost


def _gaps(result: ScenarioResult) -> tuple[Decimal, ...]:
    return result.funding.secured.structural_gap
