"""The table: calls of every function, with answers that are not ours, for every host to agree on.

An answer is a number by another program or a formula written out here, a published figure (a
Decimal, true to the digits that it shows), a text, rows of these, or the error of a cell.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal as Published
from itertools import product

import numpy_financial as npf
import pyxirr

from xlbudget.catalogue import OMITTED, CellError

LIBREOFFICE, UDF, VBA = "libreoffice", "excel", "vba"


@dataclass(frozen=True)
class Case:
    """One call: what stands in the cells, and what the cell of the formula shows.

    Attributes:
        name: What the case shows.
        function: The function that is called.
        cells: Its arguments, as ``call`` takes them.
        answer: What is right.
        differs: By host, why it cannot see what ``call`` sees, and what it answers instead.

    """

    name: str
    function: str
    cells: tuple
    answer: object
    differs: Mapping[str, tuple[str, object]] = field(default_factory=dict)


NULL, DIV0, VALUE, REF, NAME, NUM, NA = map(
    CellError, ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A")
)
SEVEN = (NULL, DIV0, VALUE, REF, NAME, NUM, NA)

TRUCK = (-16_000.0, 2_000.0, 4_000.0, 5_000.0, 5_000.0, 5_000.0, 5_000.0)
DATED = (-10_000.0, 2_750.0, 4_250.0, 3_250.0, 2_750.0)
ISO = ("2008-01-01", "2008-03-01", "2008-10-30", "2009-02-15", "2009-04-01")
DAYS = tuple(map(date.fromisoformat, ISO))
SERIALS = (39_448.0, 39_508.0, 39_751.0, 39_859.0, 39_904.0)
SAVINGS = (-250_000.0, *[70_000.0] * 5)
LINES = ((100.0, 400.0, 0.0, 4.0, 0.0, 20.0, 1.0), (10.0, 800.0, 0.0, 8.0, 0.0, 0.0, 2.0))
THREE = ((1.0, 0.02), (3.0, 0.03), (10.0, 0.045))


def column(cells):
    """Return cells below one another."""
    return tuple((cell,) for cell in cells)


def row(cells):
    """Return cells side by side, as a range of one row."""
    return (tuple(cells),)


def annuity(rate, years):
    """Return the worth of one dollar at each year's end, the slow way."""
    return sum((1 + rate) ** -year for year in range(1, years + 1))


# --- published figures and other programs


