"""missing: what a line still lacks, in words."""

from dataclasses import replace

import pytest

from clean import clean_budget
from xlbudget.model import LineItem
from xlbudget.sheets.missing import COMPLETE, LACKS, missing_formula, still_missing

WHOLE = clean_budget().lines[0]
LACKED = {
    "description": "a description",
    "justification": "a reason",
    "goal_1": "a goal",
    "cost_type": "a cost type",
    "quantity": "a quantity",
    "unit_price": "a price",
    "source_1": "a source",
    "status": "a status",
    "need": "a need",
    "first_fiscal_year": "a first year",
    "area": "an area",
    "category": "a category",
}
BLANK = LineItem(line_id="L1")


@pytest.mark.parametrize("field", LACKED)
def test_each_fact_has_its_word(field):
    holed = replace(WHOLE, **{field: getattr(BLANK, field)})
    assert still_missing(holed) == LACKED[field]


def test_a_whole_line_is_complete_and_a_spare_row_says_nothing():
    assert still_missing(WHOLE) == COMPLETE
    assert still_missing(None) == ""


def test_a_blank_line_lacks_everything_in_the_order_of_its_columns():
    assert still_missing(BLANK) == ", ".join(LACKED.values())
    assert [lack.noun for lack in LACKS] == list(LACKED.values())


def test_a_contract_needs_neither_quantity_nor_price():
    contract = replace(WHOLE, cost_type="contract", quantity=None, unit_price=None)
    assert still_missing(contract) == COMPLETE


def test_zero_is_not_missing():
    assert still_missing(replace(WHOLE, quantity=0, unit_price=0)) == COMPLETE


@pytest.mark.parametrize("noun", LACKED.values())
def test_the_formula_says_the_same_words(noun):
    assert f'REPT(", {noun}",' in missing_formula()


def test_all_words_fit_into_what_the_formula_shows():
    assert len(still_missing(BLANK)) <= 200
