"""XLR-29: a large change from last year is explained."""

from decimal import Decimal

import pytest

from samples import seen, with_first, with_more
from xlbudget.model import Assumption
from xlbudget.model.rules.unexplained_change import RULE

PLACE = "line_items.csv, row 2, notes, L1"


@pytest.mark.parametrize(
    ("prior", "saw"),
    [
        ("30000", "Line L1 changes from $30,000.00 to $36,500.00 (+21.7 %)"),
        ("45000", "Line L1 changes from $45,000.00 to $36,500.00 (-18.9 %)"),
        ("0", "Line L1 changes from $0.00 to $36,500.00"),
    ],
)
def test_a_large_change_without_a_note_is_found(prior, saw):
    assert seen(RULE, with_first("lines", prior_amount=Decimal(prior))) == [(PLACE, saw)]


@pytest.mark.parametrize(
    "changes",
    [
        {"prior_amount": None},
        {"prior_amount": Decimal(36500)},
        {"prior_amount": Decimal(40000)},
        {"prior_amount": Decimal(30000), "notes": "Grade 3 has grown"},
        {"prior_amount": Decimal(30000), "status": "lapsed"},
        {"prior_amount": Decimal(0), "quantity": Decimal(0)},
    ],
)
def test_fine(changes):
    assert seen(RULE, with_first("lines", **changes)) == []


def test_how_large_is_an_assumption():
    budget = with_first("lines", prior_amount=Decimal(30_000))
    share = Assumption(key="explain_change_above", value=Decimal("0.25"))
    assert seen(RULE, with_more("assumptions", share, budget=budget)) == []
    (finding,) = RULE.check(budget)
    assert finding.wants == "A change of more than 10 % from the year before is explained"