def _answers():
    """Return right answers for every function that answers with one number."""
    return (
        ("truck at 9 percent", "XLB_NPV", (0.09, TRUCK), Published("2835.62")),
        ("truck at 0 percent", "XLB_NPV", (0.0, TRUCK), 10_000.0),
        ("truck at 3 percent", "XLB_NPV", (0.03, TRUCK), Published("7.231E+3")),
        ("truck at 12 percent", "XLB_NPV", (0.12, TRUCK), Published("1.081E+3")),
        ("truck at 18 percent", "XLB_NPV", (0.18, TRUCK), Published("-1.773E+3")),
        ("truck at 21 percent", "XLB_NPV", (0.21, TRUCK), Published("-2.939E+3")),
        ("truck as NPV of a spreadsheet has it", "XLB_NPV", (0.09, TRUCK, 1.0),
         npf.npv(0.09, TRUCK) / 1.09),
        ("a negative rate", "XLB_NPV", (-0.008, SAVINGS), npf.npv(-0.008, SAVINGS)),
        ("savings in mid-year", "XLB_NPV", (0.04, (70_000.0,) * 5, 0.5),
         Published("317799.01")),
        ("a rate beyond all use", "XLB_NPV", (1e9, TRUCK), npf.npv(1e9, TRUCK)),
        ("tiny flows", "XLB_NPV", (0.05, (1e-300, 1e-300)), 1e-300 + 1e-300 / 1.05),
        ("huge flows", "XLB_NPV", (0.05, (-1e300, 1e300)), -1e300 + 1e300 / 1.05),
        ("the documented example", "XLB_XNPV", (0.09, DATED, ISO), Published("2086.6476")),
        ("dates in any order", "XLB_XNPV", (0.09, (DATED[0], *DATED[:0:-1]),
         (ISO[0], *ISO[:0:-1])), Published("2086.6476")),
        ("a negative rate", "XLB_XNPV", (-0.05, DATED, ISO), pyxirr.xnpv(-0.05, DAYS, DATED)),
        ("7 years at 3 percent", "XLB_SPV", (0.03, 7.0), Published("0.813")),
        ("13 years at 3 percent", "XLB_SPV", (0.03, 13.0), Published("0.681")),
        ("19 years at 3 percent", "XLB_SPV", (0.03, 19.0), Published("0.570")),
        ("now", "XLB_SPV", (0.03, 0.0), 1.0),
        ("half a year", "XLB_SPV", (0.03, 0.5), 1.03**-0.5),
        ("ten payments", "XLB_UPV", (0.03, 10.0), annuity(0.03, 10)),
        ("no interest", "XLB_UPV", (0.0, 10.0), 10.0),
        ("with escalation", "XLB_UPV", (0.04, 5.0, 0.02),
         sum((1.02 / 1.04) ** year for year in range(1, 6))),
        ("growth equal to the rate", "XLB_UPV", (0.04, 7.0, 0.04), 7.0),
        ("truck", "XLB_IRR", (TRUCK,), npf.irr(TRUCK)),
        ("savings", "XLB_IRR", (SAVINGS,), npf.irr(SAVINGS)),
        ("two rates and a guess", "XLB_IRR", ((-1_000.0, 2_210.0, -1_220.8), 0.13), 0.12),
        ("two rates and another guess", "XLB_IRR", ((-1_000.0, 2_210.0, -1_220.8), 0.0), 0.09),
        ("a loss", "XLB_IRR", ((-100.0, 50.0),), -0.5),
        ("the documented example", "XLB_XIRR", (DATED, ISO), pyxirr.xirr(DAYS, DATED)),
        ("dates in any order", "XLB_XIRR", (DATED[::-1], ISO[::-1]), pyxirr.xirr(DAYS, DATED)),
        ("one year", "XLB_XIRR", ((-100.0, 110.0), ("2026-07-01", "2027-07-01")), 0.1),
        ("truck", "XLB_MIRR", (TRUCK, 0.09, 0.09), npf.mirr(TRUCK, 0.09, 0.09)),
        ("savings", "XLB_MIRR", (SAVINGS, 0.04, 0.04), Published("0.08685726")),
        ("unlike rates", "XLB_MIRR", (TRUCK, 0.05, 0.11), npf.mirr(TRUCK, 0.05, 0.11)),
        ("truck", "XLB_PAYBACK", (TRUCK,), 4.0),
        ("savings", "XLB_PAYBACK", (SAVINGS,), 250 / 70),
        ("nothing owed", "XLB_PAYBACK", ((100.0, 100.0),), 0.0),
        ("truck", "XLB_DISCOUNTED_PAYBACK", (0.09, TRUCK), Published("5.05")),
        ("savings", "XLB_DISCOUNTED_PAYBACK", (0.04, SAVINGS), Published("3.9316")),
        ("chromebook", "XLB_ANNUAL_COST", (540.0, 0.03, 4.0), -npf.pmt(0.03, 4, 540)),
        ("laptop", "XLB_ANNUAL_COST", (900.0, 0.03, 6.0), -npf.pmt(0.03, 6, 900)),
        ("capital sum", "XLB_ANNUAL_COST", (75_000.0, 0.03, 5.0), Published("16376.5929")),
        ("network", "XLB_ANNUAL_COST", (180_000.0, 0.03, 7.0), Published("28891.14")),
        ("no interest", "XLB_ANNUAL_COST", (1_200.0, 0.0, 4.0), 300.0),
        ("one device", "XLB_ANNUITY", (0.03, (-365.0, -13.2, -13.2, -13.2, 1.8)),
         Published("-107.809466")),
        ("three lives", "XLB_CHAIN_NPV", (0.10, (-100.0, 80.0, 80.0), 6.0),
         (-100 + 80 / 1.1 + 80 / 1.21) * (1 + 1.1**-2 + 1.1**-4)),
        ("one life", "XLB_CHAIN_NPV", (0.10, (-100.0, 80.0, 80.0), 2.0),
         npf.npv(0.1, [-100, 80, 80])),
        ("a program of WSIPP", "XLB_ROI", (3_840.0, 2_061.0), 1_779 / 2_061),
        ("the loss of all", "XLB_ROI", (0.0, 100.0), -1.0),
        ("a program of WSIPP", "XLB_NET_BENEFIT", (3_840.0, 2_061.0), 1_779.0),
        ("a program of WSIPP", "XLB_BCR", (3_840.0, 2_061.0), Published("1.86")),
        ("truck", "XLB_PI", (0.09, TRUCK), npf.npv(0.09, (0.0, *TRUCK[1:])) / 16_000),
        ("even spread", "XLB_TCO", (358.0, 7.0, 4.0, 15.0, 1_050.0, 0.0), Published("91875.00")),
        ("annuity basis", "XLB_TCO", (358.0, 7.0, 4.0, 15.0, 1_050.0, 0.0, 0.03),
         Published("99339.94")),
        ("with repair", "XLB_TCO", (358.0, 7.0, 4.0, 15.0, 1_050.0, 13.2),
         Published("105735.00")),
        ("refresh of a fleet", "XLB_REFRESH_RESERVE", (2_400.0, 365.0, 4.0), 219_000.0),
        ("a tablet", "XLB_DEVICE_DAY", (400.0, 5.0, 180.0), 400 / 900),
        ("an office bought", "XLB_LCC", (0.024, 15.0, 5e6, 2e5, (), (), 2.5e6),
         Published("5742966.65")),
        ("repairs and replacements", "XLB_LCC",
         (0.03, 10.0, 1_000.0, 100.0, ((2.0, 50.0), (5.0, 60.0)), ((4.0, 500.0),), 20.0, 7.0),
         1_000 + 100 * annuity(0.03, 10) + 50 / 1.03**2 + 60 / 1.03**5 + 500 / 1.03**4
         - 20 / 1.03**10 + 7),
        ("a project", "XLB_NET_SAVINGS", (311_627.56, 250_000.0), 61_627.56),
        ("project 342 of BLCC", "XLB_SIR", (308_166.0, 170_000.0), Published("1.81")),
        ("savings", "XLB_SIR", (311_627.56, 250_000.0), 311_627.56 / 250_000),
        ("project 342 of BLCC", "XLB_AIRR", (308_166 / 170_000, 0.03, 21.0), Published("0.0596")),
        ("a quarter", "XLB_ONE_TIME_SHARE", (30_000.0, 120_000.0), 0.25),
        ("all", "XLB_ONE_TIME_SHARE", (5.0, 5.0), 1.0),
        ("a third", "XLB_EXPOSED_SHARE", (117_449.29, 371_449.29), 117_449.29 / 371_449.29),
        ("a gap", "XLB_GAP", (371_449.29, 254_000.0), 371_449.29 - 254_000),
        ("room to spare", "XLB_GAP", (100.0, 150.0), -50.0),
        ("a grant that ends", "XLB_CLIFF_YEAR", ((2031.0, 2031.0), (2028.0, 2031.0)), 2029.0),
        ("a line that begins later", "XLB_CLIFF_YEAR",
         ((2031.0, 2031.0), (2026.0, 2031.0), (2030.0, 2027.0)), 2030.0),
        ("a large district", "XLB_ERATE_C2_BUDGET", (1_200.0, 201.57, 30_175.0), 241_884.0),
        ("a small district", "XLB_ERATE_C2_BUDGET", (120.0, 201.57, 30_175.0), 30_175.0),
        ("goals end first", "XLB_ALIGNED_SHARE", (("G01",), (600.0, 100.0, 300.0)), 0.6),
        ("most of the money", "XLB_ALIGNED_SHARE", (("G01", "", "G02"), (600.0, 100.0, 300.0)),
         0.9),
        ("program A", "XLB_ACADEMIC_ROI", (0.20, 400.0, 180_000.0), 80 / 180_000),
        ("program B", "XLB_ACADEMIC_ROI", (0.12, 900.0, 150_000.0), Published("0.00072")),
        ("program A", "XLB_COST_EFFECTIVENESS", (450.0, 0.20), 2_250.0),
        ("program B", "XLB_COST_EFFECTIVENESS", (166.67, 0.12), 166.67 / 0.12),
        ("two goals", "XLB_VOI", ((5.0, 3.0), (2.0, 4.0), (0.5, 1.0)), 17.0),
        ("sure influence", "XLB_VOI", ((5.0, 3.0), (2.0, 4.0)), 22.0),
        ("three scenarios", "XLB_EXPECTED_VALUE",
         ((-30_149.77, 61_627.56, 138_404.90), (0.25, 0.50, 0.25)), Published("57877.56")),
        ("a bank's rate", "XLB_REAL_RATE", (0.044484, 0.022), 1.044484 / 1.022 - 1),
        ("a constant rate", "XLB_NOMINAL_RATE", (0.022, 0.022), 0.044484),
        ("rates of 2024", "XLB_INFLATION", (0.022, 0.044), Published("0.021526418786693")),
        ("A-94 of 2000", "XLB_RATE_FOR_TERM", (((3.0, 0.059), (5.0, 0.060)), 4.0), 0.0595),
        ("between two terms", "XLB_RATE_FOR_TERM", (THREE, 5.0), 0.03 + 0.015 * 2 / 7),
        ("beyond the longest term", "XLB_RATE_FOR_TERM", (THREE, 40.0), 0.045),
        ("below the shortest term", "XLB_RATE_FOR_TERM", (THREE, 0.5), 0.02),
    )  # fmt: skip


