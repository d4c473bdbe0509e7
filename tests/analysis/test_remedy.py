"""The ways out for a line that loses its source."""

from dataclasses import replace
from decimal import Decimal

from clean import each_year
from ending import ending
from xlbudget.analysis import analyze
from xlbudget.analysis.exposed_line import exposed_lines, lost_by_line
from xlbudget.analysis.remedy import Way, can_stop, remedies, successors


def case(budget):
    (exposed,) = exposed_lines(budget)
    return exposed, successors(budget, analyze(budget).funding, exposed)


def ways(budget):
    exposed, takers = case(budget)
    return [(one.way, one.line) for one in remedies(exposed, takers)]


def bought(**facts):
    """A line of 40 units at $50, bought each two years from a source that ends with 2028."""
    facts = {"quantity": Decimal(40), "unit_price": Decimal(50), "service_life": 2} | facts
    return ending(cost_type="purchase", payment={}, refresh=True, **facts)


def test_a_recurring_source_that_pays_for_the_area_can_take_over():
    budget = ending()
    exposed, takers = case(budget)
    assert [one.source.source_id for one in takers] == ["F1"]
    taken = replace(exposed.line, successor="F1")
    assert not any(lost_by_line(budget, taken))


def test_what_a_successor_lacks_is_told():
    budget = ending(payment=each_year(100_500))
    _, (taker,) = case(budget)
    assert taker.short == 500
    _, (taker,) = case(ending())
    assert taker.short == 0


def test_one_time_money_erate_and_what_is_only_applied_for_do_not_take_over():
    budget = ending()
    for facts in ({"stream": "one-time"}, {"kind": "E-rate Category One"}, {"status": "applied"}):
        sources = (replace(budget.sources[0], **facts), budget.sources[1])
        assert case(replace(budget, sources=sources))[1] == ()


def test_a_source_that_may_not_pay_for_the_area_does_not_take_over():
    budget = ending()
    sources = (replace(budget.sources[0], allowed_areas=("broadband",)), budget.sources[1])
    assert case(replace(budget, sources=sources))[1] == ()


def test_what_is_bought_and_replaced_can_live_longer_and_be_fewer():
    found = ways(bought())
    assert [line.service_life for way, line in found if way is Way.LIFE] == [3, 4, 5]
    assert [line.quantity for way, line in found if way is Way.FEWER] == [30, 20]


def test_a_contract_has_neither_life_nor_units():
    assert {way for way, _ in ways(ending())} == {Way.SUCCESSOR}


def test_a_life_is_not_lengthened_beyond_what_the_field_takes():
    lives = [line.service_life for way, line in ways(bought(service_life=1)) if way is Way.LIFE]
    assert lives == [2, 3, 4]


def test_a_line_that_stops_the_year_before_loses_nothing():
    budget = bought()
    (stopped,) = [line for way, line in ways(budget) if way is Way.STOP]
    assert stopped.last_fiscal_year == 2028
    assert any(lost_by_line(budget, budget.lines[0]))
    assert not any(lost_by_line(budget, stopped))


def test_a_contract_cannot_stop_for_its_payments_stand():
    exposed, _ = case(ending())
    assert not can_stop(exposed)


def test_a_line_that_begins_with_its_loss_cannot_stop_before():
    exposed, _ = case(bought(first_fiscal_year=2029))
    assert not can_stop(exposed)


def test_part_time_units_stay_in_hundredths():
    found = ways(bought(quantity=Decimal("0.5")))
    assert [str(line.quantity) for way, line in found if way is Way.FEWER] == ["0.38", "0.25"]


def test_one_unit_cannot_be_fewer():
    found = ways(bought(quantity=Decimal(1)))
    assert [line.quantity for way, line in found if way is Way.FEWER] == []
