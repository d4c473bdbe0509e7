"""XLR-30: assumptions hold on the day of the figures."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from samples import DISTRICT, seen, with_first, with_more
from xlbudget.model import Assumption
from xlbudget.model.rules.stale_assumption import RULE

RATE = Assumption(key="discount_rate", value=Decimal("0.04"), valid_until=date(2026, 7, 31))


def test_an_assumption_past_its_day_is_found():
    (finding,) = RULE.check(with_more("assumptions", RATE))
    assert str(finding.place) == "assumptions.csv, row 2, valid_until, discount_rate"
    assert finding.saw == (
        "Assumption discount_rate held until 2026-07-31, and the figures are as of 2026-08-01"
    )
    assert finding.fix == "Look up the present value (its source) and enter it"


@pytest.mark.parametrize("until", [None, DISTRICT.as_of, date(2030, 1, 1)])
def test_one_that_holds_is_fine(until):
    assert seen(RULE, with_more("assumptions", replace(RATE, valid_until=until))) == []


def test_without_a_day_of_the_figures_nothing_is_said():
    budget = with_first("district", as_of=None)
    assert seen(RULE, with_more("assumptions", RATE, budget=budget)) == []


def test_a_default_that_a_budget_uses_is_looked_at_too():
    places = [place for place, _ in seen(RULE, with_first("district", as_of=date(2032, 1, 1)))]
    assert places == [
        "assumptions.csv, valid_until, erate_c2_multiplier",
        "assumptions.csv, valid_until, erate_c2_floor",
    ]