_LEASE = (500_000.0, 5e6, 200_000.0, 2.5e6)


def _lease(rate, lease, buy, cheaper):
    return (
        f"lease or buy at {rate:.1%}",
        "XLB_LEASE_OR_BUY",
        (rate, 15.0, *_LEASE),
        (("Way", "Present cost"), ("Lease", lease), ("Buy", buy), ("Cheaper", cheaper)),
    )


def _tables():
    """Return right answers that take several cells."""
    return (
        _lease(-0.008, Published("8002567.82"), Published("5380924.42"), "buy"),
        _lease(0.024, Published("6236474.33"), Published("5742966.65"), "buy"),
        _lease(0.047, Published("5296691.01"), Published("5863398.79"), "lease"),
        ("two rates", "XLB_IRR_ALL", ((-1_000.0, 2_210.0, -1_220.8),), ((0.09,), (0.12,))),
        ("one rate", "XLB_IRR_ALL", ((-100.0, 110.0),), ((0.1,),)),
        ("given up after six years", "XLB_TCO_YEARS",
         (400.0, 0.0, 4.0, 7.0, 0.0, 1.0, 0.0, 1.0, 6.0),
         ((100.0, 100.0, 100.0, 100.0, 100.0, 300.0, 0.0),)),
        ("one year", "XLB_TCO_YEARS", (400.0, 0.0, 4.0, 1.0), ((100.0,),)),
        ("bought once", "XLB_TCO_YEARS",
         (400.0, 0.0, 2.0, 4.0, 0.0, 1.0, 0.0, 1.0, OMITTED, False), ((200.0, 200.0, 0.0, 0.0),)),
        ("two lines", "XLB_TCO_BY_YEAR", (LINES, 3.0), ((12_000.0,) * 3, (0.0, 1_000.0, 1_000.0))),
        ("one line", "XLB_TCO_BY_YEAR", (LINES[:1], 1.0), ((12_000.0,),)),
        ("one line as a list", "XLB_TCO_BY_YEAR", (LINES[0], 2.0), ((12_000.0, 12_000.0),)),
        ("by category with fiscal years", "XLB_TCO_SCHEDULE",
         (("Devices", "Network"), LINES, 2.0, 2027.0),
         (("Category", "FY2027", "FY2028", "Total"), ("Devices", 12_000.0, 12_000.0, 24_000.0),
          ("Network", 0.0, 1_000.0, 1_000.0), ("Total", 12_000.0, 13_000.0, 25_000.0))),
        ("one category with plain years", "XLB_TCO_SCHEDULE",
         (("Devices", "Devices"), LINES, 1.0),
         (("Category", "Year 1", "Total"), ("Devices", 12_000.0, 12_000.0),
          ("Total", 12_000.0, 12_000.0))),
        ("no category", "XLB_TCO_SCHEDULE", (("Devices", ""), LINES, 1.0),
         (("Category", "Year 1", "Total"), ("Devices", 12_000.0, 12_000.0),
          ("No category", 0.0, 0.0), ("Total", 12_000.0, 12_000.0))),
        ("names and no goal", "XLB_UNALIGNED",
         (("Chromebooks", "Carts", "Fiber"), ("G01", "", ""), (600.0, 100.0, 300.0)),
         (("Line item", "Amount"), ("Carts", 100.0), ("Fiber", 300.0))),
        ("names alone", "XLB_UNALIGNED", (("Carts", "Fiber"), ("", "")),
         (("Line item",), ("Carts",), ("Fiber",))),
        ("nothing to do", "XLB_UNALIGNED", (("Carts", "Fiber"), ("G01", "G02"), (1.0, 2.0)),
         (("Line item", "Amount"), ("Every line item has a goal", 0.0))),
        ("weighted scenarios", "XLB_SCENARIO_NPV",
         (0.05, ("Buy", "Lease"), ((-1_000.0, 0.0, 0.0), (-350.0, -350.0, -350.0)), 0.0,
          (0.5, 0.5)),
         (("Scenario", "NPV", "Place"), ("Buy", -1_000.0, 1.0),
          ("Lease", -350 * (1 + annuity(0.05, 2)), 2.0),
          ("Expected", -500 - 175 * (1 + annuity(0.05, 2)), ""))),
        ("scenarios without chances", "XLB_SCENARIO_NPV",
         (0.0, ("A", "B", "C"), column((5.0, 7.0, 5.0))),
         (("Scenario", "NPV", "Place"), ("A", 5.0, 2.0), ("B", 7.0, 1.0), ("C", 5.0, 2.0))),
        ("two parts", "XLB_TORNADO",
         (0.0, ("Devices", "Staff"), ((-1_000.0, 0.0), (-200.0, -200.0)), (0.9, 0.5), (1.2, 1.5)),
         (("Input", "NPV at low", "NPV at high", "Swing"), ("Staff", -1_200.0, -1_600.0, 400.0),
          ("Devices", -1_300.0, -1_600.0, 300.0))),
        ("savings of 20 percent more or less", "XLB_TORNADO",
         (0.04, ("Cost", "Savings"), ((-250_000.0, *[0.0] * 5), (0.0, *[70_000.0] * 5)),
          (1.2, 0.8), (0.8, 1.2)),
         (("Input", "NPV at low", "NPV at high", "Swing"),
          ("Savings", Published("-697.95"), Published("123953.08"), Published("124651.03")),
          ("Cost", Published("11627.56"), Published("111627.56"), 100_000.0))),
        ("a cost", "XLB_TRIANGULAR", (240_000.0, 250_000.0, 300_000.0),
         (("Mean", 790_000 / 3), ("Standard deviation", Published("13123.35")))),
        ("one sure value", "XLB_TRIANGULAR", (5.0, 5.0, 5.0),
         (("Mean", 5.0), ("Standard deviation", 0.0))),
        ("a sure plan", "XLB_SIMULATE",
         (0.04, 5.0, (250_000.0,) * 3, (70_000.0,) * 3, 10.0, 1.0, (50.0,)),
         (("Figure", "NPV"), ("Mean", npf.npv(0.04, SAVINGS)), ("Standard deviation", 0.0),
          ("Probability of a loss", 0.0), ("Percentile 50", npf.npv(0.04, SAVINGS)))),
        ("best two of three", "XLB_RATIONING",
         (("Fiber", "Carts", "Labs"), ((60.0, 40.0), (50.0, 30.0), (50.0, 30.0)), 100.0),
         (("Project", "Investment", "NPV"), ("Carts", 50.0, 30.0), ("Labs", 50.0, 30.0),
          ("Total", 100.0, 60.0))),
        ("nothing fits", "XLB_RATIONING", (("Fiber",), ((60.0, 40.0),), 0.0),
         (("Project", "Investment", "NPV"), ("Total", 0.0, 0.0))),
        ("a price index", "XLB_ESCALATE", ((100.0, 100.0, 100.0), (1.0, 1.25, 1.5)),
         ((100.0, 125.0, 150.0),)),
        ("one year", "XLB_ESCALATE", (100.0, 1.5), ((150.0,),)),
        ("three months first", "XLB_STRAIGHT_LINE", (10_000.0, 1_000.0, 2.0, 3.0),
         ((1_125.0, 4_500.0, 3_375.0),)),
        ("a silk-screen machine", "XLB_STRAIGHT_LINE", (10_000.0, 1_000.0, 5.0), ((1_800.0,) * 5,)),
        ("equal steps", "XLB_SUM_OF_YEARS", (10_000.0, 1_000.0, 5.0),
         ((3_000.0, 2_400.0, 1_800.0, 1_200.0, 600.0),)),
        ("a silk-screen machine", "XLB_DECLINING_BALANCE", (10_000.0, 1_000.0, 5.0),
         ((4_000.0, 2_400.0, 1_440.0, 864.0, 296.0),)),
        ("factor 1.5", "XLB_DECLINING_BALANCE", (1_000.0, 0.0, 4.0, 1.5),
         ((375.0, 234.375, 146.484375, 91.552734375),)),
    )  # fmt: skip


