"""Scenarios in the live workbook: the chooser, and what is typed into spare rows."""

from dataclasses import replace
from decimal import Decimal

import pytest

from analysis.budgets import every_year, source
from livebook import LiveBook
from scenario_budget import DRIVERS, LINES, SCENARIOS, SOURCES, scenario_budget
from xlbudget.analysis import analyze
from xlbudget.model import Driver, Scenario
from xlbudget.sheets.book import district_book
from xlbudget.workbook.write import write_book

CHOSEN = ("ScenarioChosen", "total", "Chosen scenario")


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    path = tmp_path_factory.mktemp("scenarios") / "scenarios.xlsx"
    made = district_book(scenario_budget(), ())
    write_book(made, path)
    return made, path


@pytest.fixture
def live(book, libreoffice):
    opened = LiveBook.open(libreoffice, *book)
    yield opened
    opened.close()


def compared(live, slot):
    columns = ("Scenario", "Total cost", "Net present value", "Widest structural gap", "Unfunded")
    return [live.at("ScenarioComparison", str(slot), column) for column in columns]


def expected(budget, slot):
    """What Python says of the scenario in a place, for the budget that the edits lead to."""
    found = analyze(budget).scenarios.results[slot - 1]
    secured = found.funding.secured
    return [
        found.scenario.name,
        pytest.approx(float(found.total), abs=0.005),
        pytest.approx(found.npv, abs=0.005),
        pytest.approx(float(secured.deepest_gap), abs=0.005),
        pytest.approx(float(sum(secured.unfunded)), abs=0.005),
    ]


def type_in(live, table, row, **cells):
    for column, value in cells.items():
        live.put(table, row, column.replace("_", " "), value)


@pytest.mark.parametrize(
    ("choice", "total"),
    [
        ("MORE · More students", 5500),
        ("PLAN · The plan", 5300),
        (None, 5300),
        ("GONE · Deleted", 5300),
    ],
)
def test_the_chosen_scenario_stands_beside_the_plan(live, choice, total):
    assert live.at(*CHOSEN) == 4900
    live.put_at("ScenarioChoice", "choice", "Compare the plan with", choice)
    assert live.at(*CHOSEN) == total
    assert live.at("ScenarioChosen", "total", "Adopted plan") == 5300
    assert live.at("ScenarioChosen", "npv", "Difference") == pytest.approx(
        live.at("ScenarioChosen", "npv", "Chosen scenario")
        - live.at("ScenarioChosen", "npv", "Adopted plan")
    )


def test_a_scenario_typed_into_a_spare_row_takes_the_empty_place(live):
    type_in(live, "Scenarios", 3, Scenario="FOUR", Name="Pay rises", Rank=3, Discount_rate=0.02)
    type_in(
        live,
        "Drivers",
        2,
        Scenario="FOUR · Pay rises",
        Dimension="area",
        Key="technical support",
        Quantity=1.5,
        Salary=1.1,
    )
    fourth = Scenario(scenario_id="FOUR", name="Pay rises", rank=3, discount_rate=Decimal("0.02"))
    rise = Driver(
        scenario_id="FOUR",
        dimension="area",
        key="technical support",
        quantity=Decimal("1.5"),
        salary=Decimal("1.1"),
    )
    after = scenario_budget(scenarios=(*SCENARIOS, fourth), drivers=(*DRIVERS, rise))
    assert compared(live, 4) == expected(after, 4)
    assert live.at("ScenarioCostD", "technical support", "Year 1") == pytest.approx(1650)
    assert live.at("ScenarioComparison", "4", "Against the plan") == "costs 1,950 more"


def test_another_adopted_scenario_comes_first(live):
    live.put("Scenarios", 1, "Adopted", "no")
    live.put("Scenarios", 2, "Adopted", "yes")
    less, plan, more = SCENARIOS
    after = scenario_budget(
        scenarios=(less, replace(plan, adopted=False), replace(more, adopted=True))
    )
    assert [compared(live, slot) for slot in (1, 2, 3)] == [
        expected(after, slot) for slot in (1, 2, 3)
    ]
    adopted = analyze(after)
    salaries = next(row for row in adopted.sensitivity if row.key == "salaries")
    assert live.at("Sensitivity", "salaries", "NPV, input lower") == pytest.approx(salaries.low)


def test_a_source_typed_into_a_spare_row_pays_in_every_scenario(live):
    type_in(
        live,
        "Funding",
        3,
        Source="NEW",
        Name="New levy",
        Stream="recurring",
        Status="secured",
        Amount_1=700,
        Amount_2=700,
        Amount_3=700,
    )
    live.put("LineItems", 1, "Successor", "NEW · New levy")
    new = replace(source("NEW"), name="New levy", amount=every_year(700, 3))
    lines = (LINES[0], replace(LINES[1], successor="NEW"), LINES[2])
    after = scenario_budget(lines=lines, sources=(*SOURCES, new))
    assert [compared(live, slot) for slot in (1, 2)] == [expected(after, slot) for slot in (1, 2)]
    assert live.at("ScenarioFunding", "2 4", "Paid 3") == 700
    assert live.at("ScenarioComparison", "2", "Cliff year") == "none"


def test_an_excluded_tag_leaves_its_programs_out(live):
    type_in(live, "Scenarios", 0, Excluded_tags="refresh")
    less = replace(SCENARIOS[0], excluded_tags=("refresh",))
    after = scenario_budget(scenarios=(less, *SCENARIOS[1:]))
    assert compared(live, 2) == expected(after, 2)
    assert live.at("ScenarioCostB", "hardware", "Total") == 0
