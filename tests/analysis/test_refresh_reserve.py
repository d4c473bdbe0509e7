"""The refresh reserve: an example by hand, then the law of its balance."""

from decimal import Decimal

from hypothesis import given

from analysis.budgets import budget, budgets, dollars, law, line, purchase
from xlbudget.analysis import analyze


def test_a_reserve_carries_a_fleet_bought_every_other_year():
    found = analyze(
        budget(
            purchase(unit_price=200, service_life=2, refresh=True),
            purchase("once", unit_price=900, service_life=5),
            line("runs"),
            years=3,
            rates={"reserve_opening": "100", "reserve_interest": "0.015"},
        )
    ).ownership.reserve
    assert found.purchases == dollars(200, 0, 200)
    assert found.recurring_purchases == dollars(200, 0, 200)
    assert found.contribution == dollars(100, 100, 100)
    assert found.opening == dollars(100, "1.5", "101.52")
    assert found.interest == dollars("1.5", "0.02", "1.52")
    assert found.closing == dollars("1.5", "101.52", "3.04")


def test_purchases_that_start_are_recurring_from_their_second_year():
    found = analyze(
        budget(purchase(unit_price=200, service_life=2, refresh=True, need="starts"), years=3)
    ).ownership.reserve
    assert found.recurring_purchases == dollars(0, 0, 200)


@law
@given(budgets)
def test_what_is_there_and_comes_less_what_goes_is_left(plan):
    found = analyze(plan).ownership.reserve
    for opening, comes, interest, goes, closing in zip(
        found.opening,
        found.contribution,
        found.interest,
        found.purchases,
        found.closing,
        strict=True,
    ):
        assert opening + comes + interest - goes == closing
    assert found.opening[1:] == found.closing[:-1]
    assert found.opening[0] == Decimal(0)
