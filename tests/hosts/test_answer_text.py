"""answer_text: numbers in the form that a spreadsheet gives their unit."""

import pytest

from xlbudget.catalogue import Unit
from xlbudget.hosts.answer_text import in_unit, rows_in_unit


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (2_835.619, Unit.DOLLARS, "$2,835.62"),
        (-107.81, Unit.DOLLARS_PER_YEAR, "-$107.81"),
        (-0.001, Unit.DOLLARS, "$0.00"),
        (0.14094, Unit.RATE, "14.09%"),
        (0.3162, Unit.SHARE, "31.6%"),
        (1.81274, Unit.RATIO, "1.8127"),
        (0.000444, Unit.GAIN_PER_DOLLAR, "0.000444"),
        (1_200.0, Unit.NUMBER, "1,200"),
        (1_200.5, Unit.NUMBER, "1,200.5"),
        (2_029.0, Unit.FISCAL_YEAR, "2029"),
        (5.0488, Unit.PERIODS, "5.05"),
        (1.0, Unit.FLAG, "1"),
        ("buy", Unit.TABLE, "buy"),
    ],
)
def test_a_number_in_its_unit(value, unit, shown):
    assert in_unit(value, unit) == shown


@pytest.mark.parametrize("unit", Unit, ids=lambda unit: unit.name)
def test_every_unit_can_show_a_number(unit):
    assert in_unit(1_234.5, unit).strip("$%").replace(",", "")[:3] in {"123", "124"}


def test_rows_of_one_unit():
    assert rows_in_unit(((0.09,), (0.12,)), Unit.RATE) == [["9.00%"], ["12.00%"]]


def test_each_column_of_a_table_has_its_own_form():
    rows = (("Scenario", "NPV", "Place"), ("Buy", -1_000.0, 1.0), ("Lease", 0.1425, 2.0))
    assert rows_in_unit(rows, Unit.TABLE) == [
        ["Scenario", "NPV", "Place"],
        ["Buy", "-1,000.00", "1"],
        ["Lease", "0.1425", "2"],
    ]
