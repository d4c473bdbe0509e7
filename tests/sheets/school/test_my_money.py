"""The sheet My money: by year, in words, recurring and once."""

from dataclasses import replace
from decimal import Decimal

import pytest

from school_answers import answered, new_line, school_pack
from sheets.school.reading import cell, frame
from xlbudget.sheets.school.my_money import left_words, money_words, my_money_sheet, years_over

OTHER = new_line(item_id="Other", description="Lamp", price=Decimal(9), quantity=Decimal(2))


def by_year(made):
    return my_money_sheet(made).tables[0]


def test_allocated_planned_and_left_by_year(kept):
    table = by_year(kept)
    assert [cell(table, key, "Year 1") for key in ("allocated", "planned", "left")] == [
        15_000,
        11_740,
        3_260,
    ]
    assert cell(table, "words", "Year 1") == "3,260 left"
    assert cell(table, "planned", "Year 2") == Decimal("1521.50")


def test_what_comes_back_and_what_is_paid_once():
    table = by_year(frame(answered(OTHER)))
    assert (cell(table, "recurring", "Year 1"), cell(table, "one_time", "Year 1")) == (11_740, 18)
    assert cell(table, "one_time", "Year 2") == 0


def test_this_year_stands_in_one_sentence(kept):
    assert money_words(kept).value == "FY2027: 15,000 dollars allocated, 11,740 planned, 3,260 left"


@pytest.mark.parametrize(
    ("allocated", "planned", "words"),
    [(100, 100, "0 left"), (100, 101, "1 too much"), (1_234_567, 0, "1,234,567 left")],
)
def test_what_is_left_in_words(allocated, planned, words):
    assert left_words(Decimal(allocated), Decimal(planned)) == words


def test_years_over_are_counted_and_the_chart_says_so(kept):
    much = frame(answered(new_line(quantity=Decimal(1000))))
    assert (years_over(kept).value, years_over(much).value) == (0, 5)
    findings = [my_money_sheet(made).charts[0].finding.value for made in (kept, much)]
    assert findings == [
        "The lines fit the money allocated, in every year",
        "Years in which the lines cost more than is allocated: 5",
    ]


def test_a_year_without_an_allocation_says_so_and_is_not_over():
    pack = school_pack()
    poor = frame(answered(), replace(pack, school=replace(pack.school, allocation={})))
    assert cell(by_year(poor), "words", "Year 1") == "not stated"
    assert cell(by_year(poor), "allocated", "Year 1") is None
    assert years_over(poor).value == 0
