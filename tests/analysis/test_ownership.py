"""Ownership: the published example as a whole budget, then laws, then odd budgets."""

from decimal import Decimal

import pytest
from hypothesis import given

from analysis.budgets import (
    budget,
    budgets,
    by_year,
    dollars,
    every_year,
    law,
    line,
    purchase,
    source,
)
from xlbudget.analysis import analyze
from xlbudget.analysis.breakdown import sum_by_year
from xlbudget.model import Program, School


def ownership(*lines, **parts):
    return analyze(budget(*lines, **parts)).ownership


# --- worked example


@pytest.fixture(name="district_of_1000", scope="module")
def fixture_district_of_1000():
    """Example 1.4 (c): 1,000 students; E-rate is a source here, so that ownership is gross."""
    area = {"area": "network infrastructure", "category": "network hardware"}
    support = {"area": "technical support", "category": "support labor"}
    content = {"area": "instructional content", "category": "digital content"}
    broadband = {"area": "broadband", "category": "connectivity"}
    learning = {"area": "professional learning", "category": "professional learning"}
    return analyze(
        budget(
            purchase(
                "devices",
                quantity=1000,
                spare_share="0.05",
                unit_price=300,
                unit_setup=65,
                residual_share="0.05",
                service_life=4,
                refresh=True,
                user_hours=500,
            ),
            line("repair", quantity=1050, unit_price="13.20", category="spares and repair"),
            line("content", quantity=1000, unit_price=42, **content),
            purchase("network", unit_price=180_000, service_life=7, **area),
            line(
                "broadband",
                unit_price=60_000,
                source_1="ERATE",
                source_share_1="0.7",
                **broadband,
            ),
            line("support", cost_type="staff", quantity=2, unit_price=78_000, **support),
            line("learning", quantity=60, unit_price=400, **learning),
            rates={"user_hour_rate": "45"},
            schools=(School(school_id="S", name="S", enrollment=every_year(1000)),),
            sources=(
                source("ERATE", *[42_000] * 5, stream="renewable", kind="E-rate Category One"),
            ),
        )
    )


def test_direct_cost_of_example_1_4_c(district_of_1000):
    found = district_of_1000.ownership
    assert [row.years[0] for row in found.areas] == [
        Decimal(60_000),
        Decimal("25714.29"),
        Decimal(91_875 + 13_860),
        Decimal(156_000),
        Decimal(42_000),
        Decimal(24_000),
    ]
    erate = district_of_1000.funding.secured.erate[0]
    assert found.years[0] - erate == Decimal("371449.29")


def test_user_time_of_example_1_4_c_stands_below_the_line(district_of_1000):
    found = district_of_1000.ownership
    assert found.user_time[0] == 22_500
    net = found.years[0] - district_of_1000.funding.secured.erate[0]
    assert round((net + found.user_time[0]) / found.students[0], 2) == Decimal("393.95")


def test_per_student_is_direct_cost_by_headcount(district_of_1000):
    found = district_of_1000.ownership
    assert found.per_student[0] == Decimal("413.44929")


def test_per_device_leaves_spares_out_of_the_count(district_of_1000):
    found = district_of_1000.ownership
    assert found.devices == dollars(*[1000] * 5)
    assert found.per_device[0] == Decimal("91.875")


def test_as_purchased_and_evened_out(district_of_1000):
    found = district_of_1000.ownership
    annual = 13_860 + 42_000 + 60_000 + 156_000 + 24_000
    assert found.as_purchased[0] == 383_250 + 180_000 + annual
    assert found.recurring_need[0] == 383_250 + 180_000 + annual
    assert found.evened_out[0] == 91_875 + 180_000 + annual
    assert found.evened_out[1] == 91_875 + annual


# --- cases


def test_programs_and_schools_have_a_row_for_the_rest():
    found = ownership(
        line("1", program_id="P", school_id="S", user_hours=2),
        line("2", unit_price=30),
        line("3", program_id="gone", school_id="gone", unit_price=7),
        years=1,
        rates={"user_hour_rate": "10"},
        programs=(Program(program_id="P", name="1:1"),),
        schools=(School(school_id="S", name="Lincoln", enrollment=by_year(50)),),
    )
    assert [(row.label, row.total) for row in found.programs] == [
        ("1:1", 100),
        ("Without a program", 30),
        ("gone", 7),
    ]
    assert [(row.label, row.total) for row in found.schools] == [
        ("Lincoln", 100),
        ("District-wide", 30),
        ("gone", 7),
    ]
    assert [row.user_time for row in found.schools] == [dollars(20), dollars(0), dollars(0)]
    lincoln, gone = found.per_student_by_school
    assert (lincoln.label, lincoln.per_student) == ("Lincoln", dollars(2))
    assert (gone.label, gone.per_student) == ("gone", (None,))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"service_life": 2}, (10, 10, 0), id="to-the-end-of-life"),
        pytest.param({"service_life": 2, "refresh": True}, (10, 10, 10), id="refreshed"),
        pytest.param({"service_life": 9, "last_fiscal_year": 2028}, (10, 10, 0), id="ends"),
        pytest.param({"first_fiscal_year": 2028}, (0, 10, 0), id="starts"),
        pytest.param({"first_fiscal_year": None}, (0, 0, 0), id="no-first-year"),
        pytest.param({"status": "lapsed"}, (0, 0, 0), id="lapsed"),
        pytest.param({"cost_type": "annual"}, (0, 0, 0), id="not-bought"),
        pytest.param({"category": "network hardware"}, (0, 0, 0), id="no-device"),
    ],
)
def test_devices_in_service(facts, expected):
    item = line(**{"cost_type": "purchase", "quantity": 10, **facts})
    assert ownership(item, years=3).devices == dollars(*expected)


def test_nobody_and_nothing_to_divide_by_is_none():
    found = ownership(line(), years=1)
    assert found.per_student == (None,)
    assert found.per_device == (None,)
    assert found.per_student_by_school == ()


# --- laws


@law
@given(budgets)
def test_every_breakdown_adds_up_to_the_total(plan):
    found = analyze(plan).ownership
    lines = sum_by_year((cost.ownership for cost in analyze(plan).costs), len(found.years))
    assert found.years == lines
    for rows in (found.areas, found.categories, found.programs, found.schools):
        assert sum_by_year((row.years for row in rows), len(found.years)) == found.years
        assert sum(row.total for row in rows) == found.total
        assert sum_by_year((row.user_time for row in rows), len(lines)) == found.user_time
