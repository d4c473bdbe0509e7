"""Whether a cell holds what Python took it for, so that formulas see the same."""

from datetime import date
from decimal import Decimal

import pytest

from xlbudget.workbook.act.alike import alike, same
from xlbudget.workbook.fill.plan_cells import PlanCell
from xlbudget.workbook.read import ErrorValue


def cell(value):
    return PlanCell("LineItems", "Line items", 6, 2, "", value, is_input=True, header="Header")


@pytest.mark.parametrize(
    ("wanted", "now"),
    [
        (Decimal("365.00"), 365.0),
        (Decimal("0.1"), 0.1),
        (2027, 2027.0),
        ("staff", "staff"),
        (None, None),
        (None, ""),
        ("no", None),
        ("G07 · Grade 3 reading", "G07"),
        ("G07 · Grade 3 reading", "G07 · As it was called before"),
        (date(2026, 7, 1), 46204.0),
    ],
)
def test_alike(wanted, now):
    assert alike(cell(wanted), now)


@pytest.mark.parametrize(
    ("wanted", "now"),
    [
        (Decimal(1200), "1,200"),
        (Decimal(1), True),
        ("staff", "Staff "),
        ("hardware", None),
        (None, 0.0),
        (None, "no such"),
        ("yes", None),
        ("G07 · Grade 3 reading", "G08 · Grade 3 reading"),
        (Decimal(5), ErrorValue("#REF!")),
        ("1100", 1100.0),
    ],
)
def test_unlike(wanted, now):
    assert not alike(cell(wanted), now)


@pytest.mark.parametrize(("header", "is_alike"), [("Goal share 1", True), ("Goal share 2", False)])
def test_a_blank_first_share_is_the_rest_for_formulas_as_well(header, is_alike):
    share = PlanCell("LineItems", "Line items", 6, 2, "", Decimal(1), is_input=True, header=header)
    assert alike(share, None) is is_alike


def test_a_result_is_the_same_by_its_digits_only():
    assert same(0.1 + 0.2, 0.3)
    assert not same("no", None)
    assert not same(0, None)