# USAC, discount matrix: category 1 urban and rural, category 2 urban and rural, in percent.
_MATRIX = {
    0.4: (20, 25, 20, 25),
    19.4: (40, 50, 40, 50),
    34.4: (50, 60, 50, 60),
    34.6: (60, 70, 60, 70),
    74.0: (80, 80, 80, 80),
    75.0: (90, 90, 85, 85),
}


def _discounts():
    for percent, discounts in _MATRIX.items():
        for (category, locale), discount in zip(
            product((1.0, 2.0), ("urban", "rural")), discounts, strict=True
        ):
            yield (f"{percent} percent {locale} category {category:.0f}", "XLB_ERATE_DISCOUNT",
                   (percent, locale, category), discount / 100)  # fmt: skip


# --- the same cells in other shapes and types

_SHAPES = {
    "list": tuple,
    "row": row,
    "column": column,
    "whole numbers": lambda cells: tuple(map(int, cells)),
    "column of currency": lambda cells: column(Published(f"{cell:.4f}") for cell in cells),
}

_OF_FLOWS = {
    "XLB_NPV": ((0.09,), (), npf.npv(0.09, TRUCK)),
    "XLB_IRR": ((), (), npf.irr(TRUCK)),
    "XLB_MIRR": ((), (0.09, 0.09), npf.mirr(TRUCK, 0.09, 0.09)),
    "XLB_PAYBACK": ((), (), 4.0),
    "XLB_ANNUITY": ((0.09,), (), -npf.pmt(0.09, 6, npf.npv(0.09, TRUCK))),
    "XLB_CHAIN_NPV": ((0.09,), (6.0,), npf.npv(0.09, TRUCK)),
    "XLB_PI": ((0.09,), (), npf.npv(0.09, (0.0, *TRUCK[1:])) / 16_000),
}


def _shapes():
    for (shape, shaped), (function, (before, after, answer)) in product(
        _SHAPES.items(), _OF_FLOWS.items()
    ):
        yield f"flows as {shape}", function, (*before, shaped(TRUCK), *after), answer


def _sizes():
    for size, shape in product((1, 2, 10, 1_000), ("row", "column")):
        flows = _SHAPES[shape]((100.0,) * size)
        yield (f"a {shape} of {size}", "XLB_NPV", (0.05, flows),
               100 * (1 + annuity(0.05, size - 1)))  # fmt: skip


