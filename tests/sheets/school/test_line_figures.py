"""The table of what each line costs: its values beside its formulas."""

from decimal import Decimal

from school_answers import answered, new_line
from sheets.school.reading import cell, column, formula, frame
from xlbudget.sheets.school.line_figures import line_figures_table


def test_last_years_line_and_an_item_have_their_places(kept):
    table = line_figures_table(kept)
    assert column(table, "Prior") == [1, 2, 3, 0, 0, 0, 0]
    assert column(table, "Item") == [1, 0, 0, 0, 0, 0, 0]


def test_units_unit_cost_and_cost_of_last_years_line(kept):
    table = line_figures_table(kept)
    row = [cell(table, "1", header) for header in ("Whole", "Units", "Unit cost", "Year 1")]
    assert row == [1, 32, 320, 10_240]
    assert cell(table, "1", "Recurring from") == 2027


def test_a_thing_off_the_list_costs_its_own_price():
    other = new_line(item_id="Other", description="Lamp", quantity=Decimal(3), price=Decimal("9.5"))
    table = line_figures_table(frame(answered(other)))
    row = [
        cell(table, "4", header) for header in ("Other", "Units", "Unit cost", "Year 1", "Year 2")
    ]
    assert row == [1, 3, 9.5, 28.5, 0]


def test_a_line_without_facts_costs_nothing(broken):
    table = line_figures_table(broken)
    row = [cell(table, "4", header) for header in ("In use", "Counts", "Unit cost", "Year 1")]
    assert row == [1, 1, 0, 0]


def test_a_dropped_line_is_in_use_and_does_not_count():
    table = line_figures_table(frame(answered(L2={"action": "Drop"})))
    assert [cell(table, "2", header) for header in ("In use", "Counts", "Units")] == [1, 0, 0]


def test_a_cost_is_rounded_once(kept):
    assert formula(line_figures_table(kept), "1", "Year 3").startswith("=ROUND(")
