"""cliff: the year in which recurring need loses its money, and the lines behind it."""

from decimal import Decimal

import pytest

from analysis.budgets import line, source
from sheets.reading import clean_context, column_of, context
from sheets.rich import shown
from xlbudget.sheets.cliff import LISTED, cliff_facts, cliff_in_words, cliff_lines

GRANT = source("GRANT", 9000, 9000, stream="one-time", last_fiscal_year=2028)
GENERAL = source("GEN", *[9000] * 5)


def on_the_grant(line_id, price, **facts):
    return line(line_id, **({"unit_price": price, "source_1": "GRANT"} | facts))


def facts_of(made):
    return {row.key: shown(row.cells[1]) for row in cliff_facts(made).rows}


LOST = context(
    on_the_grant("L1", 700),
    on_the_grant("L2", 900, successor="GEN"),
    on_the_grant("L3", 1200),
    on_the_grant("L4", 700, description="Same"),
    on_the_grant("L5", 5000, need="one-time"),
    sources=(GRANT, GENERAL),
)


def test_the_cliff_is_the_first_year_after_the_grant():
    assert facts_of(LOST) == {
        "place": 3,
        "year": 2029,
        "amount": 2600,
        "deepest": 2027,
        "widest": 3500,
    }


def test_the_cliff_is_one_sentence():
    told = cliff_in_words(LOST).value
    assert told == "In FY2029 recurring need of 3 thousand dollars loses its source"


def test_a_plan_without_a_cliff_says_none():
    facts = facts_of(clean_context())
    assert (facts["place"], facts["year"], facts["amount"]) == (0, "none", 0)
    told = cliff_in_words(clean_context()).value
    assert told == "No recurring need loses its source within the plan"


def test_the_lines_behind_it_stand_the_greatest_first_and_equals_in_order():
    table = cliff_lines(LOST)
    assert column_of(table, "Line")[:4] == ["L3", "L1", "L4", ""]
    assert column_of(table, "Lost ($)")[:4] == [1200, 700, 700, 0]
    assert column_of(table, "Description")[2] == "Same"
    assert column_of(table, "First source")[:4] == ["GRANT", "GRANT", "GRANT", ""]


@pytest.mark.parametrize("lines", [0, 3, LISTED, LISTED + 4])
def test_ten_rows_are_listed_however_many_lines_there_are(lines):
    made = [on_the_grant(f"L{i}", 100 + i) for i in range(lines)]
    table = cliff_lines(context(*made, sources=(GRANT,)))
    assert column_of(table, "Rank") == list(range(1, LISTED + 1))
    assert sum(key != "" for key in column_of(table, "Line")) == min(lines, LISTED)


def test_a_successor_that_may_not_pay_for_the_area_leaves_the_cliff():
    barred = source("GEN", *[9000] * 5, allowed_areas=("broadband",))
    made = context(on_the_grant("L1", 700, successor="GEN"), sources=(GRANT, barred))
    assert facts_of(made)["amount"] == 700
    assert column_of(cliff_lines(made), "Successor")[0] == "GEN"


def test_only_the_lost_share_of_a_line_counts():
    split = on_the_grant("L1", 1000, source_share_1=0.3, source_2="GEN", source_share_2=0.7)
    made = context(split, sources=(GRANT, GENERAL))
    assert facts_of(made)["amount"] == Decimal(300)
