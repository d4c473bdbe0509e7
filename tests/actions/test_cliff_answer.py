"""What a person answers about a line that loses its source."""

from dataclasses import replace
from decimal import Decimal

import pytest

from ending import ending
from xlbudget.actions.cliff_answer import answer_of, in_words, options, remedy_of
from xlbudget.analysis import analyze
from xlbudget.analysis.exposed_line import exposed_lines
from xlbudget.analysis.remedy import Remedy, remedies, successors

FACTS = {
    "cost_type": "purchase",
    "payment": {},
    "refresh": True,
    "quantity": Decimal(40),
    "unit_price": Decimal(50),
    "service_life": 2,
}


def case(**facts):
    budget = ending(**(FACTS | facts))
    (exposed,) = exposed_lines(budget)
    return budget, exposed, successors(budget, analyze(budget).funding, exposed)


def test_every_way_out_that_is_offered_is_understood_as_an_answer():
    budget, exposed, takers = case()
    offered = list(remedies(exposed, takers))
    assert [option.answer for option in options(budget, exposed, takers)] == [
        answer_of(one) for one in offered
    ]
    assert [remedy_of(exposed, takers, answer_of(one)) for one in offered] == offered
    assert len(offered) == 7


@pytest.mark.parametrize(
    ("answer", "changes"),
    [
        ("successor:F1", {"successor": "F1"}),
        ("successor:F1 · General fund", {"successor": "F1"}),
        ("life:7", {"service_life": 7}),
        ("fewer:1", {"quantity": Decimal(1)}),
        ("fewer: 12.5", {"quantity": Decimal("12.5")}),
        ("stop", {"last_fiscal_year": 2028}),
    ],
)
def test_an_answer_changes_one_field_of_the_line(answer, changes):
    _, exposed, takers = case()
    found = remedy_of(exposed, takers, answer)
    assert isinstance(found, Remedy)
    assert found.line == replace(exposed.line, **changes)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("sell", "sell is no way out"),
        ("successor:F2", "Choose a source that pays for hardware from FY2029: one of F1"),
        ("successor:F9", "Choose a source"),
        ("successor:", "Choose a source"),
        ("life:2", "It serves 2 years now: give more"),
        ("life:0", "Service life is “0”"),
        ("life:51", "Service life is “51”"),
        ("life:long", "Service life is “long”"),
        ("life:", "It serves 2 years now"),
        ("fewer:40", "The line has 40 units: give fewer"),
        ("fewer:0", "The line has 40 units: give fewer, and more than 0"),
        ("fewer:-3", "Quantity is “-3”"),
        ("fewer:", "The line has 40 units"),
    ],
)
def test_an_answer_that_is_no_way_out_is_refused_with_the_reason(answer, reason):
    _, exposed, takers = case()
    found = remedy_of(exposed, takers, answer)
    assert isinstance(found, str)
    assert found.startswith(reason)


def test_a_contract_does_not_stop_and_what_begins_with_its_loss_neither():
    _, exposed, takers = case(cost_type="contract", payment={2030: Decimal(5)})
    assert "payments stand year by year" in remedy_of(exposed, takers, "stop")
    _, exposed, takers = case(first_fiscal_year=2029)
    assert "delete it instead" in remedy_of(exposed, takers, "stop")


def test_ways_out_are_clauses():
    _, exposed, takers = case()
    assert [in_words(one, takers) for one in remedies(exposed, takers)] == [
        "F1 · General fund takes over, and has enough",
        "keep it 3 years",
        "keep it 4 years",
        "keep it 5 years",
        "buy 30 instead",
        "buy 20 instead",
        "end it with fiscal year 2028",
    ]


def test_an_option_tells_what_still_loses_its_source():
    budget, exposed, takers = case()
    told = {option.answer: option.says for option in options(budget, exposed, takers)}
    assert told["stop"].endswith("nothing loses its source then")
    assert "still does" in told["fewer:20"]
