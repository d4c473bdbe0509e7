"""The charts of the sheet Scenarios: the scenarios side by side, and the tornado."""

from __future__ import annotations

from xlbudget.sheets.context import Context
from xlbudget.sheets.plan import Calculated, Chart, Series, ref
from xlbudget.sheets.scenario_comparison import (
    COMPARISON,
    NAME,
    TOTAL_COST,
    UNFUNDED,
)
from xlbudget.sheets.scenario_figures import FIGURES, most_unfunded
from xlbudget.sheets.sensitivity import DOWN, SORTED, SWING, UP, by_swing, swing_of
from xlbudget.sheets.words import thousands, thousands_formula

NONE_MORE = "No scenario leaves more unfunded than the adopted plan: "
NOTHING = "Nothing moves the adopted plan's net present value"
MOST = "Net present value depends most on: "
THOUSANDS = "#,##0,"


def side_by_side(context: Context) -> Chart:
    """Return the bars of what each scenario costs over the plan, and what of it is unfunded."""
    results = context.analysis.scenarios.results
    last = str(len(context.scenario_slots))
    most, whose = ref(FIGURES, "unfunded", "Value"), ref(FIGURES, "unfunded_whose", "Value")
    plan = ref(COMPARISON, "1", UNFUNDED)
    formula = (
        f'=IF(ROUND({most}-{plan},2)=0,"{NONE_MORE}"&{thousands_formula(plan)},'
        f'{whose}&" leaves the most unfunded: "&{thousands_formula(most)}'
        f'&"; the adopted plan leaves "&{thousands_formula(plan)})'
    )
    finding = _unfunded_in_words(context)
    told = "; ".join(
        f"{result.scenario.name} costs {thousands(result.total)}, "
        f"{thousands(sum(result.funding.secured.unfunded))} unfunded"
        for result in results
    )
    return Chart(
        name="ScenarioChart",
        kind="bars",
        finding=Calculated(formula, finding),
        categories=ref(COMPARISON, f"1..{last}", NAME, fixed=True),
        series=tuple(
            Series(name=column, values=ref(COMPARISON, f"1..{last}", column, fixed=True))
            for column in (TOTAL_COST, UNFUNDED)
        ),
        x_title="Scenario",
        y_title="Thousand dollars over the plan",
        alt=f"Two bars for each scenario: total cost over the plan, and what of it is unfunded. "
        f"The cell above says: {finding}. {told}.",
        number=THOUSANDS,
    )


def tornado(context: Context) -> Chart:
    """Return the tornado: how far each input moves the net present value, both ways."""
    ordered = by_swing(context)
    top, swing = ref(SORTED, "1", "Input"), ref(SORTED, "1", SWING)
    formula = (
        f'=IF({swing}=0,"{NOTHING}","{MOST}"&{top}&", a swing of "&{thousands_formula(swing)})'
    )
    widest = swing_of(ordered[0])
    finding = f"{MOST}{ordered[0].label}, a swing of {thousands(widest)}"
    finding = finding if widest else NOTHING
    told = "; ".join(f"{row.label} {thousands(swing_of(row))}" for row in ordered)
    last = str(len(ordered))
    return Chart(
        name="TornadoChart",
        kind="stacked bars",
        finding=Calculated(formula, finding),
        categories=ref(SORTED, f"1..{last}", "Input", fixed=True),
        series=tuple(
            Series(name=column, values=ref(SORTED, f"1..{last}", column, fixed=True))
            for column in (DOWN, UP)
        ),
        x_title="Input that moves",
        y_title="Change of the net present value, thousand dollars",
        alt="Bars, the longest first, of how far each input moves the adopted plan's net present "
        f"value when it is lower and when it is higher. The cell above says: {finding}. "
        f"From low to high: {told}.",
        number=THOUSANDS,
    )


def _unfunded_in_words(context: Context) -> str:
    most, whose = most_unfunded(context)
    plan = sum(context.analysis.scenarios.adopted.funding.secured.unfunded)
    if most == plan:
        return NONE_MORE + thousands(plan)
    return (
        f"{whose} leaves the most unfunded: {thousands(most)}; "
        f"the adopted plan leaves {thousands(plan)}"
    )
