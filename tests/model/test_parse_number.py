"""parse_number: bounds, rounding and fiscal years, with the words that a person reads."""

from decimal import Decimal

import pytest

from xlbudget.model import District, LineItem, Saving, School
from xlbudget.model.fault import IntakeCode
from xlbudget.model.field import field_named
from xlbudget.model.finding import Severity
from xlbudget.model.parse_number import parse_number


def read(name, text, record=LineItem, **options):
    return parse_number(field_named(record, name), text, **options)


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("unit_price", "48600 approx", IntakeCode.NUMBER),
        ("unit_price", "10%", IntakeCode.NUMBER),
        ("service_life", "4.5", IntakeCode.NUMBER),
        ("first_fiscal_year", "27", IntakeCode.NUMBER),
        ("first_fiscal_year", "2026-28", IntakeCode.NUMBER),
        ("first_fiscal_year", "2026-027", IntakeCode.NUMBER),
        ("first_fiscal_year", "next", IntakeCode.NUMBER),
        ("first_fiscal_year", "1776", IntakeCode.BOUNDS),
        ("goal_share_1", "50", IntakeCode.BOUNDS),
        ("goal_share_1", "-0.1", IntakeCode.BOUNDS),
        ("quantity", "-1", IntakeCode.BOUNDS),
        ("service_life", "51", IntakeCode.BOUNDS),
        ("unit_price", "10000000000000", IntakeCode.BOUNDS),
        ("unit_price", "1e999", IntakeCode.BOUNDS),
    ],
)
def test_refuses(name, text, code):
    parsed = read(name, text)
    assert parsed.refused
    assert [fault.code for fault in parsed.faults] == [code]


def test_says_what_a_number_may_look_like():
    (fault,) = read("unit_price", "48600 approx").faults
    assert fault.saw == "Unit price is “48600 approx”"
    assert "such as 1,234.50" in fault.wants
    assert "decimal_comma = true" in fault.wants
    (fault,) = read("unit_price", "1.5", decimal_comma=True).faults
    assert "such as 1.234,50" in fault.wants
    assert "decimal_comma" not in fault.wants


def test_says_that_percent_signs_stand_only_with_shares_and_rates():
    (fault,) = read("quantity", "5%").faults
    assert "percent" in fault.wants


@pytest.mark.parametrize(
    ("name", "text", "wants"),
    [
        ("goal_share_1", "50", "It is from 0 to 1"),
        ("quantity", "-1", "It is 0 or more"),
        ("unit_price", "1e13", "It is below 10,000,000,000,000 (ten trillion)"),
    ],
)
def test_says_the_bounds(name, text, wants):
    (fault,) = read(name, text).faults
    assert fault.wants == wants


def test_a_share_above_1_is_told_about_percent():
    (fault,) = read("source_share_1", "50").faults
    assert fault.fix == "Write 50 % as 50% or 0.5"


@pytest.mark.parametrize(
    ("record", "name", "text", "expected"),
    [
        (LineItem, "goal_share_1", "0.3333333", "0.333333"),
        (LineItem, "goal_share_1", "33.33335%", "0.333334"),
        (Saving, "planned", "100.005", "100.01"),
        (LineItem, "unit_price", "1.23456789012345678", "1.234567890123"),
    ],
)
def test_rounds_with_a_remark(record, name, text, expected):
    parsed = read(name, text, record)
    assert parsed.value == Decimal(expected)
    assert [fault.severity for fault in parsed.faults] == [Severity.INFORMATION]
    assert f"rounded to {expected}" in parsed.faults[0].saw


def test_a_price_keeps_fractions_of_a_cent():
    assert read("unit_price", "0.0125") == (Decimal("0.0125"), ())


def test_a_headcount_is_a_whole_decimal_number():
    value = read("enrollment", "412", School).value
    assert (value, type(value)) == (Decimal(412), Decimal)
    assert read("enrollment", "412.5", School).refused


@pytest.mark.parametrize("text", ["2027", "FY 2027", "fy2027", "2026-27", "2026/2027", "2027.0"])
def test_reads_fiscal_years(text):
    assert read("base_fiscal_year", text, District) == (2027, ())
