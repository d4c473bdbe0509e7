"""Explaining a cell: its formula in words, what it uses, and what would change it."""

from datetime import date

import pytest

from clean import clean_budget
from xlbudget.actions.explain import explain
from xlbudget.actions.snapshot import Selection, Snapshot

DAY = date(2026, 11, 24)


def explained(table, row, header, sheet="", **facts):
    selection = Selection(sheet, "C7", table=table, row=row, header=header, **facts)
    return explain(Snapshot(file="b.xlsx", day=DAY, budget=clean_budget(), selection=selection), {})


def facts(outcome):
    return {one.title: one.rows for one in outcome.facts}


def test_a_calculated_cell_is_told_by_its_formula_and_its_inputs():
    found = explained("LineItems", 1, "Year 2", value=9000.5)
    assert found.says.startswith(
        "Year 2 of “L1 · Chromebooks for grade 3” is 9,000.5. It is calculated: "
        "ROUND([Base cost]*[Factor 2],2). It goes back to "
    )
    told = facts(found)
    assert [row[:2] for row in told["What it uses"]] == [
        ("Base cost", "Line items"),
        ("Factor 2", "Line items"),
    ]
    changed = {sheet: columns for sheet, columns, _ in told["What would change it"]}
    assert "Quantity" in changed["Line items"]
    assert "Goal 1" not in changed["Line items"]
    assert ("ROUND", "rounds to so many decimals") in told["What the functions do"]


def test_the_rates_in_a_result_are_told_with_their_sources():
    found = explained("ScenarioComparison", 1, "Net present value")
    rates = {row[0]: row for row in facts(found)["Rates and constants in it"]}
    assert "discount_rate" in rates
    assert rates["discount_rate"][4] != "blank"


def test_a_figure_at_the_head_of_a_sheet_is_found_by_its_label():
    found = explained("", 0, "Cliff year", sheet="Summary", value=2029)
    assert found.says.startswith("Cliff year is 2029. It is calculated: [Cliff year, Value].")


def test_an_input_is_told_with_what_reads_it():
    found = explained("LineItems", 1, "Quantity", value=30)
    assert found.says.startswith(
        "Quantity of “L1 · Chromebooks for grade 3” is 30: people enter it."
    )
    assert ("Line items", "Units") in facts(found)["What reads it"]


def test_an_assumption_is_told_with_its_own_source():
    found = explained("Assumptions", 1, "Value")
    (row,) = facts(found)["Rates and constants in it"]
    assert row[0] in found.says


def test_a_label_is_told_as_one():
    found = explained("Frame", 1, "Meaning")
    assert "Nobody types here" in found.says


def test_a_spare_row_is_told_as_empty():
    found = explained("LineItems", 30, "Year 1")
    assert found.says.startswith("Year 1 of an empty row is ")


@pytest.mark.parametrize(
    ("table", "row", "header"),
    [("Mine", 1, "Year 1"), ("LineItems", 1, "Mine"), ("LineItems", 0, "Year 1"), ("", 0, "Mine")],
)
def test_a_cell_that_is_not_ours_is_refused(table, row, header):
    found = explained(table, row, header)
    assert found.refused
    assert "none of xlbudget's own" in found.says


def test_without_a_selected_cell_there_is_nothing_to_explain():
    found = explain(Snapshot(file="b.xlsx", day=DAY, budget=clean_budget()), {})
    assert found.refused
    assert found.says.startswith("Select one cell")


def test_a_workbook_that_cannot_be_read_is_refused():
    selection = Selection("Summary", "A1")
    assert explain(Snapshot(file="b", day=DAY, budget=None, selection=selection), {}).refused
