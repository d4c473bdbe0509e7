"""formula_text: a call as it is typed into a cell; another program reads it back."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.formula import Tokenizer

from xlbudget.catalogue import FUNCTIONS, OMITTED, CellError
from xlbudget.catalogue.formula_text import constant, default_text, formula_text, syntax

NPV = FUNCTIONS["XLB_NPV"]


@pytest.mark.parametrize(
    ("name", "cells", "formula"),
    [
        ("NPV", (0.09, (-16_000.0, 2_000.5)), "=XLB_NPV(9%,{-16000,2000.5})"),
        ("NPV", (0.05, ((-100.0,), (60.0,))), "=XLB_NPV(5%,{-100;60})"),
        ("UPV", (0.03, 10.0, OMITTED, OMITTED, True), "=XLB_UPV(3%,10,,,TRUE)"),
        ("UPV", (0.03, 10.0, OMITTED, OMITTED), "=XLB_UPV(3%,10)"),
        (
            "LCC",
            (0.024, 15.0, 5e6, 2e5, (), (), 2.5e6),
            "=XLB_LCC(2.4%,15,5000000,200000,,,2500000)",
        ),
        ("FISCAL_YEAR", (date(2026, 7, 1),), '=XLB_FISCAL_YEAR("2026-07-01")'),
        ("ERATE_DISCOUNT", (34.6, 'a "word"', 1.0), '=XLB_ERATE_DISCOUNT(34.6,"a ""word""",1)'),
        ("WHY", ("XLB_NPV", 0.05, (1.0, 2.0)), '=XLB_WHY("XLB_NPV",0.05,{1,2})'),
        ("WHY", (), "=XLB_WHY()"),
    ],
)
def test_a_formula_is_what_a_person_would_type(name, cells, formula):
    assert formula_text(FUNCTIONS[f"XLB_{name}"], cells) == formula


@pytest.mark.parametrize(
    ("raw", "written"),
    [
        (0.1 + 0.2, "0.30000000000000004"),
        (1e21, "1E+21"),
        (1 / 3, "0.3333333333333333"),
        (-0.5, "-0.5"),
        (1200, "1200"),
        (Decimal("1200.50"), "1200.5"),
        (False, "FALSE"),
        (None, '""'),
        (CellError("#REF!"), "#REF!"),
        (date(2026, 7, 1), '"2026-07-01"'),
        (datetime(2026, 7, 1, 12, 30), '"2026-07-01"'),  # noqa: DTZ001 - cells have no time zone
    ],
)
def test_a_constant(raw, written):
    assert constant(raw) == written


@pytest.mark.parametrize(
    ("rate", "written"),
    [
        (0.044484, "4.4484%"),
        (0.022, "2.2%"),
        (-2.0, "-200%"),
        (0.0, "0%"),
        (1 / 3, "0.3333333333333333"),
    ],
)
def test_a_rate_is_in_percent_where_that_is_the_same_number(rate, written):
    assert formula_text(NPV, (rate, (1.0,))) == f"=XLB_NPV({written},{{1}})"


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_no_number_loses_a_digit(number):
    assert float(constant(number)) == number


@given(st.floats(min_value=-5, max_value=5))
def test_no_rate_moves_by_more_than_its_last_digit(rate):
    written = formula_text(NPV, (rate, (1.0,)))
    told = written.removeprefix("=XLB_NPV(").removesuffix(",{1})")
    read = float(told.removesuffix("%")) / (100 if told.endswith("%") else 1)
    assert read == pytest.approx(rate, rel=1e-15, abs=0)


@pytest.mark.parametrize("function", FUNCTIONS.values(), ids=lambda item: item.name)
def test_another_program_reads_every_example_as_a_call(function):
    tokens = Tokenizer(formula_text(function, function.example[0])).items
    assert (tokens[0].type, tokens[0].value) == ("FUNC", f"{function.name}(")
    assert (tokens[-1].type, tokens[-1].subtype) == ("FUNC", "CLOSE")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("NPV", "XLB_NPV(rate, flows, [first_period])"),
        ("ROI", "XLB_ROI(benefits, costs)"),
        ("WHY", "XLB_WHY(function, [arguments], …)"),
    ],
)
def test_syntax_has_brackets_around_what_may_be_left_out(name, written):
    assert syntax(FUNCTIONS[f"XLB_{name}"]) == written


@pytest.mark.parametrize(
    ("name", "parameter", "written"),
    [
        ("UPV", "escalation", "0%"),
        ("UPV", "mid_year", "FALSE"),
        ("IRR", "guess", ""),
        ("LCC", "replacements", ""),
        ("SIMULATE", "percentiles", "{5,25,50,75,95}"),
        ("SIMULATE", "draws", "10000"),
    ],
)
def test_a_default_is_written_as_in_a_formula(name, parameter, written):
    function = FUNCTIONS[f"XLB_{name}"]
    found = next(item for item in function.parameters if item.name == parameter)
    assert default_text(function, found) == written
