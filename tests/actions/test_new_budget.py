"""new_budget: the empty standard workbook, whatever workbook is open."""

import pytest

from actions.snapshots import keys
from xlbudget.actions.new_budget import new_budget
from xlbudget.actions.request import WriteWorkbook
from xlbudget.sheets.template import template_book


def test_it_asks_for_the_file_and_may_be_told_the_years(bare):
    outcome = new_budget(bare, {})
    assert keys(outcome) == ["file*", "years"]
    assert outcome.asks[0].suggested == "district-budget.xlsx"
    assert outcome.requests == ()


def test_five_years_are_the_standard_template(bare):
    (request,) = new_budget(bare, {"file": "new"}).requests
    assert isinstance(request, WriteWorkbook)
    assert request.path == "new.xlsx"
    assert request.book == template_book()


def test_other_years_give_other_columns(bare):
    outcome = new_budget(bare, {"file": "new", "years": "1"})
    lines = next(sheet for sheet in outcome.requests[0].book.sheets if sheet.title == "Line items")
    headers = {column.header for column in lines.tables[0].columns}
    assert "Year 1" in headers
    assert "Year 2" not in headers
    assert outcome.says.endswith("It plans 1 year.")
    assert outcome.asks == ()


@pytest.mark.parametrize("years", ["0", "11", "many", "2.5"])
def test_years_that_do_not_do_are_asked_again(bare, years):
    outcome = new_budget(bare, {"file": "new", "years": years})
    assert outcome.requests == ()
    assert keys(outcome) == ["years*"]
    assert outcome.asks[0].question.endswith("The number stays as it is chosen now.")
    assert len(outcome.asks[0].question) > 90
