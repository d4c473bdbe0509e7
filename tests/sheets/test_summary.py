"""summary: the board's page, its figures, sentences and charts."""

from dataclasses import replace
from decimal import Decimal

import pytest

from analysis.budgets import every_year, line, source
from clean import clean_budget
from sheets.reading import clean_context, context
from sheets.rich import shown
from xlbudget.model import District, PlanGoal, School
from xlbudget.sheets.context import context_of
from xlbudget.sheets.summary import COLUMNS, WIDTH, summary_sheet

CLEAN = summary_sheet(clean_context())
GRANT = source("GRANT", *[25] * 5, stream="one-time")
MIXED = context(
    line("L1", goal_1="G", unit_price=75),
    line("L2", unit_price=25, source_1="GRANT"),
    sources=(GRANT,),
    goals=(PlanGoal(goal_id="G", plan="district", statement="Read"),),
    schools=(School(school_id="S", name="Oak", enrollment=every_year(8)),),
)


def figures(sheet):
    return {headline.label: shown(headline.cell) for headline in sheet.headlines}


def test_the_headline_figures_worked_by_hand():
    assert figures(summary_sheet(MIXED)) == {
        "Asked, year 1 ($)": 100,
        "Per student, year 1 ($)": Decimal("12.5"),
        "Recurring need on one-time money": Decimal("0.25"),
        "Money linked to a goal": Decimal("0.75"),
        "Cliff year": "none",
    }


def test_an_empty_plan_has_no_shares():
    assert list(figures(summary_sheet(context())).values()) == [0, "none", "none", "none", "none"]


def test_the_first_sentence_says_whose_budget_it_is():
    told = "Clearwater Schools: recommended budget for digital learning as of 2026-03-01, "
    assert CLEAN.says.startswith(told + "scenario Adopted plan.")


def test_a_district_without_stage_or_day_says_neither():
    bare = District(name="Elm", fiscal_year_start_month=7, base_fiscal_year=2027, horizon_years=5)
    made = context_of(replace(clean_budget(), district=bare), ())
    assert summary_sheet(made).says.startswith("Elm: budget for digital learning, scenario")


def test_five_sentences_and_six_charts_each_with_its_finding():
    assert len(CLEAN.judgements) == 5
    assert len(CLEAN.charts) == 6
    assert all(shown(item).strip() for item in CLEAN.judgements)


def test_charts_have_names_of_their_own():
    names = [chart.name for chart in CLEAN.charts]
    assert len(set(names)) == 6
    assert all(name.startswith("Summary") for name in names)


@pytest.mark.parametrize(
    ("fact", "value"),
    [("charts_across", COLUMNS), ("widths", (WIDTH,) * COLUMNS), ("pages", 2), ("tables", ())],
)
def test_the_page_is_three_columns_of_charts(fact, value):
    assert getattr(CLEAN, fact) == value
