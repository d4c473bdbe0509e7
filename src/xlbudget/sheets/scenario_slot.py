"""A place for a scenario on the sheet Scenarios: the one that stands there, or none yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from xlbudget.analysis import ScenarioResult
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.layout import column_letters
from xlbudget.sheets.plan import Calculated, Emphasis, Table, ref, whole
from xlbudget.sheets.scenario_order import slot_cell
from xlbudget.sheets.timeline import Figure, YearRow, timeline

EMPTY = "No scenario in this place"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a scenario: what its formulas name, and what Python computed for it."""

    context: Context
    number: int  # 1 is the adopted plan

    @property
    def result(self) -> ScenarioResult | None:
        """Return the scenario that stands here; None when there is none yet."""
        results = self.context.analysis.scenarios.results
        return results[self.number - 1] if self.number <= len(results) else None

    @property
    def name(self) -> str:
        """Return the token of the scenario's name."""
        return slot_cell(self.number, "Name")

    @property
    def shown_name(self) -> str:
        """Return the scenario's name as Python knows it; "" when there is none yet."""
        return self.result.scenario.name if self.result else ""

    @property
    def name_cell(self) -> Calculated:
        """Return the cell that shows the scenario's name; "" when there is none yet."""
        return Calculated(f"={self.name}", self.shown_name)

    @property
    def emphasis(self) -> Emphasis:
        """Return how its rows stand out: an empty place is quiet."""
        return Emphasis.NONE if self.result else Emphasis.NOTE

    def table(self, stem: str) -> str:
        """Return the name of one of its tables: letters only, so that none looks like a cell."""
        return table_of(stem, self.number)

    def cost(self, k: int) -> str:
        """Return the formula text of what each line costs in year k: an array."""
        return f"ROUND({whole(f'Scenario {self.number} base')}*{whole(f'Factor {k}')},2)"

    def counted(self, formula: str) -> str:
        """Return a formula that is worked out only when a scenario stands here, else 0."""
        return f"=IF({slot_cell(self.number, 'Used')}=0,0,{formula})"

    def cents(self, formula: str) -> str:
        """Return the formula of whole cents, worked out only when a scenario stands here."""
        return self.counted(f"ROUND({formula},2)")

    def years(self, figures: Callable[[ScenarioResult], Sequence[Figure]]) -> Sequence[Figure]:
        """Return the scenario's figures by year; zeros when there is none yet."""
        return figures(self.result) if self.result else [0] * len(self.context.years)

    def timeline(
        self, stem: str, heading: str, rows: Sequence[YearRow], label: str = "Row"
    ) -> Table:
        """Return one of its timelines: the scenario's name stands above the rows' labels."""
        quiet = [
            replace(row, emphasis=row.emphasis if self.result else Emphasis.NOTE) for row in rows
        ]
        table = timeline(
            self.context,
            name=self.table(stem),
            heading=f"{heading}, scenario {self.number}",
            rows=quiet,
            label=label,
        )
        named = Calculated(f'=IF({self.name}="","{EMPTY}",{self.name})', self.shown_name or EMPTY)
        return replace(table, labels=(named, *table.labels[1:]))


def by_scenario(
    context: Context,
    *,
    name: str,
    heading: str,
    source: tuple[str, str],
    figures: Callable[[ScenarioResult], Sequence[Figure]],
) -> Table:
    """Return a timeline with one row per scenario, the adopted plan first.

    Args:
        context: The facts that builders share.
        name: Name of the Excel table.
        heading: Heading above the block.
        source: Where the figures are worked out: the stem of a scenario's table, and a row of it.
        figures: What Python computed, by year.

    """
    stem, key = source

    def row(slot: Slot) -> YearRow:
        return YearRow(
            key=str(slot.number),
            label=slot.name_cell,
            beside="$",
            formula=lambda k: "=" + ref(slot.table(stem), key, year_header(k)),
            values=slot.years(figures),
            emphasis=slot.emphasis,
        )

    rows = [row(slot) for slot in slots_of(context)]
    return timeline(context, name=name, heading=heading, rows=rows, label="Scenario")


def table_of(stem: str, number: int) -> str:
    """Return the name of a table of the scenario in a place: ``ScenarioCostA`` for the first."""
    return stem + column_letters(number - 1)


def slots_of(context: Context) -> list[Slot]:
    """Return the places for scenarios, in order."""
    return [Slot(context, number) for number in context.scenario_slots]