_WHOLE = 1_048_576


def _whole_columns():
    blank = ((None,),) * (_WHOLE - len(TRUCK) - 1)
    yield ("a whole column", "XLB_NPV", (0.09, (*column(TRUCK), (None,), *blank)),
           npf.npv(0.09, TRUCK))  # fmt: skip
    yield "a whole column with a heading", "XLB_NPV", (0.09, (("Flow",), *column(TRUCK), *blank)), \
        VALUE  # fmt: skip


# --- what is told apart: blank, omitted, empty text, zero, text, truth values, dates

_BLANK_IS_ZERO = "a reference to a blank cell comes as 0"
_BOOLEAN_IS_ONE = "a truth value comes as 1 or 0"
_DATE_IS_NUMBER = "a date comes as its serial number"

# By what stands in the cell of a number x: the answer, and the number that a host takes it for.
_NOT_NUMBERS = {
    "a blank": (None, {LIBREOFFICE: (_BLANK_IS_ZERO, 0.0)}),
    "an empty text": ("", {}),
    "spaces": ("  ", {}),
    "a text number": ("400", {}),
    "a text": ("n/a", {}),
    "TRUE": (True, {LIBREOFFICE: (_BOOLEAN_IS_ONE, 1.0)}),
    "FALSE": (False, {LIBREOFFICE: (_BOOLEAN_IS_ONE, 0.0)}),
    "two cells": ((1.0, 2.0), {}),
    "a block": (((1.0, 2.0), (3.0, 4.0)), {}),
}

_NUMBERS = {
    "zero": (0.0, 0.0),
    "a whole number": (400, 400.0),
    "currency": (Published("19.9900"), 19.99),
    "a range of one cell": (((400.0,),), 400.0),
    "a list of one cell": ((400.0,), 400.0),
    "the largest number": (1.7e308, 1.7e308),
    "the smallest number": (3e-308, 3e-308),
    "a negative number": (-400.0, -400.0),
}

# Each takes x, and has a plain formula in it.
_OF_A_NUMBER = {
    "XLB_NET_BENEFIT": (lambda x: (x, 100.0), lambda x: x - 100),
    "XLB_NET_SAVINGS": (lambda x: (100.0, x), lambda x: 100 - x),
    "XLB_ANNUAL_COST": (lambda x: (x, 0.0, 4.0), lambda x: x / 4),
    "XLB_DEVICE_DAY": (lambda x: (x, 2.0, 180.0), lambda x: x / 360),
}


def _single_cells():
    for function, (cells, formula) in _OF_A_NUMBER.items():
        for said, (cell, taken_for) in _NOT_NUMBERS.items():
            differs = {host: (why, formula(x)) for host, (why, x) in taken_for.items()}
            yield f"{said} for a number", function, cells(cell), VALUE, differs
        for said, (cell, x) in _NUMBERS.items():
            yield f"{said} for a number", function, cells(cell), formula(x)


_IN_A_RANGE = ("a blank", "an empty text", "a text number", "a text", "TRUE")


def _cells_of_ranges():
    """Return flows of which one is no number, at the start, in the middle and at the end."""
    for said, at in product(_IN_A_RANGE, (0, 2, 3)):
        flows = [100.0] * 4
        flows[at] = _NOT_NUMBERS[said][0]
        seen = {LIBREOFFICE: (_BOOLEAN_IS_ONE, 301.0)} if flows[at] is True else {}
        yield f"{said} as flow {at + 1} of 4", "XLB_NPV", (0.0, column(flows)), VALUE, seen


_JULY = date(2026, 7, 1)

_FORMS_OF_JULY = {
    "a date": _JULY,
    "a date and time": datetime(2026, 7, 1, 8, 30),  # noqa: DTZ001 - a cell has no time zone
    "a serial number": 46_204.0,
    "a serial number with a time": 46_204.354,
    "a whole serial number": 46_204,
    "ISO text": "2026-07-01",
    "ISO text with spaces": " 2026-07-01 ",
    "ISO text with a time": "2026-07-01 08:30",
    "a range of one date": ((_JULY,),),
}

_NO_DATES = {
    "a blank date": None,
    "an empty date": "",
    "a text for a date": "soon",
    "a date of an unknown order": "07/01/2026",
    "a time of day": 0.354,
    "a day before March 1900": 60.0,
    "a day beyond the calendar": 2_958_466.0,
    "TRUE for a date": True,
    "two dates": (_JULY, _JULY),
}


def _dates():
    for said, cell in _FORMS_OF_JULY.items():
        yield said, "XLB_FISCAL_YEAR", (cell,), 2027.0
    for said, cell in _NO_DATES.items():
        yield said, "XLB_FISCAL_YEAR", (cell,), VALUE
    for start in range(1, 13):
        year = 2027.0 if 2 <= start <= 7 else 2026.0
        yield f"July, years from month {start}", "XLB_FISCAL_YEAR", (_JULY, float(start)), year
    for said, days in {"dates": DAYS, "serial numbers": SERIALS, "ISO texts": ISO}.items():
        for shape in ("list", "row", "column"):
            cells = (0.09, DATED, _SHAPES[shape](days))
            yield f"{said} as {shape}", "XLB_XNPV", cells, Published("2086.6476")
    as_serial = dict.fromkeys((LIBREOFFICE, VBA), (_DATE_IS_NUMBER, 46_104.0))
    yield "a date for a number", "XLB_NET_BENEFIT", (_JULY, 100.0), VALUE, as_serial


def _flags():
    at_end, in_middle = annuity(0.03, 10), annuity(0.03, 10) * 1.03**0.5
    for said, cell, answer in (
        ("TRUE", True, in_middle),
        ("FALSE", False, at_end),
        ("1 for TRUE", 1.0, in_middle),
        ("0 for FALSE", 0.0, at_end),
        ("a whole 1", 1, in_middle),
        ("left out", OMITTED, at_end),
        ("2", 2.0, VALUE),
        ("a text", "TRUE", VALUE),
        ("an empty text", "", VALUE),
        ("two cells", (True, False), VALUE),
    ):
        yield f"{said} as a flag", "XLB_UPV", (0.03, 10.0, 0.0, 1.0, cell), answer
    seen = {LIBREOFFICE: (_BLANK_IS_ZERO, at_end)}
    yield "a blank as a flag", "XLB_UPV", (0.03, 10.0, 0.0, 1.0, None), VALUE, seen


