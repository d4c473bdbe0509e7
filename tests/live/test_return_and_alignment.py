"""Return and Alignment in the live workbook: what is typed into spare rows appears."""

import pytest


def test_a_new_outcome_is_ranked_with_its_like(live):
    assert live.at("GainExpected", "1", "Rank") == "no peer"
    typed = {
        "Outcome": "O2",
        "Program": "P1 · Devices",
        "Measure": "proficient",
        "Grade band": "3",
        "Expected gain": 2,
        "Students": 120,
        "Cycle end": 2029,
    }
    for column, value in typed.items():
        live.put("Outcomes", 1, column, value)
    assert [live.at("GainExpected", row, "Rank") for row in ("1", "2")] == ["1 of 2", "2 of 2"]
    assert live.at("GainPrices", "2", "Outcome") == "Devices (O2)"


def test_a_group_that_shrinks_is_suppressed(live):
    live.put("Outcomes", 0, "Students", 9)
    assert live.at("GainExpected", "1", "Gain") == "suppressed"
    assert live.at("GainPrices", "1", "Outcome") == ""


def test_greater_savings_pay_back(live):
    assert live.at("ProgramReturn", "1", "Payback") == "not recovered"
    live.put("Savings", 0, "Planned 5", 100_000)
    assert live.at("ProgramReturn", "1", "Payback") == "4.6 years"
    assert live.at("ProgramReturn", "total", "Pays back") == 1


def test_a_new_district_goal_has_its_row_and_column(live):
    for column, value in {"Goal": "G3", "Plan": "district", "Statement": "Math"}.items():
        live.put("Goals", 2, column, value)
    live.put("LineItems", 0, "Goal 1", "G3 · Math")
    assert live.at("DistrictGoals", "2", "Asked") == pytest.approx(9000)
    assert live.at("GoalBySchool", "1", "Goal 2") == pytest.approx(9000)
    assert live.at("GoalByArea", "linked", "Total") == pytest.approx(13_000)


def test_a_line_that_loses_its_goal_is_listed(live):
    live.put("LineItems", 1, "Goal 1", None)
    assert live.at("LinesWithoutGoal", "1", "Line") == "L2 · Repair of devices"
    assert live.at("LinesWithoutGoal", "1", "Year 1") == pytest.approx(4000)


def test_a_conditional_line_waits(live):
    assert live.at("ConditionalMoney", "1", "Lines") == 0
    live.put("LineItems", 0, "Status", "conditional")
    assert live.at("ConditionalMoney", "1", "Year 1") == pytest.approx(9000)
    assert live.at("ConditionalMoney", "total", "Lines") == 1
