"""Edits: letters take the place of letters, in order, each sheet with its own."""

import pytest

from workbook.hand_made import book, number, rows, sheet
from xlbudget.workbook.fill.edits import by_sheet, edits_of, spliced
from xlbudget.workbook.fill.prepared import prepare


@pytest.fixture
def prepared(tmp_path):
    sheets = {name: sheet(rows(number("A1", 1), number("B1", 2))) for name in ("One", "Two")}
    return prepare(book(tmp_path / "two.xlsx", sheets))


def edited(prepared, values):
    """The edits that fill cells."""
    slots = prepared.slots_of(list(values))
    return edits_of(zip(slots, values.values(), strict=True), prepared)[0]


def test_letters_take_the_place_of_letters():
    assert spliced("abcdef", [(1, 2, "BB"), (4, 4, "-")], 0, 5) == "aBBcd-e"


def test_only_what_differs_is_edited(prepared):
    edits = edited(prepared, {("Two", "A1"): 1, ("One", "B1"): 5.0, ("One", "A1"): None})
    assert len(edits) == 2
    assert edits == sorted(edits)


def test_each_sheet_gets_its_own_edits_and_new_cells_are_counted(prepared):
    edits = edited(prepared, {("Two", "A1"): 7, ("Two", "C1"): 8, ("Two", "D1"): 9})
    ((found, count, own),) = by_sheet(edits, prepared)
    start = prepared.starts["Two"]
    text = spliced(prepared.text, own, start, start + len(found.rows.data))
    assert (found.name, count) == ("Two", 3)
    assert all(f"<v>{n}</v>" in text for n in (7, 2, 8, 9))
