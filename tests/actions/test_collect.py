"""collect: a campaign and an inbox, whatever workbook is open."""

from actions.snapshots import keys
from xlbudget.actions.collect import collect
from xlbudget.actions.request import CollectReturns


def test_it_asks_for_both_folders(bare):
    assert keys(collect(bare, {})) == ["campaign*", "inbox*"]
    assert keys(collect(bare, {"inbox": "in"})) == ["campaign*"]


def test_what_came_back_is_collected(bare):
    outcome = collect(bare, {"campaign": "fy27", "inbox": "in"})
    assert outcome.requests == (CollectReturns("fy27", "in"),)
