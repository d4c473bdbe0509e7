"""What each source is asked for and pays in each scenario: one row per scenario and source.

The sheet Funding says the same for the plan as entered; here lines cost what they cost in the
scenario, and sources give what its drivers leave of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from xlbudget.analysis.funding_plan import SourceFunding
from xlbudget.model.choices import Dimension
from xlbudget.sheets.line_columns import NO_END, SLOTS
from xlbudget.sheets.live_rows import nth, places, text_at
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Column,
    Emphasis,
    Form,
    Part,
    Row,
    Table,
    label_of,
    ref,
    text,
    whole,
)
from xlbudget.sheets.scenario_order import slot_cell
from xlbudget.sheets.scenario_slot import Slot
from xlbudget.sheets.split_sum import split_sum

TABLE, FUNDING = "ScenarioFunding", "Funding"
PAID, PAID_RECURRING = "Paid", "Paid recurring"
WANTED, WANTED_RECURRING, MONEY = "Wanted", "Wanted recurring", "Money"
MEASURES = (PAID, PAID_RECURRING, WANTED, WANTED_RECURRING, MONEY)


def scenario_funding(slots: Sequence[Slot]) -> Table:
    """Return the table of what sources are asked for and pay in the scenarios."""
    numbers = slots[0].context.numbers
    columns = (
        Column(header="Source", form=Form.TEXT, width=38),
        Column(header="Slot", part=Part.LABEL, form=Form.WHOLE, width=14),
        *(
            Column(header=f"{measure} {k}", form=Form.DOLLARS, width=13)
            for measure in MEASURES
            for k in numbers
        ),
        Column(header="Counts", form=Form.WHOLE),
        Column(header="Source id", form=Form.TEXT),
        Column(header="Status", form=Form.TEXT),
        Column(header="Stream", form=Form.TEXT),
        Column(header="Kind", form=Form.TEXT),
        Column(header="Allowed areas", form=Form.TEXT),
        Column(header="First", form=Form.YEAR),
        Column(header="Ends", form=Form.YEAR),
        Column(header="Funding change", form=Form.SHARE),
    )
    return Table(
        name=TABLE,
        heading="What each source pays in each scenario",
        says="Whatever the source's status; to the right, what lines want of it and what it gives.",
        columns=columns,
        rows=tuple(row for slot in slots for row in _rows(slot)),
        labels=(None, None, *_years(slots[0]), *[None] * 9),
    )


def paid_by(slot: Slot, measure: str, k: int, **facts: str) -> str:
    """Return the formula text of what sources pay in a scenario and year.

    Args:
        slot: The scenario.
        measure: ``Paid`` or ``Paid recurring``.
        k: Number of the year.
        facts: Which sources: column of the table (lower case) and word.

    """
    chosen = "".join(
        f",{whole(name.capitalize(), TABLE)},{text(word)}" for name, word in facts.items()
    )
    return f"SUMIFS({whole(f'{measure} {k}', TABLE)},{whole('Slot', TABLE)},{slot.number}{chosen})"


def _years(slot: Slot) -> list[Cell]:
    years = list(zip(slot.context.numbers, slot.context.years, strict=True))
    once: list[Cell] = [
        Calculated(f"=BaseYear+{k - 1}" if k > 1 else "=BaseYear", year) for k, year in years
    ]
    return once * len(MEASURES)


def _rows(slot: Slot) -> list[Row]:
    sources = slot.result.funding.sources if slot.result else ()
    entered = slot.context.analysis.funding.sources
    return [
        _Source(slot, place, plain, sources[place - 1] if plain and sources else None).row()
        for place, plain in places(slot.context, "Funding", entered)
    ]


@dataclass(frozen=True, slots=True)
class _Source:
    """A source in a scenario: its row."""

    slot: Slot
    place: int
    entered: SourceFunding | None  # None: a spare row of Funding
    found: SourceFunding | None  # None: a spare row, or no scenario in this place

    def row(self) -> Row:
        numbers = self.slot.context.numbers
        return Row(
            key=self.key,
            cells=(
                Calculated(text_at(FUNDING, "Label", self.place), self._label()),
                self.slot.number,
                *(self._paid(PAID, WANTED, k) for k in numbers),
                *(self._paid(PAID_RECURRING, WANTED_RECURRING, k) for k in numbers),
                *(self._wanted(WANTED, k) for k in numbers),
                *(self._wanted(WANTED_RECURRING, k) for k in numbers),
                *(self._money(k) for k in numbers),
                *self._facts(),
            ),
            emphasis=Emphasis.NONE if self.found else Emphasis.NOTE,
        )

    @property
    def key(self) -> str:
        return f"{self.slot.number} {self.place}"

    def _cell(self, header: str, *, fixed: bool = False) -> str:
        return ref(TABLE, self.key, header, fixed=fixed)

    def _fact(self, header: str) -> str:
        return self._cell(header, fixed=True)

    def _label(self) -> str:
        if self.entered is None:
            return ""
        return self.slot.context.labels["FundingSource"][self.entered.source.source_id]

    def _value(self, figures: Callable[[SourceFunding], Sequence[Decimal]], k: int) -> Decimal:
        return figures(self.found)[k - 1] if self.found else Decimal(0)

    def _paid(self, measure: str, wanted: str, k: int) -> Calculated:
        name = measure.lower().replace(" ", "_")
        formula = f"=MAX(0,MIN({self._cell(f'{wanted} {k}')},{self._cell(f'{MONEY} {k}')}))"
        return Calculated(formula, self._value(lambda found: getattr(found, name), k))

    def _wanted(self, measure: str, k: int) -> Calculated:
        year, areas = label_of(TABLE, f"{measure} {k}"), self._fact("Allowed areas")
        area = whole("Area")
        conditions = [f'((({areas}="")+({area}<>"")*ISNUMBER(SEARCH({area},{areas})))>0)']
        if measure == WANTED_RECURRING:
            conditions.append(f"({whole('Recurring from')}<={year})")
        holders = [f"Payer {slot} of year {k}" for slot in SLOTS]
        total = split_sum(self._fact("Source id"), holders, "Source", self.slot.cost(k), conditions)
        pays = f"({self._fact('First')}<={year})*({year}<={self._fact('Ends')})"
        name = measure.lower().replace(" ", "_")
        return Calculated(
            f"=IF({self._fact('Counts')}=0,0,{pays}*{total})",
            self._value(lambda found: getattr(found, name), k),
        )

    def _money(self, k: int) -> Calculated:
        amount = nth(FUNDING, f"Amount {k}", self.place)
        return Calculated(
            f"={self._fact('Counts')}*ROUND({amount}*(1+{self._fact('Funding change')}),2)",
            self._value(lambda found: found.amount, k),
        )

    def _facts(self) -> tuple[Calculated, ...]:
        source = self.entered.source if self.entered else None
        last = (self.entered.last_year or NO_END) if self.entered else 0
        used, source_id = slot_cell(self.slot.number, "Used"), self._fact("Source id")
        return (
            Calculated(f'={used}*({source_id}<>"")', int(self.found is not None)),
            Calculated(text_at(FUNDING, "Source", self.place), source.source_id if source else ""),
            *(
                Calculated(
                    text_at(FUNDING, header, self.place),
                    str(getattr(source, header.lower())) if source else "",
                )
                for header in ("Status", "Stream", "Kind")
            ),
            Calculated(
                text_at(FUNDING, "Allowed areas", self.place),
                ";".join(source.allowed_areas) if source else "",
            ),
            Calculated(
                f"={nth(FUNDING, 'First fiscal year', self.place)}+0",
                (source.first_fiscal_year or 0) if source else 0,
            ),
            Calculated(f"={nth(FUNDING, 'Ends', self.place)}+0", last),
            Calculated(self._change_formula(), self._change()),
        )

    def _change_formula(self) -> str:
        return (
            f"={self._fact('Counts')}*SUMIFS({whole('Funding change', 'Drivers')},"
            f"{whole('Scenario id', 'Drivers')},{slot_cell(self.slot.number, 'Scenario')},"
            f"{whole('Dimension', 'Drivers')},{text(Dimension.SOURCE)},"
            f"{whole('Key', 'Drivers')},{self._fact('Source id')})"
        )

    def _change(self) -> Decimal:
        if self.found is None or self.slot.result is None:
            return Decimal(0)
        found = self.slot.result.scenario.scenario_id
        return sum(
            (
                driver.funding - 1
                for driver in self.slot.context.budget.drivers
                if driver.scenario_id == found
                and driver.dimension == Dimension.SOURCE
                and driver.key == self.found.source.source_id
                and driver.funding is not None
            ),
            Decimal(0),
        )
