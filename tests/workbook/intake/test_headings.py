"""columns_meant: which column a heading means, whoever wrote it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlbudget.model.tables import TABLES
from xlbudget.sheets.record_table import headers_of
from xlbudget.workbook.intake.headings import columns_meant, fields_meant, plain

BY_NAME = {table.name: table for table in TABLES}
LINES, FUNDING, OUTCOMES = (BY_NAME[name] for name in ("LineItems", "Funding", "Outcomes"))


def meant(table, *headings):
    """The names of columns by place."""
    return columns_meant(table, dict(enumerate(headings)), 2027)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_heading_that_we_write_is_known(table):
    headings = [name for field in table.fields for name in headers_of(field, range(10))]
    assert len(set(meant(table, *headings).values())) == len(headings)
    assert fields_meant(table, dict(enumerate(headings))) == len(table.fields)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Unit price", "unit_price"),
        ("unit_price", "unit_price"),
        ("UNIT  PRICE ($)", "unit_price"),
        ("Unit-price:", "unit_price"),
        ("Payment 1", "payment_2027"),
        ("Payment 10", "payment_2036"),
        ("payment_2029", "payment_2029"),
        ("Payment FY2029", "payment_2029"),
        ("Goal 1", "goal_1"),
        ("goal_share_2", "goal_share_2"),
    ],
)
def test_a_heading_is_known_however_it_is_written(heading, name):
    assert meant(LINES, heading) == {0: name}


@pytest.mark.parametrize("heading", ["", "Payment", "Payment 0", "Payment 99", "Vendor", "2027"])
def test_other_headings_are_none(heading):
    assert meant(LINES, heading) == {}


def test_what_people_fill_in_goes_before_what_is_read_back():
    assert meant(LINES, "Program id", "Program") == {1: "program_id"}
    assert meant(LINES, "Program id") == {0: "program_id"}


def test_a_heading_that_stands_twice_is_told_twice():
    assert meant(FUNDING, "Name", "name ") == {0: "name", 1: "name"}


@given(st.text(max_size=40))
def test_any_heading_is_taken_without_a_fault(heading):
    assert plain(plain(heading)) == plain(heading)
    assert len(meant(OUTCOMES, heading)) <= 1
