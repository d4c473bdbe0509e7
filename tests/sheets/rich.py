"""A budget with a case of everything that the cost sheets tell apart, and ways to read a sheet."""

from decimal import Decimal

from analysis.budgets import budget, by_year, every_year, line, purchase, source
from xlbudget.model import PlanGoal, Program, Saving, School
from xlbudget.sheets.context import context_of
from xlbudget.sheets.room import Room

RATES = {
    "escalation_staff": "0.03",
    "reserve_opening": "2500.55",
    "reserve_interest": "0.02",
    "user_hour_rate": "41.50",
    "mid_year": "1",
}
DEVICES = purchase(
    "L1", program_id="P1", school_id="S1", goal_1="G1", quantity=100, unit_price=400,
    unit_setup=12.5, spare_share=0.05, service_life=4, residual_share=0.1, refresh=True,
    source_1="GEN", user_hours=10, prior_amount=3000,
)  # fmt: skip


def rich_budget():
    """Lines of every type; some with a blank or unknown word, program, school or source."""
    return budget(
        DEVICES,
        line("L2", program_id="unknown", area="", category="", user_hours=5.5, source_1="GRANT"),
        line("L3", status="lapsed", quantity=9, user_hours=90, prior_amount=500.25),
        line("L4", cost_type="one-time service", need="one-time", area="broadband", quantity=40),
        line("L5", cost_type="contract", need="starts", school_id="unknown", status="conditional",
             payment=by_year(0, 5000, 5000.01), area="broadband", category="connectivity",
             goal_1="G1", source_1="ERATE", source_share_1=0.8, source_2="GEN",
             source_share_2=0.2),
        purchase("L6", quantity=30, unit_price=99.99, service_life=3, first_fiscal_year=2026,
                 need="", source_1="HOPE"),
        line("L7", cost_type="staff", unit_price=60_000, benefit_rate=0.22, need="starts",
             escalation_class="staff", area="technical support", category="support labor",
             program_id="P2", source_1="GEN", first_fiscal_year=2028),
        line("L8", cost_type="", need="odd", last_fiscal_year=2028, school_id="S2", user_hours=7),
        rates=RATES,
        goals=(PlanGoal(goal_id="G1", plan="district", statement="Every third grader reads"),),
        programs=(Program(program_id="P1", name="Devices"), Program(program_id="P2", name="Help")),
        schools=(
            School(school_id="S1", name="Oak", enrollment=every_year(200)),
            School(school_id="S2", name="Elm", enrollment=by_year(0, 50)),
        ),
        sources=(
            source("GEN", *[60_000] * 5),
            source("GRANT", 50, 50, stream="one-time"),
            source("ERATE", *[3000] * 5, stream="renewable", kind="E-rate Category One"),
            source("HOPE", 9000, stream="one-time", status="expected"),
        ),
        savings=tuple(
            Saving(saving_id=kind, program_id="P1", type=kind, planned=by_year(100, amount))
            for kind, amount in (("cashable", 1), ("avoided", 2), ("revenue", 4),
                                 ("productivity", 8))
        ),
    )  # fmt: skip


def one_purchase(**facts):
    """100 devices at $400 with a life of 4 years, a tenth bought back; 200 students; 4 %."""
    given = {"quantity": 100, "unit_price": 400, "service_life": 4, "residual_share": 0.1}
    return budget(
        purchase("L1", refresh=True, school_id="S1", **(given | facts)),
        schools=(School(school_id="S1", name="Oak", enrollment=every_year(200)),),
    )


def sheet_of(builder, made):
    """A sheet of a budget, with two spare rows in each block."""
    return builder(context_of(made, (), room=Room(spare_lines=2, spare_records=2)))


def rows_of(sheet, name):
    """The rows of a block by key: what its cells show, from the second column on."""
    table = next(table for table in sheet.tables if table.name == name)
    return {row.key: tuple(map(shown, row.cells[1:])) for row in table.rows}


def years_of(sheet, name, key):
    """What a row of a block shows in its years, as numbers."""
    return tuple(map(Decimal, rows_of(sheet, name)[key][1:-1]))


def shown(cell):
    """What a cell shows."""
    return getattr(cell, "value", cell)
