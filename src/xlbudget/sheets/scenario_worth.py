"""What each scenario is worth on the first day of the plan: factor rows and present values."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from xlbudget.analysis import ScenarioResult
from xlbudget.analysis.breakdown import Amounts
from xlbudget.analysis.present_value import COUNTED, Factors
from xlbudget.sheets.assumptions import rate
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.plan import Emphasis, Form, Table, label_of, ref, text, whole
from xlbudget.sheets.savings import left_out
from xlbudget.sheets.scenario_costs import COST
from xlbudget.sheets.scenario_money import MONEY
from xlbudget.sheets.scenario_order import slot_cell
from xlbudget.sheets.scenario_slot import Slot, slots_of
from xlbudget.sheets.timeline import YearRow, timeline

WORTH, BENEFITS = "ScenarioWorth", "ScenarioBenefits"
NET = "npv"
COSTS, GAINS = ("pv_start", "pv_end"), ("pv_erate", "pv_resale", "pv_horizon", "pv_benefits")


def start_factor(yearly: str, year: str) -> str:
    """Return the formula text of the factor of money at the start of a fiscal year."""
    return f"(1+{yearly})^(BaseYear-{year})"


def end_factor(yearly: str, year: str) -> str:
    """Return the formula text of the factor of money at the end, or the middle, of a year."""
    return f"{horizon_factor(yearly, year)}*SQRT(1+{yearly})^({rate('mid_year')}=1)"


def horizon_factor(yearly: str, year: str) -> str:
    """Return the formula text of the factor of money on the last day of a fiscal year."""
    return f"(1+{yearly})^(BaseYear-1-{year})"


def benefits_table(context: Context) -> Table:
    """Return the planned savings that count, by scenario and year.

    A scenario that leaves a program out loses what the program saves.
    """
    kind = whole("Type", "Savings")
    counted = "+".join(f"({kind}={text(word)})" for word in COUNTED)

    def row(slot: Slot) -> YearRow:
        kept = f"(1-{whole(left_out(slot.number), 'Savings')})"

        def formula(k: int) -> str:
            return slot.cents(f"SUMPRODUCT(({counted})*{kept}*{whole(f'Planned {k}', 'Savings')})")

        return YearRow(
            key=str(slot.number),
            label=slot.name_cell,
            beside="$",
            formula=formula,
            values=slot.years(lambda result: result.flows.benefits),
            emphasis=slot.emphasis,
        )

    return timeline(
        context,
        name=BENEFITS,
        heading="Planned savings of each scenario: cashable, avoided and revenue",
        says="A scenario that leaves a program out loses what the program saves.",
        rows=[row(slot) for slot in slots_of(context)],
        label="Scenario",
    )


def worth_table(slot: Slot) -> Table:
    """Return what a scenario is worth, in parts; the last row adds up to its net present value."""
    made = _Worth(slot)
    rows = (*made.flows(), *made.factors(), *made.parts(), made.net())
    return slot.timeline(WORTH, "What it is worth", rows, label="Worth")


def present(amounts: Amounts, factors: Sequence[float]) -> list[float]:
    """Return the present value of each year's amount, not rounded."""
    return [float(amount) * factor for amount, factor in zip(amounts, factors, strict=True)]


def parts_of(result: ScenarioResult, factors: Factors | None = None) -> dict[str, list[float]]:
    """Return the present values by year of what a scenario costs and brings, by row.

    Args:
        result: The scenario.
        factors: Factor rows; those of the scenario's own rate when not given.

    """
    flows, rows = result.flows, factors or result.factors
    last = len(rows.end) - 1
    horizon = float(flows.horizon_value) * rows.horizon
    return {
        "pv_start": present(flows.start_cost, rows.start),
        "pv_end": present(flows.end_cost, rows.end),
        "pv_erate": present(flows.erate, rows.end),
        "pv_resale": present(flows.resale, rows.end),
        "pv_horizon": [horizon if k == last else 0.0 for k in range(last + 1)],
        "pv_benefits": present(flows.benefits, rows.end),
    }


def net_of(parts: dict[str, list[float]]) -> list[float]:
    """Return the net present value by year: what a scenario brings less what it costs."""
    gains = zip(*(parts[key] for key in GAINS), strict=True)
    costs = zip(*(parts[key] for key in COSTS), strict=True)
    return [sum(gain) - sum(cost) for gain, cost in zip(gains, costs, strict=True)]


