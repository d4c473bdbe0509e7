"""Returns in learning: published figures as a whole budget, then cases, then laws."""

from decimal import Decimal

import pytest
from hypothesis import given

from analysis.budgets import BASE, budget, budgets, law, line
from xlbudget.analysis import analyze
from xlbudget.model import Outcome, Program


def outcome(outcome_id="O", program_id="A", **facts):
    given = {"measure": "reading", "grade_band": "3-5", "students": 400, "cycle_end": BASE}
    given.update(facts)
    for name in ("expected_gain", "actual_gain", "importance", "influence", "probability"):
        if name in given:
            given[name] = Decimal(given[name])
    return Outcome(outcome_id=outcome_id, program_id=program_id, **given)


def outcomes(*lines, given, **parts):
    programs = (Program(program_id="A", name="Tutoring", evidence_tier="1 strong"),)
    return analyze(budget(*lines, outcomes=given, programs=programs, **parts)).returns.outcomes


def test_programs_of_example_4_2():
    first, second = outcomes(
        line("a", program_id="A", unit_price=180_000),
        line("b", program_id="B", unit_price=150_000),
        given=(
            outcome("a", "A", expected_gain="0.20"),
            outcome("b", "B", expected_gain="0.12", students=900),
        ),
    )
    assert round(1000 * first.expected.academic_roi, 4) == Decimal("0.4444")
    assert round(1000 * second.expected.academic_roi, 4) == Decimal("0.7200")
    assert first.expected.cost_per_gain / 10 == 225
    assert round(second.expected.cost_per_gain / 10, 2) == Decimal("138.89")
    assert (first.expected.rank, second.expected.rank) == (2, 1)
    assert (first.expected.peers, first.actual) == (2, None)
    assert (first.program_name, first.evidence_tier) == ("Tutoring", "1 strong")
    assert (second.program_name, second.evidence_tier) == ("", "")


@pytest.mark.parametrize(
    ("goal", "cycle_end", "expected"),
    [
        pytest.param("", BASE, 100, id="all-of-the-line-without-a-goal"),
        pytest.param("G", BASE, 75, id="share-of-its-goal"),
        pytest.param("H", BASE + 1, 50, id="to-the-end-of-the-cycle"),
        pytest.param("H", BASE + 99, 125, id="no-further-than-the-plan"),
        pytest.param("gone", BASE, 0, id="another-goal"),
        pytest.param("", None, 0, id="no-cycle-end"),
    ],
)
def test_dollars_that_serve_an_outcome(goal, cycle_end, expected):
    item = line(program_id="A", goal_1="G", goal_2="H", goal_share_2="0.25")
    (found,) = outcomes(
        item, given=(outcome(goal_id=goal, cycle_end=cycle_end, expected_gain="1"),)
    )
    assert found.dollars == expected


def test_small_groups_are_suppressed():
    few, enough, blank = outcomes(
        line(program_id="A"),
        given=(
            outcome(students=9, expected_gain="1"),
            outcome(students=10, expected_gain="1"),
            outcome(students=None, expected_gain="1"),
        ),
    )
    assert (few.suppressed, enough.suppressed, blank.suppressed) == (True, False, True)
    assert few.expected is None
    assert enough.expected.rank == 1


def test_without_dollars_or_gain_nothing_is_divided():
    free, level = outcomes(
        line(program_id="A"),
        given=(outcome("1", "none", expected_gain="1"), outcome("2", "A", actual_gain="0")),
    )
    assert (free.expected.academic_roi, free.expected.cost_per_gain) == (None, 0)
    assert (free.expected.rank, free.actual) == (None, None)
    assert (level.actual.academic_roi, level.actual.cost_per_gain) == (0, None)


def test_ranks_are_within_measure_band_and_cycle_and_equals_share_one():
    given = (
        outcome("1", expected_gain="2"),
        outcome("2", expected_gain="2"),
        outcome("3", expected_gain="1"),
        outcome("4", expected_gain="1", grade_band="6-8"),
        outcome("5", expected_gain="1", cycle_end=BASE + 1),
    )
    found = outcomes(line(program_id="A"), given=given)
    assert [item.expected.rank for item in found] == [1, 1, 3, 1, 1]
    assert [item.expected.peers for item in found] == [3, 3, 3, 1, 1]


def test_a_loss_has_no_price():
    (found,) = outcomes(line(program_id="A"), given=(outcome(actual_gain="-0.1"),))
    assert (found.actual.academic_roi, found.actual.cost_per_gain) == (Decimal("-0.4"), None)


def test_measures_are_compared_as_a_spreadsheet_does_without_case():
    given = (outcome("1", expected_gain="2"), outcome("2", expected_gain="1", measure="Reading"))
    found = outcomes(line(program_id="A"), given=given)
    assert [item.expected.rank for item in found] == [1, 2]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"importance": "5", "influence": "3"}, 15, id="blank-probability-is-1"),
        pytest.param(
            {"importance": "5", "influence": "3", "probability": "0.2"}, 3, id="probability"
        ),
        pytest.param({"influence": "3"}, 0, id="blank-importance"),
    ],
)
def test_value_of_investment(facts, expected):
    (found,) = outcomes(given=(outcome(**facts),))
    assert found.value_of_investment == expected


@law
@given(budgets)
def test_a_blank_goal_takes_in_all_money_of_the_program(plan):
    analysis = analyze(plan)
    for item in analysis.returns.outcomes:
        if item.outcome.program_id and not item.outcome.goal_id:
            years = [year <= (item.outcome.cycle_end or 0) for year in analysis.years]
            mine = [c for c in analysis.costs if c.line.program_id == item.outcome.program_id]
            expected = sum(
                amount
                for cost in mine
                for amount, counted in zip(cost.years, years, strict=True)
                if counted
            )
            assert item.dollars == expected


def test_lines_without_a_program_serve_no_outcome():
    (found,) = outcomes(line(), given=(outcome(program_id="", expected_gain="1"),))
    assert (found.dollars, found.expected.academic_roi) == (0, None)
