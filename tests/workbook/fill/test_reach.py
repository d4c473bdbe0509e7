"""What follows from a table whose formulas are not ours."""

from xlbudget.sheets.plan import Name
from xlbudget.workbook.fill.plan_cells import PlanCell
from xlbudget.workbook.fill.reach import Reach

TABLES = ("Lines", "Sums", "Plan", "Frame", "Other")
NAMES = (Name("BaseYear", "{$Frame|base|Value}", "First year."),)
CELLS = [
    PlanCell("Sums", "S", 1, 1, "=SUM(Lines[Cost])", 1),
    PlanCell("Plan", "P", 1, 1, "={Sums|1|Total}*2", 2),
    PlanCell("Other", "O", 1, 1, "=BaseYear+1", 2028),
    PlanCell("Lines", "L", 1, 1, "", 5),
]


def reach():
    return Reach(TABLES, NAMES)


def test_a_formula_reads_tables_by_name_by_token_and_by_a_defined_name():
    assert reach().reads("=SUM(Lines[Cost])+{$Sums|1|Total}") == {"Lines", "Sums"}
    assert reach().reads("=BaseYear") == {"Frame"}
    assert reach().reads("=1+1") == frozenset()


def test_all_that_follows_is_found_step_by_step():
    assert reach().spoiled(CELLS, ["Lines"]) == {"Lines", "Sums", "Plan"}
    assert reach().spoiled(CELLS, ["Frame"]) == {"Frame", "Other"}
    assert reach().spoiled(CELLS, ["Plan"]) == {"Plan"}
    assert reach().spoiled(CELLS, []) == frozenset()
