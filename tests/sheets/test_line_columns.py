"""line_columns: every group of calculated columns is there, in spare rows too."""

from decimal import Decimal

import pytest

from sheets.reading import context, described, line_items, spare_of
from xlbudget.sheets.line_columns import line_columns
from xlbudget.sheets.plan import Form

SPARE = {
    "Units": 0,
    "Growth": Decimal("0.01"),
    "Ends": 2031,
    "Life": 1,
    "Interval": 1,
    "Recurring from": 2032,
    "Last bought": 2031,
    "Horizon factor": 0,
    "Planned": 0,
    "Tags": ";;",
    "Goal reach 1": 1,
    "Source reach 3": 1,
    "Goal 1 id": "",
    "Successor allowed": 0,
    "Source 1 ends": 0,
    "Payer 1 of year 1": "",
    "Year 5": 0,
    "Ownership 5": 0,
}


@pytest.mark.parametrize("header", SPARE)
def test_a_spare_row_holds_what_its_formulas_give_for_blanks(header):
    table = line_items(rates={"escalation_general": "0.01"})
    assert spare_of(table, header) == SPARE[header]


def test_figures_are_shown_as_what_they_are():
    table = line_items()
    forms = [described(table, name).form for name in ("Ends", "Growth", "Year 1", "Factor 1")]
    assert forms == [Form.YEAR, Form.RATE, Form.DOLLARS, Form.FACTOR]


def test_the_groups_stand_one_after_the_other():
    headers = [made.column.header for made in line_columns(context())]
    firsts = ("Program id", "Goal reach 1", "Source reach 1", "Units", "Ends", "Charge")
    lasts = ("At start", "Source 1 ends", "Factor 1", "Year 1", "Ownership 1", "Payer 1 of year 1")
    places = [headers.index(header) for header in (*firsts, *lasts)]
    assert places == sorted(places)
    assert len(set(headers)) == len(headers)
