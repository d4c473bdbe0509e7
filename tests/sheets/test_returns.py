"""Return: hand-worked figures, and a change of the budget changes them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from judges import cached, validator
from learning_budget import LINES, OUTCOMES, SAVINGS, each, learning_budget, reader
from xlbudget.sheets.book import district_book
from xlbudget.sheets.context import context_of
from xlbudget.sheets.return_programs import payback_in_words
from xlbudget.sheets.returns import returns_sheet
from xlbudget.workbook.write import write_book


@pytest.fixture(scope="module")
def value():
    return reader(returns_sheet, learning_budget())


def headlines(budget):
    return [item.cell.value for item in returns_sheet(context_of(budget, ())).headlines]


# --- savings


@pytest.mark.parametrize(
    ("row", "amount"),
    [
        ("cashable planned", 300),
        ("avoided planned", 200),
        ("revenue planned", 10),
        ("planned", 510),
        ("cashable seen", 7),
        ("seen", 7),
        ("productivity planned", 40),
    ],
)
def test_savings_stand_by_type_and_staff_time_is_in_no_total(value, row, amount):
    assert value("SavingsByType", row, "Year 2") == amount


# --- programs: $1,000 on the first day, $100 and savings of $500 at the end of each year


def test_return_is_worked_out_as_by_hand(value):
    factors = 1 / 1.1 + 1 / 1.1**2 + 1 / 1.1**3
    assert value("ProgramReturn", 1, "Present cost") == pytest.approx(1000 + 100 * factors)
    assert value("ProgramReturn", 1, "Present savings") == pytest.approx(500 * factors)
    assert value("ProgramReturn", 1, "Net benefit") == pytest.approx(400 * factors - 1000)
    ratio = value("ProgramReturn", 1, "Savings by cost")
    assert ratio == pytest.approx(500 * factors / (1000 + 100 * factors))
    assert value("ProgramReturn", 1, "Return on cost") == pytest.approx(ratio - 1)


def test_positions_lead_to_the_payback(value):
    positions = [value("ProgramPosition", 1, at) for at in ("Day 1", "Year 1", "Year 2", "Year 3")]
    assert positions == [-1000, -600, -200, 200]
    crossing = [value("ProgramCrossing", 1, f"Year {k}") for k in (1, 2, 3)]
    assert crossing == [0, 0, pytest.approx(2.5)]
    assert value("ProgramReturn", 1, "Payback") == "2.5 years"
    assert value("ProgramReturn", 1, "Lowest position") == -1000


def test_every_program_has_a_row_and_spare_ones_are_blank(value):
    words = [value("ProgramReturn", place, "Payback") for place in range(1, 10)]
    rest = ["no savings", "no savings", "", "", "", "", ""]
    assert words == ["2.5 years", "not recovered", *rest]
    assert value("ProgramReturn", 3, "Present cost") == 0
    assert value("ProgramReturn", "total", "Payback") == "1 of 2 pay back"


@pytest.mark.parametrize(
    ("years", "words"),
    [
        (None, "not recovered"),
        (0.0, "at once"),
        (3.45, "3.5 years"),
        (1.04, "1.0 years"),
        (9.999, "10.0 years"),
    ],
)
def test_a_payback_is_said_in_words(years, words):
    assert payback_in_words(years) == words


def test_a_program_without_cost_pays_back_at_once():
    saving = replace(SAVINGS[0], program_id="P4")
    value = reader(returns_sheet, learning_budget(savings=(*SAVINGS, saving)))
    assert value("ProgramReturn", 4, "Payback") == "at once"
    assert value("ProgramReturn", 4, "Savings by cost") == "none"


# --- outcomes


def test_dollars_count_the_goals_share_to_the_cycles_end(value):
    assert value("OutcomeCosts", 1, "Dollars") == 1000 + 2 * 60
    assert value("OutcomeCosts", 2, "Dollars") == 1000 + 2 * 100


def test_academic_roi_and_its_price_are_worked_out_as_by_hand(value):
    per_thousand = value("GainExpected", 1, "Gain x students per $1,000")
    assert float(per_thousand) == pytest.approx(1000 * 0.2 * 400 / 1120)
    assert value("GainExpected", 1, "Dollars per student and unit") == 14
    assert value("GainExpected", 2, "Dollars per student and unit") == 30


def test_ranks_hold_within_one_measure_whatever_its_case(value):
    ranks = [value("GainExpected", place, "Rank") for place in (1, 2, 3, 4)]
    assert ranks == ["1 of 2", "2 of 2", "suppressed", "none"]


def test_small_groups_are_suppressed(value):
    assert value("OutcomeCosts", 3, "May be shown") == "suppressed"
    assert value("GainExpected", 3, "Gain") == "suppressed"


def test_a_loss_has_no_price_and_alone_no_peer(value):
    assert value("GainActual", 2, "Gain") == Decimal("-0.3")
    assert value("GainActual", 2, "Dollars per student and unit") == "none"
    assert value("GainActual", 2, "Rank") == "no peer"


def test_only_strong_or_moderate_evidence_makes_a_gain_an_effect(value):
    wording = [value("OutcomeCosts", place, "Wording") for place in (1, 3, 4)]
    assert wording == ["effect", "associated gain", ""]


def test_value_of_investment_is_a_product_and_a_blank_chance_is_certain(value):
    assert value("OutcomeCosts", 1, "Value of investment") == 5
    certain = replace(OUTCOMES[0], probability=None)
    changed = reader(returns_sheet, learning_budget(outcomes=(certain,)))
    assert changed("OutcomeCosts", 1, "Value of investment") == 10


def test_the_chart_lists_what_has_a_price(value):
    listed = [value("GainPrices", place, "Outcome") for place in (1, 2, 3)]
    assert listed == ["Reading (O1)", "Reading (O2)", ""]
    chart = returns_sheet(context_of(learning_budget(), ())).charts[0]
    words = "Reading (O1) costs least of the outcomes on its measure: 14 dollars"
    assert chart.finding.value.startswith(words)
    assert words in chart.alt


# --- headlines


def test_headlines_say_what_pays_back_and_what_leads():
    best, savings, back, seen = headlines(learning_budget())
    assert (best, back, seen) == ("Reading (O1)", 1, 1)
    assert savings == pytest.approx(510 * (1 / 1.1 + 1 / 1.1**2 + 1 / 1.1**3))


def test_a_change_of_the_budget_changes_the_figures():
    more = replace(SAVINGS[3], planned=each(5000))
    assert headlines(learning_budget(savings=(*SAVINGS[:3], more)))[2] == 2
    assert headlines(learning_budget(outcomes=OUTCOMES[:1]))[0] == "none ranked yet"
    assert headlines(learning_budget(lines=LINES[1:]))[2] == 1


@pytest.mark.parametrize("parts", [{}, {"programs": (), "outcomes": (), "savings": ()}])
def test_libreoffice_agrees_with_every_cell(parts, libreoffice, tmp_path):
    path = tmp_path / "return.xlsx"
    write_book(district_book(learning_budget(**parts), ()), path)
    assert [str(item) for item in cached.disagreements(path, libreoffice)] == []
    assert validator.findings(path) == []


def test_riverbend_has_a_row_for_every_program_and_outcome(riverbend):
    value = reader(returns_sheet, riverbend)
    places = range(1, len(riverbend.programs) + 1)
    labels = [value("ProgramReturn", place, "Program") for place in places]
    assert [label.split(" ")[0] for label in labels] == [
        program.program_id for program in riverbend.programs
    ]
    assert value("GainExpected", 1, "Rank") == "1 of 2"
