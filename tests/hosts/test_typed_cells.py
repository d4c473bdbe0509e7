"""typed_cells: what a person types in a terminal, as the cells of a function."""

import pytest

from xlbudget.catalogue import FUNCTIONS, OMITTED
from xlbudget.errors import InputError, ShapeError, UnknownChoiceError
from xlbudget.hosts.typed_cells import cells_of, number_in


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("5%", 0.05),
        ("-12.5%", -0.125),
        ("1200", 1_200.0),
        ("1,200", 1_200.0),
        ("1,234,567.89", 1_234_567.89),
        ("$1,200", 1_200.0),
        ("-$1,200.50", -1_200.5),
        ("$-3", -3.0),
        ("\u22123", -3.0),
        (".5", 0.5),
        ("3.", 3.0),
        ("1e6", 1e6),
        (" 7 ", 7.0),
    ],
)
def test_numbers_as_people_type_them(word, number):
    assert number_in(word) == number


@pytest.mark.parametrize(
    "word",
    [
        "",
        "-",
        "abc",
        "1,20",
        "12,00",
        "1,2000",
        "--3",
        "-$-3",
        "5%%",
        "nan",
        "1e999",
        "1e9999",
        "inf",
        "1 200",
        "$",
    ],
)
def test_what_is_no_number(word):
    assert number_in(word) is None


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("NPV 5% -100 60 60", [0.05, (-100.0, 60.0, 60.0)]),
        ("NPV 5% -100 60", [0.05, (-100.0, 60.0)]),
        ("NPV 5% -100", [0.05, (-100.0,)]),
        ("NPV 5% -1,000 1,200 60", [0.05, (-1_000.0, 1_200.0, 60.0)]),
        ("NPV 5% -100,60,60", [0.05, (-100.0, 60.0, 60.0)]),
        ("NPV 5% {-100,60} 1", [0.05, (-100.0, 60.0), 1.0]),
        ("NPV 5% {100,200}", [0.05, (100.0, 200.0)]),
        ("NPV 5% $1,200", [0.05, (1_200.0,)]),
        ("NPV 5% -100 60 first_period=1", [0.05, (-100.0, 60.0), 1.0]),
        ("NPV flows=-100,60 5%", [0.05, (-100.0, 60.0)]),
        ("IRR -100 60 60 guess=5%", [(-100.0, 60.0, 60.0), 0.05]),
        ("MIRR -100 60 60 9% 8%", [(-100.0, 60.0, 60.0), 0.09, 0.08]),
        ("CHAIN_NPV 10% -100 80 80 6", [0.1, (-100.0, 80.0, 80.0), 6.0]),
        ("UPV 3% 10 _ _ true", [0.03, 10.0, OMITTED, OMITTED, True]),
        ("UPV 3% 10 mid_year=TRUE", [0.03, 10.0, OMITTED, OMITTED, True]),
        ("UPV 3% _", [0.03]),
        (
            "XNPV 9% -10,20 2026-07-01,2027-07-01",
            [0.09, (-10.0, 20.0), ("2026-07-01", "2027-07-01")],
        ),
        ("FISCAL_YEAR 2026-07-01", ["2026-07-01"]),
        ("RATE_FOR_TERM 3,5.9%;5,6% 4", [((3.0, 0.059), (5.0, 0.06)), 4.0]),
        ("RATE_FOR_TERM {3,6%} 4", [((3.0, 0.06),), 4.0]),
        ('ALIGNED_SHARE "G,1",,G02 1,2,3', [("G,1", "", "G02"), (1.0, 2.0, 3.0)]),
        ("ERATE_DISCOUNT 34.6 rural 1", [34.6, "rural", 1.0]),
        ('ERATE_DISCOUNT 34.6 "a=b" 1', [34.6, "a=b", 1.0]),
        ('ERATE_DISCOUNT 34.6 "a""b" 1', [34.6, 'a"b', 1.0]),
        ("ROI 5 #REF!", [5.0, "#REF!"]),
        ("WHY XLB_NPV -2 100 200", ["XLB_NPV", -2.0, (100.0, 200.0)]),
        ("WHY nothing -2 TRUE x", ["nothing", -2.0, True, "x"]),
        ("WHY", []),
        ("NPV", []),
    ],
)
def test_words_become_cells(line, cells):
    name, *words = line.split()
    assert cells_of(FUNCTIONS[f"XLB_{name}"], words) == cells


@pytest.mark.parametrize(
    ("line", "error", "saw"),
    [
        ("NPV 5% 100,200", ShapeError, '"100,200" may be one number or several'),
        ("NPV 5% 1 rat=3", UnknownChoiceError, 'no argument "rat"; near: rate'),
        ("NPV 5% 1 zzz=3", UnknownChoiceError, 'no argument "zzz"'),
        ("NPV rate=1 rate=2 5", InputError, '"rate" is given twice'),
        ("ROI 1 2 3", ShapeError, "3 words for 2 arguments"),
        ("EXPECTED_VALUE 1 2 3", ShapeError, "3 words for 2 arguments"),
    ],
)
def test_what_can_be_read_in_two_ways_or_not_at_all_is_refused(line, error, saw):
    name, *words = line.split()
    with pytest.raises(error) as refusal:
        cells_of(FUNCTIONS[f"XLB_{name}"], words)
    assert saw in refusal.value.saw
