"""The sheet Drivers: the scenarios, and what each of them changes."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from xlbudget.model import Driver, Scenario
from xlbudget.sheets.context import Context
from xlbudget.sheets.labels import id_formula
from xlbudget.sheets.plan import Cell, Column, Form, Part, Role, Row, Sheet, Table, this, whole
from xlbudget.sheets.record_sheets import labeled
from xlbudget.sheets.record_table import Added, record_table

UNRANKED = 999
CHANGES = ("Quantity", "Price", "Salary", "Funding")


def drivers_sheet(context: Context) -> Sheet:
    """Return the sheet Drivers: scenarios, their drivers, and the tags they pick by."""
    return Sheet(
        title="Drivers",
        role=Role.INPUT,
        says="Name the scenarios, mark the adopted one, and say what each changes: "
        "1 leaves a figure as it is, 0.8 takes a fifth off.",
        tables=(_scenarios(context), _drivers(context), _tags(context)),
        landscape=True,
        protected=False,
    )


def tags_of(context: Context) -> tuple[str, ...]:
    """Return the tags of programs and scenarios, sorted, each once."""
    budget = context.budget
    tags = {tag for program in budget.programs for tag in program.tags}
    tags |= {tag for scenario in budget.scenarios for tag in scenario.excluded_tags}
    return tuple(sorted(tags))


def sort_keys(context: Context) -> list[float]:
    """Return the key by which each scenario is put in order: the adopted one first."""
    scenarios = context.budget.scenarios
    adopted = next((i for i, scenario in enumerate(scenarios) if scenario.adopted), 0)
    return [
        (0 if i == adopted else scenario.rank or UNRANKED) + (i + 1) / 1000
        for i, scenario in enumerate(scenarios)
    ]


def _scenarios(context: Context) -> Table:
    scenarios, keys = context.budget.scenarios, sort_keys(context)
    places = {id(item): i for i, item in enumerate(scenarios)}

    def key(item: Scenario | None) -> Cell:
        return 0 if item is None else keys[places[id(item)]]

    def place(item: Scenario | None) -> Cell:
        return 0 if item is None else 1 + sum(other < keys[places[id(item)]] for other in keys)

    scenario, sort = this("Scenario", "Scenarios"), whole("Sort key", "Scenarios")
    nth = f"(ROW()-ROW({'Scenarios[[#Headers],[Scenario]]'}))"
    adopted = f'(IFERROR(MATCH("yes",{whole("Adopted", "Scenarios")},0),1)={nth})'
    rank = this("Rank", "Scenarios")
    sort_formula = f'=IF({scenario}="",0,(1-{adopted})*IF({rank}="",{UNRANKED},{rank})+{nth}/1000)'
    place_formula = (
        f'=IF({scenario}="",0,1+SUMPRODUCT(({sort}>0)*({sort}<{this("Sort key", "Scenarios")})))'
    )
    return record_table(
        Scenario,
        scenarios,
        context.years,
        context.labels,
        name="Scenarios",
        heading="Scenarios",
        spare_rows=context.room.spare("Scenarios", len(scenarios)),
        added=(
            (Column(header="Sort key", form=Form.NUMBER, formula=sort_formula), key),
            (Column(header="Place", form=Form.WHOLE, formula=place_formula), place),
            labeled("Scenario"),
        ),
    )


def _drivers(context: Context) -> Table:
    scenario_id = Column(
        header="Scenario id", form=Form.TEXT, width=14, formula=id_formula("Scenario", "Drivers")
    )
    added: list[Added] = [(scenario_id, lambda driver: driver.scenario_id if driver else "")]
    added += [_change(name) for name in CHANGES]
    return record_table(
        Driver,
        context.budget.drivers,
        context.years,
        context.labels,
        name="Drivers",
        heading="What each scenario changes",
        spare_rows=context.room.spare("Drivers", len(context.budget.drivers)),
        added=added,
        widths={"scenario_id": 30.0},
    )


def _change(name: str) -> Added:
    cell = this(name, "Drivers")
    column = Column(header=f"{name} change", form=Form.RATE, formula=f'=IF({cell}="",0,{cell}-1)')
    return column, _changed(name.lower())


def _changed(field: str) -> Callable[[Driver | None], Cell]:
    def value(driver: Driver | None) -> Cell:
        given = None if driver is None else getattr(driver, field)
        return Decimal(0) if given is None else given - 1

    return value


def _tags(context: Context) -> Table:
    tags = tags_of(context)
    return Table(
        name="Tags",
        heading="Tags",
        says="Words that programs carry and scenarios pick by; at most eight.",
        columns=(
            Column(
                header="Tag",
                part=Part.INPUT,
                form=Form.TEXT,
                says="A word without spaces; programs carry it on the sheet Programs.",
            ),
        ),
        rows=tuple(Row(key=str(i), cells=(tag,)) for i, tag in enumerate(tags)),
        spare_rows=context.room.spare("Tags", len(tags)),
    )
