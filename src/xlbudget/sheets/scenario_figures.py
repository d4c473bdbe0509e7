"""What follows from the comparison: the best scenario, the expected value, the widest gap."""

from __future__ import annotations

from decimal import Decimal

from xlbudget.sheets.context import Context
from xlbudget.sheets.plan import Calculated, Column, Form, Part, Row, Table, column_range, ref
from xlbudget.sheets.scenario_comparison import (
    COMPARISON,
    GAP,
    NAME,
    NPV,
    RANK,
    UNFUNDED,
    ranks,
    unfunded,
)
from xlbudget.sheets.scenario_order import ORDER
from xlbudget.sheets.scenario_slot import slots_of
from xlbudget.sheets.timeline import NONE, shown

FIGURES = "ScenarioFigures"
EXACT = 12  # decimals to which probabilities are added up


def figures(context: Context) -> Table:
    """Return what follows from the comparison: the best scenario, the expected value."""
    found, results = context.analysis.scenarios, context.analysis.scenarios.results
    chances, values = column_range(ORDER, "Probability"), column_range(COMPARISON, NPV)
    best = f"MATCH(1,{column_range(COMPARISON, RANK)},0)"
    gaps = column_range(COMPARISON, GAP)
    expected = f'=IF(ROUND(SUM({chances}),{EXACT})=1,SUMPRODUCT({chances}*{values}),"{NONE}")'
    winner, widest = results[ranks(results).index(1)], _widest(context)
    open_money, most = column_range(COMPARISON, UNFUNDED), most_unfunded(context)
    rows = (
        _figure("best", "Best net present value", f"=INDEX({values},{best})", winner.npv),
        _figure(
            "whose",
            "Best net present value: whose",
            f"=INDEX({column_range(COMPARISON, NAME)},{best})",
            winner.scenario.name,
            Form.TEXT,
        ),
        _figure(
            "probability",
            "Sum of the probabilities",
            f"=SUM({chances})",
            found.probability,
            Form.SHARE,
        ),
        _figure(
            "expected",
            "Expected value (when they sum to 1)",
            expected,
            shown(found.expected_npv),
        ),
        _figure("gap", "Widest structural gap, any year", f"=MAX({gaps})", widest),
        _figure("unfunded", "Most unfunded over the plan", f"=MAX({open_money})", most[0]),
        _figure(
            "unfunded_whose",
            "Most unfunded: whose",
            f"=INDEX({column_range(COMPARISON, NAME)},"
            f"MATCH({ref(FIGURES, 'unfunded', 'Value')},{open_money},0))",
            most[1],
            Form.TEXT,
        ),
    )
    return Table(
        name=FIGURES,
        heading="What follows",
        columns=(
            Column(header="Figure", part=Part.LABEL, form=Form.TEXT, width=38),
            Column(header="Value", form=Form.DOLLARS, width=25),
        ),
        rows=rows,
    )


def most_unfunded(context: Context) -> tuple[Decimal, str]:
    """Return the most that a scenario leaves unfunded over the plan, and its name."""
    slots = slots_of(context)
    amounts = [unfunded(slot) for slot in slots]
    most = max(amounts)
    return most, slots[amounts.index(most)].shown_name


def _figure(
    key: str, label: str, formula: str, value: Decimal | float | str, form: Form | None = None
) -> Row:
    return Row(key=key, cells=(label, Calculated(formula, value)), form=form)


def _widest(context: Context) -> Decimal:
    results = context.analysis.scenarios.results
    gaps = [result.funding.secured.deepest_gap for result in results]
    empty = len(context.scenario_slots) - len(results)
    return max([*gaps, *[Decimal(0)] * empty])
