"""From an answer to line items: what the school states, and what comes from elsewhere."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings

from school_answers import CHROMEBOOKS, LEASE, answered, new_line, packs, school_pack
from xlbudget.model.school_answer import opening_answer
from xlbudget.model.school_lines import line_items_of


def made(answer):
    lines, _ = line_items_of(answer, school_pack())
    return {line.line_id: line for line in lines}


def test_lines_that_are_kept_are_last_years_unchanged():
    lines = made(answered())
    assert (lines["L1"], lines["L3"]) == (CHROMEBOOKS, LEASE)


@settings(max_examples=50, deadline=None)
@given(packs())
def test_an_answer_as_issued_gives_last_years_lines_but_for_what_was_not_offered(packed):
    pack, _ = packed
    lines, _ = line_items_of(opening_answer(pack), pack)
    assert lines == tuple(prior.line for prior in pack.lines)


def test_a_change_of_quantity_leaves_the_rest_and_is_proposed_again():
    line = made(answered(L1={"action": "Change", "quantity": Decimal(40)}))["L1"]
    assert line == replace(CHROMEBOOKS, quantity=Decimal(40), status="proposed")


def test_a_quantity_that_differs_under_keep_is_taken_as_a_change():
    assert made(answered(L1={"quantity": Decimal(40)}))["L1"].quantity == 40


def test_a_change_of_a_contract_multiplies_its_payments():
    line = made(answered(L3={"action": "Change", "quantity": Decimal(3)}))["L3"]
    assert set(line.payment.values()) == {Decimal(1500)}
    assert line.quantity is None


def test_another_goal_takes_the_place_of_all_splits():
    line = made(answered(L1={"action": "Change", "goal_id": "G2"}))["L1"]
    assert (line.goal_1, line.goal_share_1, line.goal_2, line.goal_share_2) == ("G2", 1, "", None)


def test_words_that_were_changed_take_the_place_of_last_years():
    changed = {"action": "Change", "description": "Tablets", "why": "Tablets last longer here"}
    line = made(answered(L1=changed))["L1"]
    assert (line.description, line.justification) == ("Tablets", "Tablets last longer here")


def test_a_dropped_line_is_left_out():
    assert set(made(answered(L2={"action": "Drop"}))) == {"L1", "L3"}


def test_a_new_line_has_what_the_item_says():
    line = made(answered(new_line()))["S1-N01"]
    assert (line.description, line.unit_price, line.quantity) == (
        "Reading licence",
        Decimal("16.50"),
        10,
    )
    assert (line.cost_type, line.need, line.first_fiscal_year) == ("annual", "recurring", 2027)
    assert (line.area, line.function, line.goal_1, line.source_1) == (
        "instructional content",
        "1000",
        "G2",
        "F1",
    )
    assert (line.goal_share_1, line.source_share_1, line.school_id) == (1, 1, "S1")


def test_a_line_for_another_thing_has_the_words_and_price_of_the_school():
    other = new_line(item_id="Other", description="Lamp", price=Decimal("9.50"))
    line = made(answered(other))["S1-N01"]
    assert (line.description, line.unit_price) == ("Lamp", Decimal("9.50"))


def test_a_line_whose_item_is_unknown_is_left_out():
    assert "S1-N01" not in made(answered(new_line(item_id="I99")))
