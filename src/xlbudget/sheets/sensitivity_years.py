"""What the sensitivity of the adopted plan is worked out from, year by year."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from xlbudget.analysis.breakdown import Amounts, minus, sum_by_year
from xlbudget.analysis.present_value import Factors, discount_factors
from xlbudget.model.choices import CostType
from xlbudget.sheets.assumptions import rate
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.plan import Form, Table, label_of, ref, text, whole
from xlbudget.sheets.scenario_costs import COST
from xlbudget.sheets.scenario_money import MONEY
from xlbudget.sheets.scenario_order import slot_cell
from xlbudget.sheets.scenario_slot import Slot
from xlbudget.sheets.scenario_worth import (
    BENEFITS,
    WORTH,
    end_factor,
    horizon_factor,
    net_of,
    parts_of,
    present,
    start_factor,
)
from xlbudget.sheets.timeline import Figure, YearRow, timeline

YEARS = "SensitivityYears"


def sensitivity_years(context: Context) -> Table:
    """Return the adopted plan's cost by what moves it, and its worth at other discount rates."""
    made = _Years(context)
    return timeline(
        context,
        name=YEARS,
        heading="What the sensitivity is worked out from",
        rows=(*made.costs(), *made.parts(), *made.at("low", -1), *made.at("high", 1)),
        label="Adopted plan",
    )


class _Years:
    """The rows of what the sensitivity is worked out from."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.slot = Slot(context, 1)
        self.adopted = context.analysis.scenarios.adopted
        flows = self.adopted.flows
        self.purchases = self._of(CostType.PURCHASE)
        self.salaries = self._of(CostType.STAFF)
        self.other_start = minus(flows.start_cost, self.purchases)
        self.other_end = minus(flows.end_cost, self.salaries)

    def costs(self) -> tuple[YearRow, ...]:
        """Return the cost by what moves it."""

        def of_type(kind: CostType, k: int) -> str:
            return self.slot.cents(
                f"SUMPRODUCT(({whole('Cost type')}={text(kind)})*{self.slot.cost(k)})"
            )

        def rest(key: str, part: str, k: int) -> str:
            return self.slot.cents(f"{self._from(COST, key, k)}-{self._cell(part, k)}")

        return (
            self._row(
                "purchases",
                "Purchases",
                lambda k: of_type(CostType.PURCHASE, k),
                self.purchases,
            ),
            self._row("salaries", "Salaries", lambda k: of_type(CostType.STAFF, k), self.salaries),
            self._row(
                "other_start",
                "All else at the start of its year",
                lambda k: rest("start", "purchases", k),
                self.other_start,
            ),
            self._row(
                "other_end",
                "All else at the end of its year",
                lambda k: rest("end", "salaries", k),
                self.other_end,
            ),
        )

    def parts(self) -> tuple[YearRow, ...]:
        """Return the present values that move with prices and salaries."""
        found, factors = parts_of(self.adopted), self.adopted.factors
        bought = present(self.purchases, factors.start)
        late = present(self.other_end, factors.end)
        early = present(self.other_start, factors.start)

        def start(k: int) -> str:
            return self._from(WORTH, "start_factor", k)

        def end(k: int) -> str:
            return self._from(WORTH, "end_factor", k)

        return (
            self._row(
                "pv_purchases",
                "Present value: purchases net of resale",
                lambda k: (
                    f"={self._cell('purchases', k)}*{start(k)}-{self._from(WORTH, 'pv_resale', k)}"
                    f"-{self._from(WORTH, 'pv_horizon', k)}"
                ),
                [
                    cost - sold - left
                    for cost, sold, left in zip(
                        bought, found["pv_resale"], found["pv_horizon"], strict=True
                    )
                ],
            ),
            self._row(
                "pv_other",
                "Present value: all else but salaries",
                lambda k: (
                    f"={self._cell('other_start', k)}*{start(k)}"
                    f"+{self._cell('other_end', k)}*{end(k)}"
                ),
                [one + two for one, two in zip(early, late, strict=True)],
            ),
            self._row(
                "pv_salaries",
                "Present value: salaries",
                lambda k: f"={self._cell('salaries', k)}*{end(k)}",
                present(self.salaries, factors.end),
            ),
        )

    def at(self, way: str, sign: int) -> tuple[YearRow, ...]:
        """Return the factor rows and the worth at a discount rate that is lower or higher."""
        step = rate("sensitivity_rate_swing")
        yearly = f"{slot_cell(1, 'Discount rate')}{'+' if sign > 0 else '-'}{step}"
        factors = self._factors(sign)

        def net(k: int) -> str:
            start, end = self._cell(f"start_{way}", k), self._cell(f"end_{way}", k)
            paid_back = (
                f"{ref(BENEFITS, '1', year_header(k))}-{self._from(COST, 'end', k)}"
                f"+{self._from(MONEY, 'erate', k)}+{self._from(WORTH, 'resale', k)}"
            )
            return (
                f"=({paid_back})*{end}-{self._from(COST, 'start', k)}*{start}"
                f"+{self._from(WORTH, 'horizon', k)}*{horizon_factor(yearly, self._year(k))}"
            )

        return (
            self._row(
                f"start_{way}",
                f"Start-of-year factor, rate {way}er",
                lambda k: "=" + start_factor(yearly, self._year(k)),
                factors.start,
                Form.FACTOR,
            ),
            self._row(
                f"end_{way}",
                f"End-of-year factor, rate {way}er",
                lambda k: "=" + end_factor(yearly, self._year(k)),
                factors.end,
                Form.FACTOR,
            ),
            self._row(
                f"npv_{way}",
                f"Net present value, rate {way}er",
                net,
                net_of(parts_of(self.adopted, factors)),
            ),
        )

    def _row(
        self,
        key: str,
        label: str,
        formula: Callable[[int], str],
        values: Sequence[Figure],
        form: Form | None = None,
    ) -> YearRow:
        return YearRow(
            key=key,
            label=label,
            beside="factor" if form is Form.FACTOR else "$",
            formula=formula,
            values=values,
            form=form,
            total=form is not Form.FACTOR,
        )

    def _factors(self, sign: int) -> Factors:
        values, given = self.context.values, self.adopted.scenario.discount_rate
        yearly = values["discount_rate"] if given is None else given
        step = values["sensitivity_rate_swing"]
        mid_year = values["mid_year"] == 1
        return discount_factors(yearly + sign * step, len(self.context.years), mid_year=mid_year)

    def _of(self, kind: CostType) -> Amounts:
        rows = (row.years for row in self.adopted.cost_types if row.key == kind)
        return sum_by_year(rows, len(self.context.years))

    def _from(self, stem: str, key: str, k: int) -> str:
        return ref(self.slot.table(stem), key, year_header(k))

    def _cell(self, key: str, k: int) -> str:
        return ref(YEARS, key, year_header(k))

    def _year(self, k: int) -> str:
        return label_of(YEARS, year_header(k))
