"""Edits find their cells; those that have no place are refused at once, with what to do."""

import pytest

from workbook.act.acted import small_book
from xlbudget.actions.edit import NameEdit, TableEdit
from xlbudget.errors import InputError, UnknownChoiceError
from xlbudget.workbook.act import standing_of
from xlbudget.workbook.act.located import located
from xlbudget.workbook.read import open_book


@pytest.fixture(scope="module")
def standing(tmp_path_factory):
    return standing_of(open_book(small_book(tmp_path_factory.mktemp("made") / "book.xlsx")))


def test_a_row_of_a_table_and_a_named_cell_have_places(standing):
    edits = (TableEdit("LineItems", 3, "Line", "L3"), NameEdit("ChosenScenario", "SC1"))
    line, chosen = located(edits, standing)
    assert (line.sheet, line.cell) == (
        "Line items",
        f"A{standing.tables['LineItems'].first_row + 2}",
    )
    assert (chosen.sheet, chosen.table, chosen.header) == (
        "Scenarios",
        "ScenarioChoice",
        "ChosenScenario",
    )


def test_the_last_edit_of_a_cell_counts(standing):
    edits = [TableEdit("LineItems", 3, "Line", words) for words in ("L3", "L4")]
    assert [one.value for one in located(edits, standing)] == ["L4"]


def test_beyond_the_last_row_is_refused_with_the_command_that_makes_room(standing):
    edits = [TableEdit("LineItems", 5, "Line", "L5"), TableEdit("Goals", 9, "Goal", "G9")]
    with pytest.raises(InputError) as refusal:
        located(edits, standing, file="book.xlsx")
    assert "LineItems on Line items has 4 rows, and 5 are needed" in refusal.value.saw
    assert "Goals on Goals has" in refusal.value.saw
    assert refusal.value.fix == "Make room first: xlbudget migrate book.xlsx --spare-lines 50"
    with pytest.raises(InputError) as refusal:
        located(edits[1:], standing, file="book.xlsx")
    assert "--spare-records 50" in refusal.value.fix


def test_a_live_table_grows_and_emptying_a_row_that_is_not_there_is_nothing(standing):
    edit = TableEdit("LineItems", 5, "Line", "L5")
    (grown,) = located([edit], standing, grows=True)
    assert grown.row == standing.tables["LineItems"].first_row + 4
    assert located([TableEdit("LineItems", 5, "Line", None)], standing)


@pytest.mark.parametrize(
    "edit",
    [
        TableEdit("LineItems", 1, "Year 1", 5),
        TableEdit("CostByArea", 1, "Year 1", 5),
        NameEdit("MasterCheck", 5),
        NameEdit("Nobody", 5),
    ],
)
def test_a_cell_that_nobody_fills_in_is_refused(standing, edit):
    with pytest.raises(UnknownChoiceError):
        located([edit], standing)
