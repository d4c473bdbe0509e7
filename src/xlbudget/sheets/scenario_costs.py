"""What each scenario costs by area and year, and when in the year it falls due."""

from __future__ import annotations

from xlbudget.analysis import ScenarioResult
from xlbudget.analysis.breakdown import Amounts, sum_by_year
from xlbudget.model.choices import Area
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.plan import Emphasis, Table, ref, whole
from xlbudget.sheets.scenario_slot import Slot, by_scenario
from xlbudget.sheets.timeline import YearRow

COST = "ScenarioCost"
TOTALS = "ScenarioTotals"
NOT_SAID = "not said"


def cost_table(slot: Slot) -> Table:
    """Return the cost of a scenario by area and year."""
    name, areas = slot.table(COST), [area.value for area in Area]

    def cell(key: str, k: int) -> str:
        return ref(name, key, year_header(k))

    def area_row(area: str) -> YearRow:
        place, named = areas.index(area), ref(name, area, "Area", fixed=True)
        return YearRow(
            key=area,
            label=area,
            beside="$",
            formula=lambda k: slot.cents(f"SUMPRODUCT(({whole('Area')}={named})*{slot.cost(k)})"),
            values=slot.years(lambda result: result.areas[place].years),
        )

    rows = [
        *(area_row(area) for area in areas),
        YearRow(
            key=NOT_SAID,
            label=NOT_SAID,
            beside="$",
            formula=lambda k: slot.cents(
                f"{cell('total', k)}-SUM({cell(f'{areas[0]}..{areas[-1]}', k)})"
            ),
            values=slot.years(lambda result: _not_said(result, len(areas))),
        ),
        YearRow(
            key="total",
            label="Total cost",
            beside="$",
            formula=lambda k: slot.cents(f"SUMPRODUCT({slot.cost(k)})"),
            values=slot.years(lambda result: result.cost),
            emphasis=Emphasis.TOTAL,
        ),
        YearRow(
            key="start",
            label="Of this at the start of its year",
            beside="$",
            formula=lambda k: slot.cents(f"SUMPRODUCT({whole('At start')}*{slot.cost(k)})"),
            values=slot.years(lambda result: result.flows.start_cost),
        ),
        YearRow(
            key="end",
            label="Of this at the end of its year",
            beside="$",
            formula=lambda k: slot.cents(f"{cell('total', k)}-{cell('start', k)}"),
            values=slot.years(lambda result: result.flows.end_cost),
        ),
    ]
    return slot.timeline(COST, "Cost by area", rows, label="Area")


def totals_table(context: Context) -> Table:
    """Return the total cost of every scenario by year: one row each, the adopted plan first."""
    return by_scenario(
        context,
        name=TOTALS,
        heading="Total cost of each scenario by year",
        source=(COST, "total"),
        figures=lambda result: result.cost,
    )


def _not_said(result: ScenarioResult, known: int) -> Amounts:
    return sum_by_year((row.years for row in result.areas[known:]), len(result.cost))
