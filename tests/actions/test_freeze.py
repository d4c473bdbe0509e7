"""freeze: a copy that can be mailed."""

from actions.snapshots import keys
from xlbudget.actions.freeze import freeze
from xlbudget.actions.request import FreezeCopy


def test_it_asks_where_to(river):
    outcome = freeze(river, {})
    assert keys(outcome) == ["file*"]
    assert outcome.asks[0].suggested == "budget-frozen.xlsx"


def test_a_copy_is_frozen(river):
    assert freeze(river, {"file": "mail.xlsx"}).requests == (FreezeCopy("mail.xlsx"),)
