"""line_answers: answers in a person's words become the values of a line."""

from dataclasses import replace
from decimal import Decimal

import pytest

from clean import clean_budget
from xlbudget.actions.line_answers import payment_key, read_answers
from xlbudget.model import LineItem
from xlbudget.model.field import fields_of


def known(**given):
    return read_answers(clean_budget(), given)


@pytest.mark.parametrize(
    ("key", "answer", "value"),
    [
        ("quantity", "1,200", Decimal(1200)),
        ("unit_price", "$9.50", Decimal("9.50")),
        ("benefit_rate", "31 %", Decimal("0.31")),
        ("refresh", "x", True),
        ("cost_type", "one time service", "one-time service"),
        ("school_id", "s1 · Clearwater", "S1"),
        ("goal_1", "g2", "G2"),
        ("first_fiscal_year", "FY2028", 2028),
    ],
)
def test_an_answer_is_read_as_its_column_reads_it(key, answer, value):
    found = known(**{key: answer})
    assert dict(found.values) == {key: value}
    assert dict(found.wrong) == {}


def test_a_sole_goal_or_source_has_all_of_the_line():
    line = known(description="Robots", goal_1="G1").line("L7")
    assert (line.line_id, line.goal_1, line.goal_share_1) == ("L7", "G1", Decimal(1))
    assert (line.source_1, line.source_share_1) == ("", None)


def test_payments_are_of_the_years_of_the_plan():
    found = known(payment_2027="5", payment_2031="(2.50)", payment_2040="9")
    assert dict(found.payments) == {2027: Decimal(5), 2031: Decimal("-2.50")}
    assert payment_key(2027) == "payment_2027"


def test_a_payment_that_is_no_number_is_told():
    assert "payment_2027" in known(payment_2027="some").wrong


def test_what_is_not_asked_for_plays_no_part():
    assert dict(known(nonsense="1", line_id_2="2").values) == {}


def test_every_field_of_a_line_can_be_answered():
    given = {it.name: "" for it in fields_of(LineItem)}
    needed = {"description", "category", "cost_type", "need", "first_fiscal_year"}
    assert needed <= set(read_answers(clean_budget(), given).wrong)


def test_a_line_of_another_type_keeps_nothing_of_a_purchase():
    budget = clean_budget()
    item = replace(budget.standard_items[0], item_id="I9", unit="device", service_life=4)
    with_item = replace(budget, standard_items=(replace(item, refresh=True),))
    line = read_answers(with_item, {"item": "I9", "cost_type": "annual"}).line("L7")
    assert (line.need, line.service_life, line.refresh) == ("recurring", None, False)
    assert line.unit_price == item.unit_price
