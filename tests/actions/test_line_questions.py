"""line_questions: what is asked of a new line, in which order, and what is asked again."""

import pytest

from actions.snapshots import keys
from xlbudget.actions.add_line import add_line
from xlbudget.actions.ask import Taken

ROBOTS = {"description": "Robots", "category": "device hardware"}


def asked(outcome, key):
    """The question with a key."""
    return next(ask for ask in outcome.asks if ask.key == key)


def answers_of(outcome, key):
    """The answers that a question offers."""
    return [option.answer for option in asked(outcome, key).options]


def test_the_standard_item_comes_first_and_other_stands_there(river):
    outcome = add_line(river, {})
    assert keys(outcome) == ["item*"]
    assert answers_of(outcome, "item")[:2] == ["Other", "SI01"]
    assert asked(outcome, "item").suggested == "Other"


def test_without_standard_items_the_first_questions_are_what_it_is(empty):
    assert keys(add_line(empty, {})) == ["description*", "category*"]


def test_of_a_standard_item_only_the_count_must_be_said(river):
    asks = keys(add_line(river, {"item": "SI01 · Chromebook"}))
    assert [key for key in asks if key.endswith("*")] == ["quantity*"]
    assert "category" not in asks
    assert "cost_type" not in asks


def test_what_the_item_says_stands_there_at_first(river):
    outcome = add_line(river, {"item": "si01"})
    suggested = {ask.key: ask.suggested for ask in outcome.asks if ask.suggested}
    assert suggested == {
        "description": "Chromebook 11 inch, standard model, with touch",
        "unit_price": "245",
        "service_life": "4",
        "refresh": "yes",
        "need": "recurring",
        "first_fiscal_year": "2027",
    }


@pytest.mark.parametrize(
    ("category", "suggested"),
    [("device hardware", "purchase"), ("connectivity", "annual"), ("external", "one-time service")],
)
def test_how_the_cost_arises_is_suggested_by_what_it_is(half, category, suggested):
    outcome = add_line(half, {"description": "Robots", "category": category})
    assert keys(outcome) == ["cost_type*"]
    assert asked(outcome, "cost_type").suggested == suggested


@pytest.mark.parametrize(
    ("cost_type", "needed"),
    [
        ("purchase", ["quantity*", "unit_price*"]),
        ("annual", ["quantity*", "unit_price*"]),
        ("staff", ["quantity*", "unit_price*", "benefit_rate*"]),
        ("contract", [f"payment_{year}*" for year in range(2027, 2032)]),
        ("one-time service", ["quantity*", "unit_price*"]),
    ],
)
def test_what_is_needed_follows_from_how_the_cost_arises(half, cost_type, needed):
    asks = keys(add_line(half, ROBOTS | {"cost_type": cost_type}))
    assert [key for key in asks if key.endswith("*")] == needed


@pytest.mark.parametrize(
    ("cost_type", "need"),
    [("annual", "recurring"), ("staff", "recurring"), ("one-time service", "one-time")],
)
def test_the_need_follows_from_how_the_cost_arises(half, cost_type, need):
    assert asked(add_line(half, ROBOTS | {"cost_type": cost_type}), "need").suggested == need


def test_one_payment_of_a_contract_is_enough(half):
    outcome = add_line(half, ROBOTS | {"cost_type": "contract", "payment_2028": "5"})
    assert not outcome.waits
    assert "payment_2027" in keys(outcome)


def test_a_school_may_be_the_whole_district(river):
    outcome = add_line(river, {"item": "SI01"})
    first = asked(outcome, "school_id").options[0]
    assert (first.answer, first.says) == ("", "the whole district")


def test_goals_stand_in_the_order_of_what_the_line_is(river):
    answers = {"item": "Other", "description": "Phonics licences", "category": "digital content"}
    outcome = add_line(river, answers | {"cost_type": "annual", "school_id": "S01"})
    assert answers_of(outcome, "goal_1")[0] in {"G01", "G06"}
    assert answers_of(outcome, "goal_1")[-1] == ""
    assert "G07" not in answers_of(outcome, "goal_1")


def test_everything_that_does_not_do_is_asked_again_at_once_with_the_reason(river):
    wrong = {"item": "SI01", "quantity": "-3", "school_id": "S99", "first_fiscal_year": "soon"}
    outcome = add_line(river, wrong | {"goal_1": "G04", "refresh": "often"})
    again = {ask.key: ask.question for ask in outcome.asks if ask.needed}
    assert again.keys() == {"quantity", "school_id", "first_fiscal_year", "refresh"}
    assert again["school_id"].startswith("There is no school “S99”. School: ")
    assert again["quantity"].startswith("Quantity is “-3”. It is 0 or more. ")
    assert "goal_1" not in keys(outcome)


def test_a_strange_item_is_asked_again(river):
    outcome = add_line(river, {"item": "SI99"})
    assert asked(outcome, "item").question.startswith("There is no standard item “SI99”. ")


def test_what_is_needed_and_left_blank_is_asked_again(river):
    outcome = add_line(river, {"item": "SI01", "quantity": "3", "unit_price": " "})
    assert "unit_price*" in keys(outcome)
    assert asked(outcome, "unit_price").question.startswith("Unit price is blank")


def test_what_may_be_left_blank_is_left_out(river):
    answers = {"item": "SI01", "quantity": "3", "school_id": "", "goal_1": "", "source_1": ""}
    outcome = add_line(river, answers)
    assert not outcome.waits
    headers = {edit.header for edit in outcome.edits}
    assert not headers & {"School", "Goal 1", "Goal share 1", "Source 1", "Source share 1"}


def test_questions_take_what_their_column_takes(river):
    takes = {ask.key: ask.takes for ask in add_line(river, {"item": "SI01"}).asks}
    assert takes["quantity"] is Taken.NUMBER
    assert takes["need"] is Taken.CHOICE
    assert takes["justification"] is Taken.TEXT