def _left_out():
    first_now, mid_year = 1 + annuity(0.03, 9), annuity(0.03, 10) * 1.03**0.5
    plain_years = (("Category", "Year 1", "Total"), *[(n, 12e3, 12e3) for n in ("A", "Total")])
    blanks = ((None, None), (None, None))
    return (
        ("in the middle", "XLB_UPV", (0.03, 10.0, OMITTED, 0.0), first_now),
        ("twice in the middle", "XLB_UPV", (0.03, 10.0, OMITTED, OMITTED, True), mid_year),
        ("at the end", "XLB_NPV", (0.0, TRUCK, OMITTED), 10_000.0),
        ("in the middle", "XLB_SCENARIO_NPV", (0.0, ("A",), row((5.0, 2.0)), OMITTED, (1.0,)),
         (("Scenario", "NPV", "Place"), ("A", 7.0, 1.0), ("Expected", 7.0, ""))),
        ("in the middle", "XLB_LCC", (0.0, 5.0, 100.0, OMITTED, OMITTED, OMITTED, 20.0), 80.0),
        ("a blank range of pairs", "XLB_LCC", (0.0, 5.0, 100.0, 0.0, blanks, (), 20.0), 80.0),
        ("blank rows below pairs", "XLB_LCC",
         (0.0, 5.0, 100.0, 0.0, ((2.0, 7.0), *blanks), (), 20.0), 87.0),
        ("in the middle", "XLB_DECLINING_BALANCE", (100.0, 0.0, 2.0, OMITTED, 6.0),
         ((50.0, 50.0, 0.0),)),
        ("what is needed", "XLB_NPV", (OMITTED, TRUCK), VALUE),
        ("what is needed at the end", "XLB_NPV", (0.09,), VALUE),
        ("everything", "XLB_ROI", (), VALUE),
        ("a blank for a rate that may be left out", "XLB_TCO",
         (358.0, 7.0, 4.0, 15.0, 1_050.0, 0.0, None), 91_875.0),
        ("a blank for a last year that may be left out", "XLB_TCO_YEARS",
         (400.0, 0.0, 4.0, 2.0, 0.0, 1.0, 0.0, 1.0, None), ((100.0, 100.0),),
         {LIBREOFFICE: (_BLANK_IS_ZERO, NUM)}),
        ("a blank for a fiscal year that may be left out", "XLB_TCO_SCHEDULE",
         (("A",), LINES[:1], 1.0, None), plain_years, {LIBREOFFICE: (_BLANK_IS_ZERO, NUM)}),
        ("a blank for a factor is not left out", "XLB_DECLINING_BALANCE",
         (100.0, 10.0, 2.0, None), VALUE, {LIBREOFFICE: (_BLANK_IS_ZERO, ((0.0, 0.0),))}),
        ("a blank for a first period is not left out", "XLB_NPV", (0.09, TRUCK, None), VALUE,
         {LIBREOFFICE: (_BLANK_IS_ZERO, npf.npv(0.09, TRUCK))}),
    )  # fmt: skip


_RURAL = {
    "capitals": "RURAL",
    "spaces around it": "  Rural ",
    "a range of one cell": (("rural",),),
}

_NEITHER_URBAN_NOR_RURAL = {
    "a blank": None,
    "an empty text": "",
    "a number": 7.0,
    "zero": 0.0,
    "TRUE": True,
    "an unknown word": "suburban",
}

_SECOND_HAS_NO_GOAL = {
    "blank": ("G01", None, "G02"),
    "empty text": ("G01", "", "G02"),
    "spaces": ("G01", "  ", "G02"),
    "zero": (1.0, 0.0, 2.0),
}


def _words():
    for said, cell in _RURAL.items():
        yield f"{said} in a word", "XLB_ERATE_DISCOUNT", (34.6, cell, 1.0), 0.7
    for said, cell in _NEITHER_URBAN_NOR_RURAL.items():
        yield f"{said} for a word", "XLB_ERATE_DISCOUNT", (34.6, cell, 1.0), NA
    for (said, goals), shape in product(_SECOND_HAS_NO_GOAL.items(), ("row", "column")):
        cells = (_SHAPES[shape](goals), _SHAPES[shape]((600.0, 100.0, 300.0)))
        yield f"{said} as no goal in a {shape}", "XLB_ALIGNED_SHARE", cells, 0.9
    yield (
        "numbers and words as names",
        "XLB_UNALIGNED",
        (("Carts", 2_027.0, 0.5, 12), ("",) * 4),
        (("Line item",), ("Carts",), ("2027",), ("0.5",), ("12",)),
    )
    yield (
        "a line without a name is still shown",
        "XLB_UNALIGNED",
        (("Carts", ""), ("G01", ""), (1.0, 2.0)),
        (("Line item", "Amount"), ("", 2.0)),
    )


# --- errors come out as they went in, before any refusal

_IN_RANGE_504 = "an error in a range shows Err:504, and the function is not called"
_ERR_504 = CellError("Err:504")


def _errors_in():
    in_range = {LIBREOFFICE: (_IN_RANGE_504, _ERR_504)}
    for error in SEVEN:
        said = error.error
        line = (*LINES[0][:-1], error)
        goals, amounts = column(("G01", error)), column((1.0, 2.0))
        yield f"{said} as a single cell", "XLB_ROI", (error, 100.0), error
        yield f"{said} goes before a refusal", "XLB_ROI", ("n/a", error), error
        yield f"{said} goes before a refused rate", "XLB_ANNUAL_COST", (540.0, -2.0, error), error
        yield f"{said} in a row", "XLB_NPV", (0.09, row((-1.0, error, 2.0))), error, in_range
        yield f"{said} in a block", "XLB_TCO_BY_YEAR", ((*LINES, line), 3.0), error, in_range
        yield f"{said} among words", "XLB_ALIGNED_SHARE", (goals, amounts), error, in_range
    for newer in ("#SPILL!", "#CALC!", "#FIELD!"):
        yield f"{newer} comes out as #VALUE!", "XLB_ROI", (CellError(newer), 100.0), VALUE
    unlike = column(("n/a", 1.0)), column((NUM, 1.0))
    yield "an error in another range than the refused one", "XLB_VOI", unlike, NUM, in_range


