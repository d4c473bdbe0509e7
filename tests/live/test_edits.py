"""A person's edits in the live workbook: totals, checks and sentences follow."""

import pytest

SPARE = 2


def cost(live, year=1):
    return live.at("FundingPlan", "cost", f"Year {year}")


def test_typing_a_price_changes_the_totals(live):
    assert cost(live) == 13_000
    live.put("LineItems", 0, "Unit price", 100)
    assert cost(live) == 14_000
    assert live.at("CostByArea", "hardware", "Year 1") == 14_000
    assert live.at("OwnershipByArea", "hardware", "Year 1") == 14_000
    assert live.value("Funding", 0, "Left 1") == 86_000


def test_deleting_a_goal_changes_links_and_messages(live):
    live.put("LineItems", 0, "Goal 1", None)
    assert live.value("LineItems", 0, "Still missing") == "a goal"
    assert live.value("Goals", 0, "Lines linked") == 0
    assert live.value("LineItems", 0, "Planned") == 0
    assert live.at("Checks", "L10", "Value") == 1
    assert live.at("CheckTotals", "words", "Value") != live.layout.book.master


def test_a_source_that_ends_makes_a_cliff_and_a_successor_closes_it(live):
    live.put("LineItems", 0, "Source 1", "F2 · Grant that ends")
    assert live.at("Cliff", "year", "Value") == 2029
    assert live.at("Cliff", "amount", "Value") == pytest.approx(9_000 * 1.0215**2, abs=0.01)
    assert live.at("CliffLines", "0", "Line") == "L1"
    live.put("LineItems", 0, "Successor", "F1 · General fund")
    assert live.at("Cliff", "year", "Value") == "none"
    assert live.at("Cliff", "amount", "Value") == 0


def test_a_line_typed_into_a_spare_row_counts(live):
    cells = {
        "Line": "L3",
        "Description": "A hotspot for each bus",
        "Justification": "Students read on the way home",
        "Goal 1": "G1 · Grade 3 reading: 70 % proficient",
        "Cost type": "annual",
        "Quantity": 10,
        "Unit price": 50,
        "Source 1": "F1 · General fund",
        "Status": "justified",
        "Need": "recurring",
        "First fiscal year": 2028,
        "Area": "broadband",
        "Category": "connectivity",
    }
    assert live.value("LineItems", SPARE, "Still missing") == ""
    for column, value in cells.items():
        live.put("LineItems", SPARE, column, value)
    assert live.value("LineItems", SPARE, "Still missing") == "complete"
    assert cost(live) == 13_000
    assert live.at("CostByArea", "broadband", "Year 2") == pytest.approx(510.75)
    assert live.value("Goals", 0, "Lines linked") == 2
    assert live.at("CheckTotals", "words", "Value") == live.layout.book.master


def test_another_base_year_moves_every_timeline(live):
    live.put_at("Frame", "base_fiscal_year", "Value", 2028)
    sheet, row, column = live.layout.place("{FundingPlan|^|Year 1}")
    assert live.office.get(live.handle, sheet, f"C{row + 1}")[0] == 2028
    assert column == 2


def test_a_driver_changes_its_scenario_and_not_the_plan(live):
    before = live.at("FundingPlan", "cost", "Year 1")
    other = live.at("ScenarioComparison", "2", "Total cost")
    live.put("Drivers", 0, "Quantity", 0.5)
    assert live.at("FundingPlan", "cost", "Year 1") == before
    assert live.at("ScenarioComparison", "2", "Total cost") == pytest.approx(other * 0.5 / 0.8)


def test_another_scenario_can_be_chosen_and_the_plan_stays(live):
    plan = live.at("ScenarioChosen", "total", "Adopted plan")
    assert live.at("ScenarioChosen", "total", "Chosen scenario") == pytest.approx(plan * 0.8)
    live.put_at("ScenarioChoice", "choice", "Compare the plan with", "A · Adopted plan")
    assert live.at("ScenarioChosen", "total", "Chosen scenario") == plan
    assert live.at("ScenarioChosen", "total", "Adopted plan") == plan
