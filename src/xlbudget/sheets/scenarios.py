"""The sheet Scenarios: the adopted plan first and fixed, the other scenarios beside it."""

from __future__ import annotations

from xlbudget.sheets.context import Context
from xlbudget.sheets.plan import Calculated, Form, Headline, Role, Sheet, Table, ref
from xlbudget.sheets.scenario_charts import side_by_side, tornado
from xlbudget.sheets.scenario_choice import CHOSEN, choice, chosen
from xlbudget.sheets.scenario_comparison import COMPARISON, NPV, comparison
from xlbudget.sheets.scenario_costs import cost_table, totals_table
from xlbudget.sheets.scenario_figures import FIGURES, figures
from xlbudget.sheets.scenario_funding import scenario_funding
from xlbudget.sheets.scenario_money import gaps_table, money_table
from xlbudget.sheets.scenario_order import scenario_order
from xlbudget.sheets.scenario_slot import slots_of
from xlbudget.sheets.scenario_worth import benefits_table, worth_table
from xlbudget.sheets.sensitivity import sensitivity_table, sorted_table
from xlbudget.sheets.sensitivity_years import sensitivity_years

TITLE = "Scenarios"
PRINTED = 13  # columns of the comparison; the technical ones of the other blocks lie beyond


def scenarios_sheet(context: Context) -> Sheet:
    """Return the sheet Scenarios."""
    return Sheet(
        title=TITLE,
        role=Role.CALCULATION,
        says="Compare the adopted plan, which stands first and stays fixed, with the other "
        "scenarios; choose one in the cream or framed cell to see it beside the plan.",
        headlines=_headlines(context),
        tables=(
            comparison(context),
            choice(context),
            chosen(context),
            figures(context),
            totals_table(context),
            gaps_table(context),
            sensitivity_table(context),
            sorted_table(context),
            scenario_order(context),
            benefits_table(context),
            *_of_each(context),
            sensitivity_years(context),
            scenario_funding(slots_of(context)),
        ),
        charts=(side_by_side(context), tornado(context)),
        charts_after=CHOSEN,
        charts_across=2,
        landscape=True,
        print_columns=max(PRINTED, len(context.years) + 3),
    )


def _of_each(context: Context) -> list[Table]:
    makers = (cost_table, money_table, worth_table)
    return [maker(slot) for slot in slots_of(context) for maker in makers]


def _headlines(context: Context) -> tuple[Headline, ...]:
    rows = {row.key: row.cells[1] for row in figures(context).rows}

    def headline(label: str, key: str, form: Form = Form.DOLLARS) -> Headline:
        cell = rows[key]
        value = cell.value if isinstance(cell, Calculated) else ""
        return Headline(label, Calculated("=" + ref(FIGURES, key, "Value"), value), form)

    adopted = context.analysis.scenarios.adopted.npv
    return (
        headline("Best net present value (NPV): whose", "whose", Form.TEXT),
        Headline("Adopted plan's NPV ($)", Calculated("=" + ref(COMPARISON, "1", NPV), adopted)),
        headline("Best NPV ($)", "best"),
        headline("Expected NPV ($)", "expected"),
        headline("Widest gap ($)", "gap"),
    )
