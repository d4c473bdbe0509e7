"""What a rule may ask of a line: every field of a line item, and what it costs."""

from decimal import Decimal

import pytest

from distribution.played import ANSWER, DEVICES, line_item, with_costs
from xlbudget.distribution.line_fact import FACTS, fact_named, first_amount, total_of
from xlbudget.distribution.register.submissions.accepted_lines import AcceptedLine
from xlbudget.errors import UnknownChoiceError
from xlbudget.model import LineItem
from xlbudget.model.field import fields_of


def accepted(item):
    (line,) = with_costs([item])
    return AcceptedLine("S1", 1, "reply.xlsx", line)


LINE = accepted(ANSWER[1])


def test_every_field_of_a_line_can_be_asked_but_amounts_by_year():
    names = [fact.name for fact in FACTS]
    assert len(names) == len(set(names))
    asked = {field.name for field in fields_of(LineItem) if not field.yearly}
    assert set(names) - asked == {"cost", "amount", "action", "goal", "source"}
    assert asked <= set(names)


def test_every_fact_gives_only_texts_or_only_numbers():
    for fact in FACTS:
        kinds = {type(value) for value in fact.values(LINE)}
        assert kinds <= ({Decimal} if fact.is_number else {str})


def test_a_cost_is_the_sum_of_all_years_and_an_amount_the_first_year():
    # 10 x 100.00 in each of five years, growing by 4 %: 1,000 x 5.4163... to the cent each year
    line = accepted(line_item("L1"))
    assert first_amount(line) == Decimal("1000.00")
    assert total_of(line) == sum(map(Decimal, ("1000", "1040", "1081.60", "1124.86", "1169.86")))


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("area", ("hardware",)),
        ("Unit price", (Decimal("365.55"),)),
        ("school", ("S1",)),
        ("goal", ("G1",)),
        ("goal_2", ()),
        ("refresh", ("yes",)),
        ("service life", (Decimal(4),)),
        ("successor", ()),
        ("action", ("New",)),
    ],
)
def test_a_fact_is_found_by_its_name_or_header_and_a_blank_has_no_value(name, values):
    assert fact_named(name).values(LINE) == values


def test_a_goal_is_any_of_the_three():
    line = accepted(line_item("L1", goal_2="G7", goal_share_2=Decimal("0.4"), **DEVICES))
    assert fact_named("goal").values(line) == ("G1", "G7")


def test_an_unknown_field_is_refused_with_the_nearest_and_all():
    with pytest.raises(UnknownChoiceError) as refusal:
        fact_named("catgory")
    assert "category" in refusal.value.fix
    assert "first_fiscal_year" in refusal.value.wants
