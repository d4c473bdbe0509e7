"""parse: a value for every kind of column, and a fault that a budget officer can act on."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlbudget.model import District, FundingSource, LineItem, Outcome, Program, Scenario, School
from xlbudget.model.choices import Area, EvidenceTier, SourceKind
from xlbudget.model.fault import IntakeCode
from xlbudget.model.field import field_named
from xlbudget.model.finding import Severity
from xlbudget.model.parse import choice_from, parse
from xlbudget.model.table import text_of
from xlbudget.model.tables import TABLES

ALL_FIELDS = [field for table in TABLES for field in table.fields]


def value_of(record, name, text, **options):
    parsed = parse(field_named(record, name), text, **options)
    assert parsed.faults == ()
    return parsed.value


def fault_of(record, name, text, **options):
    value, (fault,) = parse(field_named(record, name), text, **options)
    assert fault.severity is Severity.INFORMATION or value == field_named(record, name).blank
    return fault


@pytest.mark.parametrize(
    ("record", "name", "text", "expected"),
    [
        (LineItem, "line_id", " 0123 ", "0123"),
        (LineItem, "description", "=1+1", "=1+1"),
        (LineItem, "area", "Hardware", "hardware"),
        (LineItem, "cost_type", "One-Time Service", "one-time service"),
        (LineItem, "cost_type", "one_time  service", "one-time service"),
        (LineItem, "unit_price", "$1,234.50", Decimal("1234.50")),
        (LineItem, "goal_share_1", "12.5%", Decimal("0.125")),
        (LineItem, "goal_share_1", "0.125", Decimal("0.125")),
        (LineItem, "benefit_rate", "31.25 %", Decimal("0.3125")),
        (LineItem, "service_life", "4.0", 4),
        (LineItem, "first_fiscal_year", "FY2027", 2027),
        (LineItem, "first_fiscal_year", "2026-27", 2027),
        (LineItem, "refresh", "X", True),
        (LineItem, "refresh", "no", False),
        (LineItem, "payment", "(1,000.00)", Decimal(-1000)),
        (School, "enrollment", "412", Decimal(412)),
        (School, "nslp_percent", "55%", Decimal(55)),
        (Program, "contract_end", "2026-07-31", date(2026, 7, 31)),
        (Program, "contract_end", "7/31/2026", date(2026, 7, 31)),
        (Program, "contract_end", "2026-07-31 00:00:00", date(2026, 7, 31)),
        (Program, "tags", " pilot ;; Pilot; per_student", ("pilot", "per_student")),
        (FundingSource, "allowed_areas", "Hardware;BROADBAND", ("hardware", "broadband")),
        (Scenario, "enrollment_change", "-5%", Decimal("-0.05")),
        (District, "base_fiscal_year", "2027", 2027),
    ],
)
def test_reads_a_value(record, name, text, expected):
    assert value_of(record, name, text) == expected


@pytest.mark.parametrize("field", ALL_FIELDS, ids=lambda field: field.name)
def test_a_blank_gives_the_blank_value(field):
    assert parse(field, " \u00a0 ") == (field.blank, ())


def test_reads_a_decimal_comma_where_declared():
    assert value_of(LineItem, "unit_price", "1.234,50", decimal_comma=True) == Decimal("1234.50")


@pytest.mark.parametrize(
    ("record", "name", "text", "code"),
    [
        (LineItem, "line_id", "=A1", IntakeCode.ID),
        (LineItem, "description", "x" * 32_768, IntakeCode.TEXT),
        (LineItem, "area", "furniture", IntakeCode.CHOICE),
        (LineItem, "refresh", "maybe", IntakeCode.YES_NO),
        (Program, "contract_end", "31/7/2026", IntakeCode.DATE),
        (Program, "contract_end", "soon", IntakeCode.DATE),
        (Program, "contract_end", "0026-07-31", IntakeCode.DATE),
        (Program, "contract_end", "2026-02-30", IntakeCode.DATE),
        (Program, "tags", "pilot; a*", IntakeCode.ID),
        (FundingSource, "limit_areas", "hardware;moon", IntakeCode.CHOICE),
    ],
)
def test_refuses(record, name, text, code):
    fault = fault_of(record, name, text)
    assert (fault.code, fault.severity) == (code, Severity.FATAL)


def test_a_refused_choice_is_told_what_is_allowed():
    fault = fault_of(LineItem, "need", "perhaps")
    assert fault.saw == "Need is “perhaps”"
    assert fault.wants == "It is one of: recurring, one-time, starts"
    assert fault.fix == "Write one of these words"


def test_control_characters_are_left_out_with_a_remark():
    parsed = parse(field_named(LineItem, "notes"), "a\x00b")
    assert parsed.value == "ab"
    assert [fault.severity for fault in parsed.faults] == [Severity.INFORMATION]


@pytest.mark.parametrize(
    ("choices", "text", "expected"),
    [
        (Area, "network", "network infrastructure"),
        (Area, "NETWORK–INFRASTRUCTURE", "network infrastructure"),
        (Area, "net", None),
        (SourceKind, "title i", "Title I-A"),
        (SourceKind, "title", None),
        (SourceKind, "E-rate Category", None),
        (EvidenceTier, "2", "2 moderate"),
        (EvidenceTier, "none", "none"),
    ],
)
def test_the_first_words_of_a_choice_suffice_when_only_one_begins_so(choices, text, expected):
    assert choice_from(tuple(choice.value for choice in choices), text) == expected


@settings(deadline=None)
@given(st.sampled_from(ALL_FIELDS), st.one_of(st.text(max_size=30), st.text("0123456789.,-$% /")))
def test_anything_is_read_or_refused_and_what_is_read_is_read_back(field, text):
    value, faults = parse(field, text)
    assert all(fault.saw and fault.wants and fault.fix for fault in faults)
    assert parse(field, text_of(value)) == (value, ())


def test_the_record_of_an_outcome_has_numbers_without_percent():
    assert fault_of(Outcome, "baseline", "54%").code == IntakeCode.NUMBER
