"""read_budget: a folder or a filled workbook, with the same budget and the same answers."""

import json
import shutil
from dataclasses import replace

import pytest

import xlbudget as api
from hosts.folders import folder
from xlbudget.errors import BudgetError, MissingFileError, UnreadableFileError
from xlbudget.hosts.given import is_book, read_budget
from xlbudget.model.folder import load_folder
from xlbudget.model.rules import findings_of
from xlbudget.sheets.book import district_book
from xlbudget.workbook.write import write_book


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """A sound district folder and its workbook, which nobody may change."""
    place = tmp_path_factory.mktemp("given")
    sound = folder(place / "elm")
    return sound, api.write(api.load(sound), place / "elm.xlsx")


@pytest.fixture
def unknown_goal(tmp_path):
    """A workbook whose first line names a goal that is not there."""
    path = tmp_path / "elm.xlsx"
    budget = api.load(folder(tmp_path / "elm"))
    first, *others = budget.lines
    wrong = replace(budget, lines=(replace(first, goal_1="G9"), *others))
    write_book(district_book(wrong, findings_of(wrong)), path)
    return path


def test_a_workbook_gives_what_its_folder_gives(written):
    sound, book = written
    assert read_budget(book) == read_budget(sound) == load_folder(sound)


def test_load_takes_a_workbook(written):
    sound, book = written
    assert api.load(str(book)) == api.load(sound)


def test_a_folder_may_end_in_xlsx(written, tmp_path):
    place = shutil.copytree(written[0], tmp_path / "elm.xlsx")
    assert not is_book(place)
    assert read_budget(place) == read_budget(written[0])


@pytest.mark.parametrize("name", ["a.xlsx", "a.XLSX", "a.xlsm", "a.xls", "a.ods"])
def test_a_name_as_workbooks_have_is_meant_as_one(tmp_path, name):
    with pytest.raises(MissingFileError):
        read_budget(tmp_path / name)
    (tmp_path / name).write_text("no workbook", "utf-8")
    with pytest.raises(UnreadableFileError):
        read_budget(tmp_path / name)


def test_load_of_a_fatal_workbook_lists_each_finding_with_its_cell(unknown_goal):
    with pytest.raises(BudgetError, match=r"elm\.xlsx, Line items, row 10, G10, goal_1, L1"):
        api.load(unknown_goal)


# --- the commands


def test_analyze_of_a_workbook_says_what_it_says_of_the_folder(xlbudget, written):
    of_folder, of_book = (xlbudget("analyze", place) for place in written)
    assert of_book.exit_code == 0
    assert of_book.stdout == of_folder.stdout


def test_analyze_json_of_a_workbook_differs_in_its_path_alone(xlbudget, written):
    of_folder, of_book = (json.loads(xlbudget("analyze", p, "--json").stdout) for p in written)
    assert of_book.pop("folder") == str(written[1])
    of_folder.pop("folder")
    assert of_book == of_folder


def test_check_of_a_workbook_names_sheet_cell_and_record(xlbudget, unknown_goal):
    done = xlbudget("check", unknown_goal)
    assert done.exit_code == 1
    rows = [line.split()[:5] for line in done.stdout.splitlines()]
    assert ["XLR-01", "Line", "items", "G10", "L1"] in rows


def test_new_of_a_workbook_writes_it_anew(xlbudget, written, here):
    done = xlbudget("new", written[1], "-o", "again.xlsx")
    assert done.exit_code == 0
    assert api.load(here / "again.xlsx") == api.load(written[0])


def test_new_of_a_workbook_is_named_after_it(xlbudget, written, files):
    done = xlbudget("new", written[1])
    assert done.stdout == "elm-budget.xlsx\n"
    assert files() == ["elm-budget.xlsx"]


def test_new_never_replaces_the_workbook_it_reads_unasked(xlbudget, written):
    before = written[1].read_bytes()
    done = xlbudget("new", written[1], "-o", written[1])
    assert done.exit_code != 0
    assert written[1].read_bytes() == before


def test_a_workbook_that_is_not_there_ends_with_a_refusal(xlbudget):
    done = xlbudget("check", "none.xlsx")
    assert done.exit_code == 2
    assert "The file is not there" in done.stderr
