"""Buttons pressed with a workbook open: xlwings' own classes write it, a small Excel records."""

import pytest

from hosts.excel.live.excel import AUTOMATIC, Workbook, opened
from xlbudget.hosts.excel.live import desk as desks
from xlbudget.model.school_item import OTHER
from xlbudget.workbook.intake import budget_in
from xlbudget.workbook.read import open_book


def budget_of(workbook, tmp_path):
    """Return the budget in the workbook as it stands in Excel."""
    path = tmp_path / "now.xlsx"
    workbook.SaveCopyAs(path)
    return budget_in(open_book(path))[0]


def inputs_of(workbook, tmp_path):
    """Return what the cells hold, formulas aside: those are Excel's own to calculate."""
    path = tmp_path / "now.xlsx"
    workbook.SaveCopyAs(path)
    book = open_book(path)
    return {
        (sheet.name, ref): value
        for sheet in book.sheets
        for ref, value in sheet.cells.values.items()
        if ref not in sheet.cells.formulas and value != ""
    }


def kept(press):
    return sorted(press.workbook.path.parent.glob("budget.kept/*.xlsx"))


def test_link_goals_writes_goal_and_share_of_the_one_line(press, tmp_path):
    words = press("link-goals", other="G1")
    assert budget_of(press.workbook, tmp_path).lines[1].goal_1 == "G1"
    assert [sheet for sheet, _, _ in press.workbook.writes] == ["Line items"] * 2
    assert "before link-goals" in words


def test_a_copy_is_kept_first_and_restore_gives_the_values_back_exactly(press, tmp_path):
    before = inputs_of(press.workbook, tmp_path)
    press("link-goals", other="G1")
    (copy,) = kept(press)
    assert inputs_of(press.workbook, tmp_path) != before
    words = press("restore", copy=copy.stem)
    assert inputs_of(press.workbook, tmp_path) == before
    assert copy.stem in words
    assert len(kept(press)) == 2


def test_excel_is_as_it_was_afterwards(press):
    press("link-goals", other="G1")
    excel = press.workbook.Application
    assert (excel.ScreenUpdating, excel.EnableEvents, excel.Calculation) == (True, True, AUTOMATIC)
    assert excel.StatusBar is False


def test_check_fills_findings_block_by_block_and_shows_them(press):
    words = press("check")
    assert words.startswith("Found: ")
    calls = press.workbook.calls
    assert all(sheet == "Findings" for sheet, _, _ in press.workbook.writes)
    assert calls[-2:] == [("Activate", "Findings"), ("Select", "Findings", "A1")]
    assert kept(press) == []


def test_touching_cells_are_one_call(press):
    press("add-line", **NEW_LINE)
    areas = press.workbook.writes
    assert areas
    for sheet, first, (rows, columns) in areas:
        for other_sheet, other, _ in areas:
            touches = sheet == other_sheet and other == right_of(first, columns) and rows == 1
            assert not touches


def right_of(cell, columns):
    from xlbudget.workbook.intake.grid import address  # noqa: PLC0415 - only here
    from xlbudget.workbook.read.address import parted  # noqa: PLC0415 - only here

    row, column = parted(cell)
    return address(row, column + columns)


NEW_LINE = {
    "item": OTHER.item_id,
    "description": "Document cameras",
    "category": "device hardware",
    "cost_type": "purchase",
    "quantity": "12",
    "unit_price": "150",
    "goal_1": "G1",
    "source_1": "F1",
    "need": "recurring",
    "school_id": "S1",
    "service_life": "4",
    "first_fiscal_year": "2027",
    "justification": "Each room needs a working camera for the reading lab",
}


def test_add_line_adds_a_line_that_reads_as_it_was_answered(press, tmp_path):
    before = budget_of(press.workbook, tmp_path).lines
    press("add-line", **NEW_LINE)
    *same, new = budget_of(press.workbook, tmp_path).lines
    assert tuple(same) == before
    assert (new.description, new.quantity, new.goal_1) == ("Document cameras", 12, "G1")


@pytest.mark.parametrize("name", ["link-goals", "check", "add-line"])
def test_cancel_changes_nothing(press, name):
    press.desk.press(name, lambda: opened(press.workbook))
    writes = len(press.workbook.writes)
    assert press.desk.cancelled() == ["say", desks.CANCELLED, "", ""]
    assert len(press.workbook.writes) == writes
    assert press.desk.answered("1")[1] == desks.LATER


