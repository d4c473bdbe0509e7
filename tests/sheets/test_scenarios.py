"""Scenarios: hand-worked figures, blocks that tie, and a change of the budget changes them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from analysis.budgets import budget
from judges import cached, validator
from learning_budget import reader
from scenario_budget import DRIVERS, SCENARIOS, scenario_budget
from xlbudget.sheets.book import district_book
from xlbudget.sheets.context import context_of
from xlbudget.sheets.layout import Layout
from xlbudget.sheets.scenarios import scenarios_sheet
from xlbudget.workbook.write import write_book

COMPARISON = "ScenarioComparison"
YEARS = ("Year 1", "Year 2", "Year 3", "Total")
A = 1 / 1.1 + 1 / 1.1**2 + 1 / 1.1**3  # worth of a dollar at the end of each year


@pytest.fixture(scope="module")
def value():
    return reader(scenarios_sheet, scenario_budget())


def plan_worth(devices=1000, erate=60):
    """What the plan is worth: savings of $200 less devices, $1,100 a year, and what comes back."""
    bought = devices * (1 + 1 / 1.21 - 0.1 / 1.21 - 0.55 / 1.331)
    return 200 * A - 1100 * A + erate * A - bought


def row(value, table, key, columns=YEARS):
    return [value(table, key, column) for column in columns]


# --- the comparison: the adopted plan first, the others by rank


def test_the_adopted_plan_stands_first_and_the_others_by_rank(value):
    names = [value(COMPARISON, slot, "Scenario") for slot in (1, 2, 3, 4)]
    assert names == ["The plan", "Fewer devices", "More students", ""]


@pytest.mark.parametrize(
    ("slot", "total", "change", "words"),
    [
        (1, 5300, 0, "the adopted plan"),
        (2, 4900, -400, "costs 400 less"),
        (3, 5500, 200, "costs 200 more"),
        (4, 0, 0, ""),
    ],
)
def test_cost_is_compared_in_money_and_in_words(value, slot, total, change, words):
    assert value(COMPARISON, slot, "Total cost") == total
    assert value(COMPARISON, slot, "Difference") == change
    assert value(COMPARISON, slot, "Against the plan") == words


def test_worth_is_worked_out_as_by_hand(value):
    worths = [value(COMPARISON, slot, "Net present value") for slot in (1, 2, 3, 4)]
    expected = [plan_worth(), plan_worth(800, 30), plan_worth(1100), 0]
    assert worths == pytest.approx(expected)
    change = value(COMPARISON, 2, "NPV difference")
    assert change == pytest.approx(plan_worth(800, 30) - plan_worth())
    assert row(value, COMPARISON, 2, ("Rank by NPV", "Probability")) == [1, Decimal("0.25")]
    assert value(COMPARISON, 4, "Rank by NPV") == 0


def test_the_cliff_is_where_the_grant_ends(value):
    columns = ("Widest structural gap", "Cliff year", "Lost in cliff year", "Unfunded")
    assert row(value, COMPARISON, 1, columns) == [1000, 2029, 1000, 1000]
    assert row(value, COMPARISON, 2, columns) == [1030, 2029, 1000, 1090]
    assert row(value, COMPARISON, 4, columns) == [0, "none", 0, 0]


def test_cost_per_student_follows_enrollment(value):
    costs = [value(COMPARISON, slot, "Cost per student, year 1") for slot in (1, 2, 3, 4)]
    assert costs == [21, 19, 20, 0]


def test_what_follows_names_the_best_and_the_expected(value):
    assert value("ScenarioFigures", "whose", "Value") == "Fewer devices"
    assert value("ScenarioFigures", "best", "Value") == pytest.approx(plan_worth(800, 30))
    expected = plan_worth() / 2 + plan_worth(800, 30) / 4 + plan_worth(1100) / 4
    assert value("ScenarioFigures", "expected", "Value") == pytest.approx(expected)
    assert value("ScenarioFigures", "gap", "Value") == 1030
    assert value("ScenarioFigures", "unfunded_whose", "Value") == "Fewer devices"


def test_an_expected_value_is_refused_unless_probabilities_sum_to_one():
    unlikely = (replace(SCENARIOS[0], probability=Decimal("0.24")), *SCENARIOS[1:])
    value = reader(scenarios_sheet, scenario_budget(scenarios=unlikely))
    assert value("ScenarioFigures", "expected", "Value") == "none"
    assert value("ScenarioFigures", "probability", "Value") == Decimal("0.99")


# --- the scenario that a reader chooses


def test_the_second_scenario_stands_chosen_beside_the_plan(value):
    assert value("ScenarioChoice", "choice", "Compare the plan with") == "LESS · Fewer devices"
    assert value("ScenarioChoice", "choice", "What it costs") == "costs 400 less"
    columns = ("Adopted plan", "Chosen scenario", "Difference")
    assert row(value, "ScenarioChosen", "ScenarioTotals 1", columns) == [2100, 1900, -200]
    assert row(value, "ScenarioChosen", "ScenarioGaps 2", columns) == [1000, 1030, 30]
    worths = row(value, "ScenarioChosen", "npv", columns)
    assert worths == pytest.approx([plan_worth(), plan_worth(800, 30), worths[1] - worths[0]])


def test_without_scenarios_the_plan_stands_beside_itself():
    value = reader(scenarios_sheet, scenario_budget(scenarios=(), drivers=()))
    assert value(COMPARISON, 1, "Scenario") == "Adopted plan"
    assert value("ScenarioChoice", "choice", "Place") == 1
    assert row(value, "ScenarioChosen", "total", ("Chosen scenario", "Difference")) == [5300, 0]


# --- each scenario by year


def test_cost_stands_by_area_and_by_when_it_falls_due(value):
    assert row(value, "ScenarioCostB", "hardware") == [800, 0, 800, 1600]
    assert row(value, "ScenarioCostB", "not said") == [0, 0, 0, 0]
    assert row(value, "ScenarioCostB", "total") == [1900, 1100, 1900, 4900]
    assert row(value, "ScenarioCostB", "start") == [800, 0, 800, 1600]
    assert row(value, "ScenarioCostB", "end") == [1100, 1100, 1100, 3300]


def test_a_source_gives_what_the_drivers_leave_of_it(value):
    columns = ("Money 1", "Wanted 1", "Paid 1", "Paid recurring 1")
    assert row(value, "ScenarioFunding", "2 3", columns) == [30, 60, 30, 30]
    assert row(value, "ScenarioFunding", "1 3", columns) == [60, 60, 60, 60]
    assert row(value, "ScenarioFunding", "4 3", columns) == [0, 0, 0, 0]
    assert row(value, "ScenarioFunding", "1 4", ("Source", *columns)) == ["", 0, 0, 0, 0]


def test_who_pays_ties_with_the_cost(value):
    assert row(value, "ScenarioMoneyB", "paid") == [1870, 1070, 870, 3810]
    assert row(value, "ScenarioMoneyB", "unfunded") == [30, 30, 1030, 1090]
    assert row(value, "ScenarioMoneyB", "gap") == [1030, 1030, 1030, 3090]
    assert row(value, "ScenarioMoneyB", "lost") == [0, 0, 1000, 1000]
    assert row(value, "ScenarioMoneyB", "erate") == [30, 30, 30, 90]


def test_what_comes_back_counts(value):
    assert row(value, "ScenarioWorthA", "resale") == [0, 100, 0, 100]
    assert row(value, "ScenarioWorthA", "horizon") == [0, 0, 550, 550]
    assert value("ScenarioWorthA", "npv", "Total") == pytest.approx(plan_worth())


def test_an_empty_place_costs_nothing_and_says_so():
    sheet = scenarios_sheet(context_of(scenario_budget(), ()))
    table = next(item for item in sheet.tables if item.name == "ScenarioCostD")
    assert table.labels[0].value == "No scenario in this place"
    assert {cell.value for item in table.rows for cell in item.cells[2:]} == {0}


# --- sensitivity


def test_what_moves_the_worth_is_sorted_by_swing(value):
    inputs = [value("SensitivitySorted", rank, "Input") for rank in range(1, 7)]
    assert inputs[0] == "Salaries"
    swing = 2 * 0.2 * 1000 * A
    assert value("Sensitivity", "salaries", "Swing") == pytest.approx(swing, abs=0.005)
    assert value("Sensitivity", "salaries", "NPV, input lower") == pytest.approx(
        plan_worth() + swing / 2
    )
    bars = row(value, "SensitivitySorted", 1, ("Input lower", "Input higher"))
    assert bars == pytest.approx([swing / 2, -swing / 2])
    swings = [value("SensitivitySorted", rank, "Swing") for rank in range(1, 7)]
    assert swings == sorted(swings, reverse=True)


def test_equals_keep_the_order_of_listing():
    value = reader(scenarios_sheet, budget())
    assert [value("Sensitivity", key, "Rank") for key in ("purchases", "discount_rate")] == [1, 6]


# --- charts, words, and the live file


def test_charts_say_what_they_show():
    compared, moved = scenarios_sheet(context_of(scenario_budget(), ())).charts
    assert compared.finding.value == (
        "Fewer devices leaves the most unfunded: 1 thousand dollars; "
        "the adopted plan leaves 1 thousand dollars"
    )
    assert moved.finding.value == (
        "Net present value depends most on: Salaries, a swing of 1 thousand dollars"
    )
    assert compared.finding.value in compared.alt
    assert moved.finding.value in moved.alt


def test_a_driver_changes_its_scenario_alone(value):
    dearer = replace(DRIVERS[0], quantity=None, price=Decimal(2))
    changed = reader(scenarios_sheet, scenario_budget(drivers=(dearer, DRIVERS[1])))
    totals = [changed(COMPARISON, slot, "Total cost") for slot in (1, 2, 3)]
    assert totals == [5300, 7300, 5500]
    assert value(COMPARISON, 2, "Total cost") == 4900


def test_charts_stand_after_the_chosen_scenario():
    book = district_book(scenario_budget(), ())
    placed = next(item for item in Layout(book).sheets if item.sheet.title == "Scenarios")
    chosen, following = placed.tables[2:4]
    assert chosen.table.name == "ScenarioChosen"
    rows = [chart.row for chart in placed.charts]
    assert chosen.last_row < rows[0] == rows[1] < following.heading_row


@pytest.mark.parametrize("given", [scenario_budget(), budget(years=1)], ids=["rich", "empty"])
def test_libreoffice_agrees_and_the_file_is_valid(given, libreoffice, tmp_path):
    path = tmp_path / "scenarios.xlsx"
    write_book(district_book(given, ()), path)
    found = cached.disagreements(path, libreoffice)
    assert [str(item) for item in found if item.sheet in {"Scenarios", "Line items"}] == []
    assert validator.findings(path) == []
