"""context: what every builder is given, worked out once."""

from dataclasses import replace
from decimal import Decimal

import pytest

from clean import clean_budget
from sheets.reading import clean_context, context
from xlbudget.model import Scenario
from xlbudget.sheets.context import context_of, year_header
from xlbudget.sheets.room import SPARE_LINES, SPARE_RECORDS


def test_years_are_numbered_from_1():
    made = clean_context()
    assert list(made.years) == [2027, 2028, 2029, 2030, 2031]
    assert list(made.numbers) == [1, 2, 3, 4, 5]
    assert year_header(3) == "Year 3"


@pytest.mark.parametrize(("scenarios", "slots"), [(0, 4), (1, 4), (4, 4), (5, 5), (6, 6)])
def test_a_workbook_has_room_for_four_scenarios_or_all_there_are(scenarios, slots):
    made = tuple(Scenario(scenario_id=f"S{i}", name="Plan") for i in range(scenarios))
    found = context_of(replace(clean_budget(), scenarios=made, drivers=()), ()).scenario_slots
    assert list(found) == list(range(1, slots + 1))


def test_records_are_found_by_id():
    made = clean_context()
    assert made.programs["P1"].name == "Devices"
    assert made.sources["F2"].name == "Grant that ends"
    assert made.labels["PlanGoal"]["G2"] == "G2 · Small-group reading every day"


def test_assumptions_have_their_defaults():
    assert context(rates={"mid_year": "1"}).values["mid_year"] == 1
    assert clean_context().values["discount_rate"] == Decimal("0.044")


def test_room_is_left_for_more():
    made = context_of(clean_budget(), ()).room
    assert (made.spare_lines, made.spare_records) == (SPARE_LINES, SPARE_RECORDS)
