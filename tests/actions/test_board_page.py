"""board_page: Summary becomes a PDF."""

from actions.snapshots import keys
from xlbudget.actions.board_page import board_page
from xlbudget.actions.request import ExportPages


def test_it_asks_where_to(river):
    outcome = board_page(river, {})
    assert keys(outcome) == ["file*"]
    assert outcome.asks[0].suggested == "budget-board-page.pdf"
    assert outcome.requests == ()


def test_the_summary_is_exported(river):
    assert board_page(river, {"file": "b"}).requests == (ExportPages("Summary", "b.pdf"),)
