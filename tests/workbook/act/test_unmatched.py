"""A workbook that lacks a sheet of ours: edits go in, and results that may be old go."""

import pytest

from workbook.act.acted import applied, held, now, place_of, small_book
from workbook.intake.filled import formula, put
from xlbudget.actions.edit import TableEdit
from xlbudget.workbook.read import NOT_CALCULATED, open_book


@pytest.fixture
def book(tmp_path, rewrite_all):
    path = small_book(tmp_path / "book.xlsx")
    put(path, "LineItems", "Unit price", formula("2*300", 600))
    return rewrite_all(
        path,
        {
            'name="Cost by year"': 'name="Mine"',
            'displayName="CostByArea"': 'displayName="CostOfMine"',
        },
    )


def test_an_edit_is_carried_and_results_go_but_input_cells_stay(book):
    done, out = applied(book, TableEdit("LineItems", 2, "Quantity", 7))
    assert not done.results.is_known
    assert held(out, *place_of(book, "LineItems", "Quantity", 2)) == (None, 7)
    assert held(out, *place_of(book, "LineItems", "Unit price")) == ("2*300", 600)
    assert held(out, "Summary", "A6")[1] is NOT_CALCULATED
    assert open_book(out).facts.calculates_on_open
    assert now(out).budget is not None


def test_what_only_findings_takes_leaves_the_results_of_other_sheets(book):
    done, out = applied(book, TableEdit("Findings", 1, "Seen", "Something"))
    assert {sheet for sheet, _ in done.results.dropped} == {"Findings"}
    assert held(out, "Summary", "A6") == held(book, "Summary", "A6")
