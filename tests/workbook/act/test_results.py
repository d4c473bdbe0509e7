"""Results after edits: Python's where it knows them, none where they may be old."""

from workbook.act.acted import (
    applied,
    copied_line,
    differences,
    held,
    now,
    place_of,
    stored,
)
from workbook.intake.filled import cell_of, formula, put, text
from xlbudget.actions.edit import TableEdit
from xlbudget.workbook.read import NOT_CALCULATED, open_book

LINES = "LineItems"


def test_blank_rows_between_lines_take_out_only_results_that_may_have_changed(book):
    done, out = applied(book, *copied_line(book, 4))
    assert done.results.unlike == (LINES,)
    assert stored(out, LINES, "Year 1")[0] is NOT_CALCULATED
    assert held(out, "Summary", "A6")[1] is NOT_CALCULATED
    assert open_book(out).facts.calculates_on_open
    assert stored(out, "Assumptions", "Value") == stored(book, "Assumptions", "Value")
    again, _ = applied(out, TableEdit("Findings", 1, "Seen", "Nothing"))
    assert {sheet for sheet, _ in again.results.dropped} <= {"Findings"}


def test_a_number_typed_as_text_takes_results_out_for_formulas_do_not_count_it(book):
    put(book, LINES, "Quantity", text("100"))
    done, out = applied(book, TableEdit(LINES, 2, "Quantity", 7))
    assert LINES in done.results.unlike
    assert stored(out, LINES, "Year 1")[1] is NOT_CALCULATED


def test_a_fatal_finding_takes_results_out_and_the_edit_is_carried(book):
    put(book, LINES, "Quantity", text("many"))
    done, out = applied(book, TableEdit(LINES, 2, "Quantity", 7))
    assert not done.results.is_known
    assert done.results.values == {}
    assert held(out, *place_of(book, LINES, "Quantity", 2)) == (None, 7)
    assert stored(out, LINES, "Year 1")[1] is NOT_CALCULATED


def test_mending_it_brings_them_back(book):
    before = stored(book, LINES, "Year 1")
    quantity = now(book).tables[LINES].rows[0]["Quantity"]
    put(book, LINES, "Quantity", text("many"))
    _, broken = applied(book, TableEdit(LINES, 2, "Notes", "x"))
    done, out = applied(broken, TableEdit(LINES, 1, "Quantity", quantity), out=book)
    assert done.results.is_known
    assert not done.results.dropped
    assert stored(out, LINES, "Year 1") == before


def test_calculating_alone_changes_only_a_result_that_was_wrong(book, made):
    sheet, ref = cell_of(book, LINES, "Year 1")
    before = held(book, sheet, ref)
    put(book, LINES, "Year 1", formula(before[0], 1))
    _, out = applied(book)
    assert held(out, sheet, ref) == before
    assert differences(made, out) == []
