"""Edits on a file: input cells take them, results follow, and no input cell is given a result."""

import pytest

from judges.cached import disagreements
from judges.validator import findings as faults
from workbook.act.acted import (
    applied,
    copied_line,
    differences,
    held,
    now,
    place_of,
    stored,
    typed_on_scratch,
)
from workbook.intake.filled import formula, put
from xlbudget.actions.edit import NameEdit, TableEdit
from xlbudget.actions.snapshot import Formula
from xlbudget.workbook.act.apply import apply
from xlbudget.workbook.read import NOT_CALCULATED, open_book

LINES = "LineItems"


# --- what is stored is what LibreOffice calculates


@pytest.fixture(scope="module")
def acted(made, tmp_path_factory):
    """A file after many edits at once: a new line without shares, links, a scenario, a reason."""
    path = tmp_path_factory.mktemp("acted") / "book.xlsx"
    path.write_bytes(made.read_bytes())
    new = {edit.header: edit for edit in copied_line(path, 3)}
    for header in ("Goal share 1", "Source share 1", "Refresh", "Last fiscal year"):
        new.pop(header)
    more = (
        TableEdit(LINES, 1, "Goal 1", "G1"),
        TableEdit(LINES, 2, "Notes", "Checked by the tech office"),
        TableEdit("Goals", 1, "Statement", "Another statement of the same goal"),
        TableEdit("Checks", 1, "Explanation", "It is meant so"),
        TableEdit("Log", 2, "Event", "explained"),
        NameEdit("ChosenScenario", None),
    )
    done, out = applied(path, *new.values(), *more)
    return done, path, out


def test_libreoffice_calculates_what_is_stored(acted, libreoffice):
    assert [str(one) for one in disagreements(acted[2], libreoffice)] == []


def test_the_open_xml_sdk_finds_nothing(acted):
    assert faults(acted[2]) == []


def test_besides_the_edits_only_results_change(acted):
    done, before, after = acted
    edited = {(one.sheet, one.cell) for one in done.edits}
    formulas = {
        (sheet.name, ref) for sheet in open_book(before).sheets for ref in sheet.cells.formulas
    }
    changed = {(sheet, ref) for sheet, ref, *_ in differences(before, after)}
    assert edited & changed
    assert changed <= edited | formulas
    old, new = open_book(before), open_book(after)
    assert all(sheet.cells.formulas == new.sheet(sheet.name).cells.formulas for sheet in old.sheets)


def test_the_budget_has_the_new_line(acted):
    assert [line.line_id for line in now(acted[2]).budget.lines] == ["L1", "L2", "L9"]


# --- an input cell is never given a result


def test_a_formula_in_an_input_cell_stays_with_its_value(book):
    put(book, LINES, "Unit price", formula("2*300", 600))
    place = place_of(book, LINES, "Unit price")
    _, out = applied(book, TableEdit(LINES, 2, "Quantity", 7))
    assert held(out, *place) == ("2*300", 600)
    assert stored(out, LINES, "Year 1")[1] > 0


def test_a_formula_that_looks_at_what_changed_makes_results_wait(book):
    _, quantity = place_of(book, LINES, "Quantity", 2)
    sheet, price = place_of(book, LINES, "Unit price")
    put(book, LINES, "Unit price", formula(f"{quantity}*10", 600))
    done, out = applied(book, TableEdit(LINES, 2, "Quantity", 7))
    assert done.results.typed == ((sheet, price),)
    assert held(out, sheet, price) == (f"{quantity}*10", 600)
    assert stored(out, LINES, "Year 1")[0] is NOT_CALCULATED
    assert open_book(out).facts.calculates_on_open


def test_notes_on_a_sheet_of_ones_own_stay(book):
    typed_on_scratch(book, {"A20": 5.0, "A21": "mine"}, {"A22": ("2*3", 6.0)})
    _, out = applied(book, TableEdit(LINES, 2, "Quantity", 7))
    assert held(out, "Scratch", "A20") == (None, 5)
    assert held(out, "Scratch", "A21") == (None, "mine")
    assert held(out, "Scratch", "A22") == ("2*3", 6)


def test_a_formula_of_an_edit_keeps_the_result_that_is_known(book):
    place = place_of(book, LINES, "Unit price")
    edit = TableEdit(LINES, 1, "Unit price", Formula("=3*150"))
    done = apply(open_book(book), [edit], known={place: 450.0})
    assert done.results.is_known
