"""The scenarios side by side, one row each: what a board compares, and what follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from xlbudget.analysis import ScenarioResult
from xlbudget.analysis.breakdown import quotient
from xlbudget.sheets.context import Context, year_header
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
    row_range,
    whole,
)
from xlbudget.sheets.scenario_costs import COST
from xlbudget.sheets.scenario_money import MONEY
from xlbudget.sheets.scenario_order import ORDER, slot_cell
from xlbudget.sheets.scenario_slot import Slot, slots_of
from xlbudget.sheets.scenario_worth import NET, WORTH
from xlbudget.sheets.timeline import NONE, TOTAL
from xlbudget.sheets.words import grouped, grouped_formula

COMPARISON = "ScenarioComparison"
NAME, WORDS, TOTAL_COST, CHANGE = "Scenario", "Against the plan", "Total cost", "Difference"
NPV, NPV_CHANGE, GAP = "Net present value", "NPV difference", "Widest structural gap"
CLIFF, LOST, UNFUNDED = "Cliff year", "Lost in cliff year", "Unfunded"
PER_STUDENT, RANK, WHOLE = "Cost per student, year 1", "Rank by NPV", "Difference, whole"
ADOPTED, SAME = "the adopted plan", "costs the same"


def comparison(context: Context) -> Table:
    """Return the comparison of the scenarios, the adopted plan first."""
    money = (TOTAL_COST, CHANGE, NPV, NPV_CHANGE, GAP)
    return Table(
        name=COMPARISON,
        heading="The scenarios side by side",
        says="Dollars over the whole plan unless a column says otherwise. Net present value (NPV) "
        "counts money only: what does less costs less, so read it beside what is unfunded.",
        columns=(
            Column(header=NAME, form=Form.TEXT, width=38),
            Column(header=WORDS, form=Form.TEXT, width=25),
            Column(header="Probability", form=Form.SHARE, width=13),
            *(Column(header=header, form=Form.DOLLARS, width=13) for header in money),
            Column(header=CLIFF, form=Form.YEAR, width=13),
            Column(header=LOST, form=Form.DOLLARS, width=13),
            Column(header=UNFUNDED, form=Form.DOLLARS, width=13),
            Column(header=PER_STUDENT, form=Form.DOLLARS, width=13),
            Column(header=RANK, part=Part.CALCULATION, form=Form.WHOLE, width=13),
            Column(header=WHOLE, form=Form.DOLLARS, width=13),
        ),
        rows=tuple(
            Row(key=str(slot.number), cells=_Compared(slot).cells(), emphasis=slot.emphasis)
            for slot in slots_of(context)
        ),
    )


def ranks(results: Sequence[ScenarioResult]) -> list[int]:
    """Return the rank of each scenario by net present value to the cent, 1 the best."""
    worths = [round(result.npv, 2) for result in results]
    return [1 + sum(other > own for other in worths) for own in worths]


def in_words(result: ScenarioResult) -> str:
    """Return how a scenario's cost differs from the adopted plan's."""
    if result.adopted:
        return ADOPTED
    amount = grouped(result.total_change)
    if amount == grouped(Decimal(0)):
        return SAME
    return f"costs {amount} {'more' if result.total_change > 0 else 'less'}"


@dataclass(frozen=True, slots=True)
class _Compared:
    """A scenario's row of the comparison."""

    slot: Slot

    def cells(self) -> tuple[Cell, ...]:
        found, number = self.slot.result, self.slot.number
        secured = found.funding.secured if found else None
        zero = Decimal(0)
        return (
            self.slot.name_cell,
            Calculated(self._words(), in_words(found) if found else ""),
            Calculated(
                "=" + slot_cell(number, "Probability"),
                (found.scenario.probability if found else None) or zero,
            ),
            Calculated(f"=ROUND({self._total(COST, 'total')},2)", found.total if found else 0),
            Calculated(self._less_adopted(TOTAL_COST), found.total_change if found else 0),
            Calculated(f"={self._total(WORTH, NET)}", found.npv if found else 0),
            Calculated(self._less_adopted(NPV), found.npv_change if found else 0),
            Calculated(f"=MAX({self._years('gap')})", secured.deepest_gap if secured else 0),
            *self._cliff(),
            Calculated(
                f"=ROUND({self._total(MONEY, 'unfunded')},2)",
                unfunded(self.slot),
            ),
            Calculated(self._per_student(), self._cost_per_student()),
            Calculated(self._rank(), self._ranked()),
            Calculated(
                f"=ROUND(ABS({self._cell(CHANGE)}),0)",
                _whole(found.total_change) if found else 0,
            ),
        )

    def _cliff(self) -> tuple[Calculated, Calculated]:
        funding = self.slot.result.funding if self.slot.result else None
        flags, lost = self._years("has_lost"), self._years("lost")
        first = f"MATCH(1,{flags},0)"
        return (
            Calculated(
                f"=IF(MAX({flags})=0,{_NONE},BaseYear-1+{first})",
                (funding.cliff_year if funding else None) or NONE,
            ),
            Calculated(
                f"=IF(MAX({flags})=0,0,INDEX({lost},1,{first}))",
                funding.cliff_amount if funding else 0,
            ),
        )

    def _words(self) -> str:
        adopted, used = f"({self._fact('Slot')}=1)", self._fact("Used")
        amount, change = self._cell(WHOLE), self._cell(CHANGE)
        told = grouped_formula(amount)
        return (
            f'=REPT("{ADOPTED}",{adopted})&REPT("{SAME}",(1-{adopted})*{used}*({amount}=0))'
            f'&REPT("costs "&{told}&REPT(" more",{change}>0)&REPT(" less",{change}<0),'
            f"(1-{adopted})*({amount}>0))"
        )

    def _less_adopted(self, column: str) -> str:
        adopted = ref(COMPARISON, "1", column, fixed=True)
        return f"={self._fact('Used')}*({self._cell(column)}-{adopted})"

    def _per_student(self) -> str:
        cost = ref(self.slot.table(COST), "total", year_header(1))
        students = (
            f"(SUM({whole('Enrollment 1', 'Schools')})*(1+{self._fact('Enrollment change')}))"
        )
        return f"=IF({students}=0,{_NONE},{cost}/{students})"

    def _cost_per_student(self) -> Decimal | str:
        found = self.slot.result
        context = self.slot.context
        students = found.enrollment[0] if found else context.analysis.ownership.students[0]
        ratio = quotient(found.cost[0] if found else Decimal(0), students)
        return NONE if ratio is None else ratio

    def _rank(self) -> str:
        used, values = column_range(ORDER, "Used"), column_range(COMPARISON, NPV)
        better = f"{used}*(ROUND({values},2)>ROUND({self._cell(NPV)},2))"
        return f"=IF({self._fact('Used')}=0,0,1+SUMPRODUCT({better}))"

    def _ranked(self) -> int:
        results = self.slot.context.analysis.scenarios.results
        return ranks(results)[self.slot.number - 1] if self.slot.result else 0

    def _total(self, stem: str, key: str) -> str:
        return ref(self.slot.table(stem), key, TOTAL)

    def _years(self, key: str) -> str:
        last = year_header(len(self.slot.context.years))
        return row_range(self.slot.table(MONEY), key, year_header(1), last)

    def _cell(self, column: str) -> str:
        return ref(COMPARISON, str(self.slot.number), column)

    def _fact(self, column: str) -> str:
        return slot_cell(self.slot.number, column)


_NONE = f'"{NONE}"'


def unfunded(slot: Slot) -> Decimal:
    """Return what a scenario leaves unfunded over the plan; 0 when there is none yet."""
    found = slot.result
    return sum(found.funding.secured.unfunded, Decimal(0)) if found else Decimal(0)


def _whole(amount: Decimal) -> int:
    return int(grouped(amount).replace(",", ""))
