"""number_from: what people and systems write, then what is none, then laws."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlbudget.model.number import as_kept, number_from


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$1,234.50", "1234.50"),
        ("1 234.50", "1234.50"),
        ("1\u00a0234", "1234"),
        ("1\u202f234\u202f567.8", "1234567.8"),
        ("1'234", "1234"),
        ("1’234", "1234"),
        ("(12)", "-12"),
        ("($12.00)", "-12.00"),
        ("$(3)", "-3"),
        ("-$5", "-5"),
        ("12.50-", "-12.50"),
        ("\u22123", "-3"),
        ("+4", "4"),
        ("12 €", "12"),
        (".5", "0.5"),
        ("5.", "5"),
        ("007", "7"),
        ("1.2E+3", "1200"),
        ("-0", "0"),
    ],
)
def test_reads_what_people_write(text, expected):
    assert number_from(text).value == Decimal(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1.234,50", "1234.50"), ("1 234,5", "1234.5"), ("0,125", "0.125"), ("1.234.567", "1234567")],
)
def test_reads_a_decimal_comma_where_declared(text, expected):
    assert number_from(text, decimal_comma=True).value == Decimal(expected)


def test_sees_a_percent_sign():
    assert number_from("12.5 %") == (Decimal("12.5"), True)
    assert number_from("(5%)") is None


@pytest.mark.parametrize(
    "text",
    ["", ".", "-", "$", "%", "n/a", "48600 approx", "1,23", "0,125", "12,34,567", "1.234.567", "1e",
     "--3", "(-3)", "1_000", "nan", "inf", "0x10", "٣", "１２", "1,234 567", "9" * 65, "$$5"],
)  # fmt: skip
def test_anything_else_is_no_number(text):
    assert number_from(text) is None


@pytest.mark.parametrize("text", ["12.50", "0.125", "1.23,4"])
def test_a_decimal_comma_excludes_the_point(text):
    assert number_from(text, decimal_comma=True) is None


@settings(deadline=None)
@given(st.decimals(-(10**12), 10**12, places=4, allow_nan=False))
def test_reads_back_what_python_writes(value):
    assert number_from(f"{value:f}").value == value
    assert number_from(f"{value:,f}").value == value


@settings(deadline=None)
@given(st.text("0123456789.,()-$% eE'", max_size=80), st.booleans())
def test_answers_for_any_junk(text, decimal_comma):
    read = number_from(text, decimal_comma=decimal_comma)
    assert read is None or read.value.is_finite()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0.3333333333333333", "0.333333333333"),
        ("1234567890123.45678", "1234567890123.46"),
        ("1E-300", "0"),
        ("12.5", "12.5"),
    ],
)
def test_keeps_what_a_cell_keeps(value, expected):
    assert as_kept(Decimal(value)) == Decimal(expected)