def test_a_protected_sheet_is_opened_and_protected_as_it_was(press):
    tab = press.workbook.tabs["Findings"]
    tab.ProtectContents, tab.allowed = True, {"AllowSorting": True, "AllowFiltering": True}
    press("check")
    assert tab.ProtectContents
    assert {right for right, given in tab.allowed.items() if given} == {
        "AllowSorting",
        "AllowFiltering",
    }
    assert press.workbook.writes


def test_a_password_is_its_owners_and_said_in_words(press):
    tab = press.workbook.tabs["Line items"]
    tab.ProtectContents, tab.password = True, "secret"
    words = press("link-goals", other="G1")
    assert "could not be finished" in words
    assert "password" in words
    assert "Traceback" not in words
    assert press.workbook.writes == []
    assert press.workbook.Application.Calculation == AUTOMATIC


def test_a_workbook_that_was_never_saved_keeps_its_copies_elsewhere(press, tmp_path):
    press.workbook.FullName = "Book1"
    press("link-goals", other="G1")
    assert len(list((tmp_path / "elsewhere").glob("*.kept/*.xlsx"))) == 1


def test_a_workbook_in_a_cloud_keeps_its_copies_on_this_machine(press, tmp_path):
    press.workbook.FullName = "https://district.example/budget.xlsx"
    press("link-goals", other="G1")
    assert len(list((tmp_path / "elsewhere").glob("*.kept/*.xlsx"))) == 1


def test_the_selected_cell_is_explained(press):
    press.workbook.select("Summary", "A6")
    words = press("explain")
    assert words.startswith("Asked, year 1 ($) is ")
    assert "What it uses:" in words
    assert len(words) <= desks.LONGEST


def test_the_board_page_is_exported_by_excel(press, tmp_path):
    words = press("board-page", other=str(tmp_path / "board.pdf"))
    assert ("ExportAsFixedFormat", "Summary") in press.workbook.calls
    assert (tmp_path / "board.pdf").is_file()
    assert "board.pdf" in words


def test_refresh_calculates_and_compares(press):
    words = press("refresh")
    assert ("CalculateFull",) in press.workbook.calls
    assert "agree" in words


def test_a_scenario_is_chosen_in_its_cell(press):
    press("compare", scenario="B")
    ((sheet, _, shape),) = press.workbook.writes
    assert (sheet, shape) == ("Scenarios", (1, 1))


def test_a_new_budget_needs_no_workbook(tmp_path):
    desk = desks.Desk()
    path = tmp_path / "new.xlsx"
    kind, *_ = desk.press("new-budget", None)
    answers = iter([str(path), "5"])
    while kind != "say":
        kind, words, *_ = desk.answered(next(answers, ""))
    assert "new.xlsx" in words
    assert budget_in(open_book(path))[1] is not None


def test_without_a_workbook_it_says_what_to_open():
    assert desks.Desk().press("check", None)[1].startswith("No workbook is open.")


def test_a_copy_to_mail_is_written_by_the_command(press, tmp_path):
    path = tmp_path / "mail.xlsx"
    words = press("freeze", other=str(path))
    assert path.is_file()
    assert "mail.xlsx" in words


def test_a_command_that_refuses_is_said_in_words(tmp_path):
    desk = desks.Desk()
    kind, *_ = desk.press("collect", None)
    answers = iter([str(tmp_path / "nowhere"), str(tmp_path)])
    while kind != "say":
        kind, words, *_ = desk.answered(next(answers, ""))
    assert "The command collect was refused" in words


def test_a_workbook_of_others_is_met_with_words(tmp_path):
    from openpyxl import Workbook as Made  # noqa: PLC0415 - only here

    path = tmp_path / "theirs.xlsx"
    Made().save(path)
    words = desks.Desk().press("link-goals", lambda: opened(Workbook(path)))[1]
    assert "Traceback" not in words
    assert words


def test_the_temporary_copy_is_gone_afterwards(press):
    press.desk.press("link-goals", lambda: opened(press.workbook))
    folder = press.desk._folder  # noqa: SLF001 - where the copy lies
    assert folder.is_dir()
    press.desk.cancelled()
    assert not folder.exists()
