"""The scenarios in their order: the adopted one first and fixed, the others by rank."""

from __future__ import annotations

from decimal import Decimal

from xlbudget.analysis import ScenarioResult
from xlbudget.sheets.assumptions import rate
from xlbudget.sheets.context import Context
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Column,
    Emphasis,
    Form,
    Part,
    Row,
    Table,
    ref,
    whole,
)

ORDER = "ScenarioOrder"
NO_SCENARIO = "Adopted plan"


def scenario_order(context: Context) -> Table:
    """Return the table of scenarios in order, one row for each that the workbook has room for."""
    results = context.analysis.scenarios.results
    rows = []
    for slot in context.scenario_slots:
        result = results[slot - 1] if slot <= len(results) else None
        rows.append(
            Row(
                key=str(slot),
                cells=_cells(context, slot, result),
                emphasis=Emphasis.NONE if result else Emphasis.NOTE,
            )
        )
    return Table(
        name=ORDER,
        heading="Scenarios in order",
        says="The adopted plan stands first and stays there, the others follow by rank; "
        f"there is room for {len(context.scenario_slots)}. Change them on the sheet Drivers.",
        columns=(
            Column(header="Name", form=Form.TEXT, width=38),
            Column(header="Scenario", form=Form.TEXT, width=12),
            Column(header="Slot", part=Part.LABEL, form=Form.WHOLE),
            Column(header="Probability", form=Form.SHARE),
            Column(header="Discount rate", form=Form.RATE),
            Column(header="Enrollment change", form=Form.SHARE),
            Column(header="Used", form=Form.WHOLE, says="1 when a scenario stands here, else 0."),
            Column(header="Excluded tags", form=Form.TEXT),
        ),
        rows=tuple(rows),
    )


def slot_cell(slot: int, column: str) -> str:
    """Return the token of a fact about the scenario in a slot."""
    return ref(ORDER, str(slot), column, fixed=True)


def _cells(context: Context, slot: int, result: ScenarioResult | None) -> tuple[Cell, ...]:
    scenario = result.scenario if result else None
    given = bool(context.budget.scenarios) and scenario is not None
    first = f'"{NO_SCENARIO}"' if slot == 1 else '""'
    at = ref(ORDER, str(slot), "Slot")
    place = f"MATCH({at},{whole('Place', 'Scenarios')},0)"

    def words(header: str, missing: str) -> str:
        return f'=IFERROR(INDEX({whole(header, "Scenarios")},{place})&"",{missing})'

    def number(header: str) -> str:
        return f"=IFERROR(INDEX({whole(header, 'Scenarios')},{place})*1,0)"

    own = f"INDEX({whole('Discount rate', 'Scenarios')},{place})"
    policy = rate("discount_rate")
    default = context.values["discount_rate"]
    own_rate = scenario.discount_rate if scenario else None
    tags = ";".join(scenario.excluded_tags) if scenario else ""
    zero = Decimal(0)
    return (
        Calculated(words("Name", first), scenario.name if given and scenario else _name(slot)),
        Calculated(words("Scenario", '""'), scenario.scenario_id if scenario else ""),
        slot,
        Calculated(number("Probability"), _of(scenario, "probability") or zero),
        Calculated(
            f'=IFERROR(IF({own}="",{policy},{own}),{policy})',
            default if own_rate is None else own_rate,
        ),
        Calculated(number("Enrollment change"), _of(scenario, "enrollment_change") or zero),
        Calculated(
            f'=(({at}=1)+({ref(ORDER, str(slot), "Scenario")}<>"")>0)*1', int(scenario is not None)
        ),
        Calculated(
            f'=IFERROR(";"&INDEX({whole("Excluded tags", "Scenarios")},{place})&";",";;")',
            f";{tags};",
        ),
    )


def _name(slot: int) -> str:
    return NO_SCENARIO if slot == 1 else ""


def _of(scenario: object, name: str) -> Decimal | None:
    value = getattr(scenario, name, None)
    return value if isinstance(value, Decimal) else None