class _Worth:
    """The rows of what a scenario is worth."""

    def __init__(self, slot: Slot) -> None:
        self.slot = slot
        self.name = slot.table(WORTH)
        self.yearly = slot_cell(slot.number, "Discount rate")

    def flows(self) -> tuple[YearRow, ...]:
        """Return what is bought back, and the value left at the end of the plan."""
        slot, number = self.slot, self.slot.number
        last = slot.context.years[-1]

        def resale(k: int) -> str:
            units, price = whole(f"Scenario {number} units"), whole(f"Price in scenario {number}")
            each = f"{whole('Unit price')}*{whole(f'Resale factor {k}')}"
            return slot.cents(f"SUMPRODUCT(ROUND({units}*{price}*{each},2))")

        def left(k: int) -> str:
            base = whole(f"Scenario {number} base")
            at_end = f"({self._year(k)}=LastYear)"
            return slot.counted(f"{at_end}*SUMPRODUCT({base}*{whole('Horizon factor')})")

        return (
            YearRow(
                key="resale",
                label="Bought back at the end of the year",
                beside="$",
                formula=resale,
                values=slot.years(lambda result: result.flows.resale),
            ),
            YearRow(
                key="horizon",
                label="Value left at the end of the plan",
                beside="$",
                formula=left,
                values=slot.years(
                    lambda result: [
                        result.flows.horizon_value if year == last else 0
                        for year in slot.context.years
                    ]
                ),
            ),
        )

    def factors(self) -> tuple[YearRow, ...]:
        """Return the factor rows of the scenario's discount rate."""

        def row(
            key: str, label: str, formula: Callable[[str, str], str], values: Sequence[float]
        ) -> YearRow:
            return YearRow(
                key=key,
                label=label,
                beside="factor",
                formula=lambda k: "=" + formula(self.yearly, self._year(k)),
                values=values,
                form=Form.FACTOR,
                total=False,
            )

        found = self._factors()
        return (
            row(
                "start_factor",
                "Start-of-year factor",
                start_factor,
                found.start,
            ),
            row("end_factor", "End-of-year (or mid-year) factor", end_factor, found.end),
        )

    def parts(self) -> tuple[YearRow, ...]:
        """Return the present values of what the scenario costs and brings."""
        costs, money = self.slot.table(COST), self.slot.table(MONEY)

        def horizon(k: int) -> str:
            return f"={self._cell('horizon', k)}*{horizon_factor(self.yearly, self._year(k))}"

        def benefits(k: int) -> str:
            planned = ref(BENEFITS, str(self.slot.number), year_header(k))
            return f"={planned}*{self._cell('end_factor', k)}"

        return (
            self._part("pv_start", "cost at the start of the year", self._times(costs, "start")),
            self._part("pv_end", "cost at the end of the year", self._times(costs, "end")),
            self._part("pv_erate", "E-rate", self._times(money, "erate")),
            self._part("pv_resale", "bought back", self._times(self.name, "resale")),
            self._part("pv_horizon", "value left at the plan's end", horizon),
            self._part("pv_benefits", "planned savings", benefits),
        )

    def net(self) -> YearRow:
        """Return the net present value: what it brings less what it costs."""

        def formula(k: int) -> str:
            gains = "+".join(self._cell(key, k) for key in GAINS)
            return f"={gains}-" + "-".join(self._cell(key, k) for key in COSTS)

        return YearRow(
            key=NET,
            label="Net present value",
            beside="$",
            formula=formula,
            values=self.slot.years(lambda result: net_of(parts_of(result))),
            emphasis=Emphasis.TOTAL,
        )

    def _part(self, key: str, label: str, formula: Callable[[int], str]) -> YearRow:
        return YearRow(
            key=key,
            label=f"Present value: {label}",
            beside="$",
            formula=formula,
            values=self.slot.years(lambda result: parts_of(result)[key]),
        )

    def _times(self, table: str, key: str) -> Callable[[int], str]:
        factor = "start_factor" if key == "start" else "end_factor"
        return lambda k: f"={ref(table, key, year_header(k))}*{self._cell(factor, k)}"

    def _cell(self, key: str, k: int) -> str:
        return ref(self.name, key, year_header(k))

    def _year(self, k: int) -> str:
        return label_of(self.name, year_header(k))

    def _factors(self) -> Factors:
        found = self.slot.result
        return found.factors if found else self.slot.context.analysis.cash_flow.factors