# --- refusals: every error code that a function gives of its own

_SWINGS = tuple((-1.0) ** at for at in range(482))


def _refusals():
    return (
        ("a rate of minus 100 percent", "XLB_NPV", (-1.0, TRUCK), NUM),
        ("a rate below minus 100 percent", "XLB_SPV", (-2.0, 3.0), NUM),
        ("a growth of minus 100 percent", "XLB_UPV", (0.03, 5.0, -1.0), NUM),
        ("no years", "XLB_ANNUAL_COST", (540.0, 0.03, 0.0), NUM),
        ("half a year", "XLB_ANNUAL_COST", (540.0, 0.03, 4.5), VALUE),
        ("too many years", "XLB_UPV", (0.03, 10_001.0), NUM),
        ("a negative time", "XLB_SPV", (0.03, -1.0), NUM),
        ("a worth beyond all numbers", "XLB_NPV", (-0.999, (1.0,) * 200), NUM),
        ("as many dates as flows", "XLB_XNPV", (0.09, DATED, ISO[1:]), VALUE),
        ("no internal rate", "XLB_IRR", ((100.0, 200.0),), NUM),
        ("two internal rates", "XLB_IRR", ((-1_000.0, 2_210.0, -1_220.8),), NUM),
        ("only zeros", "XLB_IRR", ((0.0, 0.0),), NUM),
        ("a blank guess is no guess", "XLB_IRR", ((-1_000.0, 2_210.0, -1_220.8), None), NUM,
         {LIBREOFFICE: (_BLANK_IS_ZERO, 0.09)}),
        ("no rate at all", "XLB_IRR_ALL", ((100.0, 200.0),), NA),
        ("more than 480 periods", "XLB_IRR_ALL", (_SWINGS,), NUM),
        ("no dated rate", "XLB_XIRR", ((1.0, 2.0), ISO[:2]), NUM),
        ("no outlay", "XLB_MIRR", ((1.0, 2.0), 0.09, 0.09), NUM),
        ("never paid back", "XLB_PAYBACK", ((-100.0, 20.0),), NUM),
        ("never paid back with interest", "XLB_DISCOUNTED_PAYBACK", (0.09, (-100.0, 105.0)), NUM),
        ("one flow has no life", "XLB_ANNUITY", (0.09, (1.0,)), NUM),
        ("a horizon between two lives", "XLB_CHAIN_NPV", (0.1, (-100.0, 80.0, 80.0), 5.0), NUM),
        ("no cost", "XLB_ROI", (3_840.0, 0.0), DIV0),
        ("a negative cost", "XLB_ROI", (3_840.0, -1.0), NUM),
        ("no cost", "XLB_BCR", (3_840.0, 0.0), DIV0),
        ("no outlay", "XLB_PI", (0.09, (1.0, 2.0)), DIV0),
        ("a negative quantity", "XLB_TCO", (358.0, 7.0, 4.0, 15.0, -1.0, 0.0), NUM),
        ("a last year before the first", "XLB_TCO_YEARS",
         (400.0, 0.0, 4.0, 7.0, 0.0, 1.0, 0.0, 3.0, 2.0), NUM),
        ("six cells for a line", "XLB_TCO_BY_YEAR", ((LINES[0][:6],), 3.0), VALUE),
        ("51 years", "XLB_TCO_BY_YEAR", (LINES, 51.0), NUM),
        ("a blank in a line", "XLB_TCO_BY_YEAR", (((*LINES[0][:6], None),), 3.0), VALUE),
        ("one category for two lines", "XLB_TCO_SCHEDULE", (("A",), LINES, 3.0), VALUE),
        ("no life", "XLB_REFRESH_RESERVE", (2_400.0, 365.0, 0.0), NUM),
        ("367 days", "XLB_DEVICE_DAY", (400.0, 5.0, 367.0), NUM),
        ("a year outside the study", "XLB_LCC", (0.03, 10.0, 1.0, 0.0, ((11.0, 5.0),)), NUM),
        ("three columns for pairs", "XLB_LCC", (0.03, 10.0, 1.0, 0.0, ((1.0, 2.0, 3.0),)), VALUE),
        ("a half pair", "XLB_LCC", (0.03, 10.0, 1.0, 0.0, ((1.0, None),)), VALUE),
        ("a saving without investment", "XLB_SIR", (100.0, 0.0), NUM),
        ("neither saving nor investment", "XLB_SIR", (0.0, 0.0), NUM),
        ("no ratio", "XLB_AIRR", (0.0, 0.03, 21.0), NUM),
        ("half a year of lease", "XLB_LEASE_OR_BUY", (0.03, 1.5, 1.0, 1.0), VALUE),
        ("more than all", "XLB_ONE_TIME_SHARE", (6.0, 5.0), VALUE),
        ("nothing at all", "XLB_ONE_TIME_SHARE", (0.0, 0.0), DIV0),
        ("no need", "XLB_EXPOSED_SHARE", (0.0, 0.0), DIV0),
        ("a negative need", "XLB_GAP", (-1.0, 0.0), NUM),
        ("no cliff", "XLB_CLIFF_YEAR", ((2028.0,), (2031.0,)), NA),
        ("a year of five digits", "XLB_CLIFF_YEAR", ((20_281.0,), (2031.0,)), NUM),
        ("101 percent", "XLB_ERATE_DISCOUNT", (101.0, "rural", 1.0), VALUE),
        ("category 3", "XLB_ERATE_DISCOUNT", (34.6, "rural", 3.0), NA),
        ("half a student", "XLB_ERATE_C2_BUDGET", (120.5, 201.57, 30_175.0), VALUE),
        ("no money to link", "XLB_ALIGNED_SHARE", (("G01",), (0.0,)), DIV0),
        ("two goals for one line", "XLB_UNALIGNED", (("A",), ("G01", "G02")), VALUE),
        ("no dollars", "XLB_ACADEMIC_ROI", (0.2, 400.0, 0.0), DIV0),
        ("no effect", "XLB_COST_EFFECTIVENESS", (450.0, 0.0), DIV0),
        ("a loss has no price", "XLB_COST_EFFECTIVENESS", (450.0, -0.1), NUM),
        ("a chance above 1", "XLB_VOI", ((5.0,), (2.0,), (1.5,)), VALUE),
        ("chances that miss 1", "XLB_EXPECTED_VALUE", ((1.0, 2.0), (0.5, 0.4)), VALUE),
        ("one name for two rows", "XLB_SCENARIO_NPV", (0.05, ("A",), ((1.0,), (2.0,))), VALUE),
        ("one factor for two parts", "XLB_TORNADO",
         (0.0, ("A", "B"), ((1.0,), (2.0,)), (1.0,), (1.0, 1.0)), VALUE),
        ("falling estimates", "XLB_TRIANGULAR", (3.0, 2.0, 1.0), NUM),
        ("100,001 draws", "XLB_SIMULATE", (0.04, 5.0, (1.0,) * 3, (1.0,) * 3, 100_001.0), NUM),
        ("two numbers for three", "XLB_SIMULATE", (0.04, 5.0, (1.0,) * 2, (1.0,) * 3), VALUE),
        ("41 projects", "XLB_RATIONING", (("A",) * 41, ((1.0, 2.0),) * 41, 5.0), VALUE),
        ("a negative budget", "XLB_RATIONING", (("A",), ((1.0, 2.0),), -5.0), NUM),
        ("inflation of minus 100 percent", "XLB_REAL_RATE", (0.04, -1.0), NUM),
        ("a rate below minus 100 percent", "XLB_NOMINAL_RATE", (-1.5, 0.02), NUM),
        ("a real rate of minus 100 percent", "XLB_INFLATION", (-1.0, 0.02), NUM),
        ("a term of nothing", "XLB_RATE_FOR_TERM", (THREE, 0.0), NUM),
        ("a term that stands twice", "XLB_RATE_FOR_TERM", ((THREE[0], THREE[0]), 3.0), NUM),
        ("a negative price level", "XLB_ESCALATE", ((1.0,), (-1.0,)), NUM),
        ("more left than paid", "XLB_STRAIGHT_LINE", (100.0, 101.0, 5.0), NUM),
        ("thirteen months", "XLB_SUM_OF_YEARS", (100.0, 0.0, 5.0, 13.0), NUM),
        ("a negative factor", "XLB_DECLINING_BALANCE", (100.0, 0.0, 5.0, -1.0), NUM),
        ("month 13", "XLB_FISCAL_YEAR", ("2026-07-01", 13.0), NUM),
        ("a block for flows", "XLB_NPV", (0.09, ((1.0, 2.0), (3.0, 4.0))), VALUE),
    )  # fmt: skip


# --- reasons

_A_NUMBER = (
    "A plain number is needed. Type a number there, such as 48600 or 0.03, "
    "and 0 where there is nothing. [XLB-201]"
)


def _reasons():
    return (
        ("no cost", "XLB_WHY", ("XLB_ROI", 3_840.0, 0.0),
         ("The cost is 0. It is divided by, so it must be above 0. "
         "Fill it in, or leave this figure out. [XLB-106]")),
        ("nothing is wrong", "XLB_WHY", ("XLB_ROI", 3_840.0, 2_061.0),
         "Nothing is wrong: the function has an answer."),
        ("a name in small letters", "XLB_WHY", ("roi", 3_840.0, 2_061.0),
         "Nothing is wrong: the function has an answer."),
        ("a text number among flows", "XLB_WHY", ("XLB_NPV", 0.09, (1.0, 2.0, "400", 4.0)),
         f'Flow 3 of 4 is the text "400". {_A_NUMBER}'),
        ("a blank among flows", "XLB_WHY", ("XLB_NPV", 0.09, column((1.0, None, 4.0))),
         f"Flow 2 of 3 is blank. {_A_NUMBER}"),
        ("what is left out", "XLB_WHY", ("XLB_NPV", 0.09),
         ('The argument "flows" is left out. It is needed. '
         "Fill it in; 0 is a value as well. [XLB-201]")),
        ("a text in a table", "XLB_WHY", ("XLB_TCO_BY_YEAR", ((1.0, "n/a"), (1.0, 2.0)), 3.0),
         f'Row 1, column 2 of "lines" is the text "n/a". {_A_NUMBER}'),
        ("an error among the arguments", "XLB_WHY", ("XLB_NPV", 0.09, "#REF!"),
         "A cell among the arguments shows #REF!. Mend that cell first."),
        ("never paid back", "XLB_WHY", ("XLB_PAYBACK", (-100.0, 20.0)),
         "The money does not come back within these flows."),
        ("a range for a single cell", "XLB_WHY", ("XLB_ROI", column((1.0, 2.0)), 1.0),
         ('The argument "benefits" is a range of 2 rows and 1 column. One single cell is needed. '
         "Select one cell, or fill the formula down beside the range. [XLB-202]")),
        ("an unknown name", "XLB_WHY", ("XLB_NVP", 0.09), NA),
        ("no name", "XLB_WHY", (None,), NA),
    )  # fmt: skip


def _table():
    """Return every case; a name that stands twice for a function gets the answers apart."""
    groups = (
        _answers(), _tables(), _discounts(), _shapes(), _sizes(), _whole_columns(),
        _single_cells(), _cells_of_ranges(), _dates(), _flags(), _left_out(), _words(),
        _errors_in(), _refusals(), _reasons(),
    )  # fmt: skip
    return tuple(
        replace(case, name=f"{case.function}: {case.name}")
        for group in groups
        for case in (Case(*parts) for parts in group)
    )


TABLE = _table()
